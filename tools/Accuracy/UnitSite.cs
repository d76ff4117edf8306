using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Tools.Accuracy;

/// <summary>The terminals of a board in front of a simple site: what the board itself has besides, its memory, its outputs' way back, and a card reader.</summary>
public sealed class UnitSite(ISiteIo site) : ISiteIo, IOutputTest
{
    /// <summary>Memory that is free on a sound unit, B.</summary>
    public const int SoundHeapBytes = 30_000;

    /// <summary>Memory that is free, B.</summary>
    public int HeapBytes { get; set; } = SoundHeapBytes;

    /// <summary>Number of the card at the reader; 0 for none.</summary>
    public int Card { get; set; }

    /// <summary>An output does not follow its command.</summary>
    public bool OutputStuck { get; set; }

    /// <inheritdoc/>
    public long PulseCount => site.PulseCount;

    /// <inheritdoc/>
    public bool ButtonPressed => site.ButtonPressed;

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        site.Scan(nowMs, into);
        into.Set(Signal.HeapFree, HeapBytes);
        into.SetContact(Signal.CardPresent, Card != 0);
        into.Set(Signal.CardNumber, Card);
    }

    /// <inheritdoc/>
    public void DrivePump(bool run) => site.DrivePump(run);

    /// <inheritdoc/>
    public int SwitchPumpTimed(bool run) => site.SwitchPumpTimed(run);

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut) => site.DriveValve(open, shut);

    /// <inheritdoc/>
    public void DriveLed(int led, bool on) => site.DriveLed(led, on);

    /// <inheritdoc/>
    public CheckOutcome OutputsReadBack() => OutputStuck ? CheckOutcome.Fail : CheckOutcome.Pass;
}
