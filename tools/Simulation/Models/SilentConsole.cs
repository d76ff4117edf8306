using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>Nobody sits at the console.</summary>
public sealed class SilentConsole : IConsolePort
{
    /// <inheritdoc/>
    public int Read(byte[] into, int count) => 0;

    /// <inheritdoc/>
    public void Write(byte[] from, int offset, int count)
    {
        // What it says is not looked at.
    }
}
