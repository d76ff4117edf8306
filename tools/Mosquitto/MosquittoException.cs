using System;

namespace Tools.Mosquitto;

/// <summary>libmosquitto refused a call. The message is one line fit for a person.</summary>
public class MosquittoException : Exception
{
    /// <summary>Makes the exception from libmosquitto's own error number.</summary>
    /// <param name="doing">What was attempted, e.g. "connect to 127.0.0.1:1883".</param>
    /// <param name="error">One of <see cref="MosquittoError"/>.</param>
    public MosquittoException(string doing, int error)
        : base($"{doing}: {MosquittoLibrary.ErrorText(error)}")
    {
        Error = error;
    }

    internal MosquittoException(string message)
        : base(message)
    {
        Error = MosquittoError.Unknown;
    }

    /// <summary>libmosquitto's error number, see <see cref="MosquittoError"/>.</summary>
    public int Error { get; }
}

/// <summary>libmosquitto is not on this machine. The message names the Debian package.</summary>
public sealed class MosquittoMissingException : MosquittoException
{
    internal MosquittoMissingException(string fileName)
        : base($"{fileName} was not found: install the Debian package libmosquitto1 (apt-get install libmosquitto1)")
    {
    }
}

/// <summary>The error numbers of libmosquitto that callers tell apart (mosquitto.h, <c>enum mosq_err_t</c>).</summary>
public static class MosquittoError
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>There is no connection.</summary>
    public const int NoConnection = 4;

    /// <summary>The broker refused the CONNECT.</summary>
    public const int ConnectionRefused = 5;

    /// <summary>The connection broke or the broker closed it.</summary>
    public const int ConnectionLost = 7;

    /// <summary>A failure that libmosquitto cannot name.</summary>
    public const int Unknown = 13;
}
