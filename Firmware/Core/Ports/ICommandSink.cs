namespace Firmware.Core.Ports;

/// <summary>Takes what the centre says on <c>command</c>. Retained and overlong messages never reach it.</summary>
public interface ICommandSink
{
    /// <summary>
    /// Takes one payload; the buffer is the caller's and holds something else afterwards. False where it is no command that the unit knows: it is
    /// counted as refused. Called in the scan: it must not wait, and must survive any bytes.
    /// </summary>
    bool TakeCommand(byte[] payload, int count, long nowMs);
}
