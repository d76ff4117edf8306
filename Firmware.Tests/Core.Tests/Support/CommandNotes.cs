using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>Notes the command that it was given last.</summary>
public sealed class CommandNotes : ICommandSink
{
    /// <summary>Knows no command.</summary>
    public bool Refuses;

    /// <summary>The last payload.</summary>
    public string Last = "";

    /// <inheritdoc/>
    public bool TakeCommand(byte[] payload, int count, long nowMs)
    {
        Last = Text.Of(payload, count);
        return !Refuses;
    }
}
