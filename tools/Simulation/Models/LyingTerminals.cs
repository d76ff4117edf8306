using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>Control: a site's terminals, and a float in a chamber that this site does not have, lifted after an hour.</summary>
public sealed class LyingTerminals(SiteModel site) : ISiteIo
{
    private const int AfterMs = 3_600_000;

    /// <inheritdoc/>
    public long PulseCount => site.PulseCount;

    /// <inheritdoc/>
    public bool ButtonPressed => site.ButtonPressed;

    /// <inheritdoc/>
    public void Scan(long nowMs, Readings into)
    {
        site.Scan(nowMs, into);
        into.SetContact(Signal.ChamberFlooded, nowMs > AfterMs);
    }

    /// <inheritdoc/>
    public void DrivePump(bool run) => site.DrivePump(run);

    /// <inheritdoc/>
    public int SwitchPumpTimed(bool run) => site.SwitchPumpTimed(run);

    /// <inheritdoc/>
    public void DriveValve(bool open, bool shut) => site.DriveValve(open, shut);

    /// <inheritdoc/>
    public void DriveLed(int led, bool on) => site.DriveLed(led, on);
}
