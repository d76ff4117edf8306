namespace Firmware.Core.Ports;

/// <summary>The serial console's line. No call waits.</summary>
public interface IConsolePort
{
    /// <summary>Takes what has come in, at most <paramref name="count"/> bytes; returns how many.</summary>
    int Read(byte[] into, int count);

    /// <summary>Sends bytes; at most 100 in a scan, so that the write never waits for the line.</summary>
    void Write(byte[] from, int offset, int count);
}
