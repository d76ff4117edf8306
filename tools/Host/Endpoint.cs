using System;

namespace Tools.Host;

/// <summary>Host name or address, and TCP port.</summary>
public readonly record struct Endpoint(string Host, int Port)
{
    /// <summary>Reads <c>HOST:PORT</c>; an IPv6 address stands in brackets.</summary>
    /// <exception cref="ToolException">It is not of this form.</exception>
    public static Endpoint Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? text : text[..colon].Trim('[', ']');
        bool hasPort = int.TryParse(colon < 0 ? "" : text[(colon + 1)..], out int port) && port is >= 1 and <= 65535;
        if (!hasPort || Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new ToolException(Language.Say(
                $"\"{text}\" is not HOST:PORT with a port from 1 to 65535", $"“{text}”不是“主机:端口”，端口为 1 至 65535"), ExitCode.WrongCall);
        }

        return new Endpoint(host, port);
    }

    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
