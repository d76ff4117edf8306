using Firmware.Core.Contracts;

namespace Firmware.Core.Ports;

/// <summary>The site's signals as this board is wired to them. Never blocks longer than it takes to read the pins.</summary>
public interface ISiteIo
{
    /// <summary>Pulses of the pulse meter since the start of the unit; −1 where none is fitted.</summary>
    long PulseCount { get; }

    /// <summary>The unit's own button is pressed now; false where none is fitted. Not debounced.</summary>
    bool ButtonPressed { get; }

    /// <summary>Reads every signal that this board has into its column.</summary>
    void Scan(long nowMs, Readings into);

    /// <summary>Asks the contactor to close (true) or to open.</summary>
    void DrivePump(bool run);

    /// <summary>
    /// As <see cref="DrivePump"/>, and waits for the auxiliary contact to follow and to stay for 5 ms, at most <see cref="PumpTiming.LimitMicroseconds"/>: everything else stands still
    /// meanwhile. For inspections only. Returns the time from the output to the contact, µs, or what <see cref="PumpTiming"/> says.
    /// </summary>
    int SwitchPumpTimed(bool run);

    /// <summary>Drives the motor valve open or shut; both false lets it stand. Nothing happens where none is fitted.</summary>
    void DriveValve(bool open, bool shut);

    /// <summary>Switches a status LED, numbered as in <see cref="Service.StatusLeds"/>.</summary>
    void DriveLed(int led, bool on);
}
