using System;
using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;
using Firmware.Device;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>
/// The site's terminals as the board reads them: what <c>SiteIo</c> does with pins. The scaling is the board's own, and the
/// converter has the zero, the full scale and the noise of the chip's profile.
/// </summary>
internal sealed class BoardInputs
{
    private const int FullCounts = 4095;
    private const int SamplesPerScan = 4;

    private readonly BoardPins _pins;
    private readonly BoardProfile _chip;
    private readonly NoiseSource _noise;
    private readonly ContactTerminal _pumpContact;
    private readonly ContactTerminal _runRequest;
    private readonly ContactTerminal _mains;
    private readonly ContactTerminal _door;
    private readonly PulseTerminal _pulse;
    private readonly VoltageTerminal _supply;
    private readonly VoltageTerminal _pressure;

    /// <summary>The inputs of a board at a site.</summary>
    public BoardInputs(Site site, BoardPins pins, BoardProfile chip)
    {
        _pins = pins;
        _chip = chip;
        _noise = new NoiseSource(site.Seed, "converter");
        _pumpContact = site.Terminal<ContactTerminal>("aux-contact");
        _runRequest = site.Terminal<ContactTerminal>("run-request");
        _mains = site.Terminal<ContactTerminal>("mains-present");
        _door = site.Terminal<ContactTerminal>("door");
        _pulse = site.Terminal<PulseTerminal>("pulse");
        _supply = site.Terminal<VoltageTerminal>("supply");
        _pressure = site.Terminal<VoltageTerminal>("pressure");
    }

    /// <summary>Pulses since the start.</summary>
    public long PulseCount => _pulse.Finished;

    /// <summary>Reads every input into its column.</summary>
    public void Scan(Readings into)
    {
        into.SetContact(Signal.PumpContact, _pumpContact.Closed);
        into.SetContact(Signal.RunRequest, _runRequest.Closed);
        into.SetContact(Signal.MainsPresent, _mains.Closed);
        into.SetContact(Signal.DoorOpen, !_door.Closed);
        int span = _pins.SupplyFullMillivolts - _pins.SupplyZeroMillivolts;
        int counts = Average(_supply);
        int millivolts = _pins.SupplyZeroMillivolts + Transducer.Linear(counts, 0, FullCounts, span);
        Transducer.Take(into, Signal.Supply, counts, _pins.SupplyMinCounts, FullCounts, millivolts);
        counts = Average(_pressure);
        int kilopascal = Transducer.Linear(counts, _pins.PressureZeroCounts, _pins.PressureFullCounts, _pins.PressureFullKilopascal);
        Transducer.Take(into, Signal.Pressure, counts, _pins.PressureMinCounts, _pins.PressureMaxCounts, kilopascal);
    }

    private int Average(VoltageTerminal terminal)
    {
        int sum = 0;
        for (int i = 0; i < SamplesPerScan; i++)
        {
            sum += Convert((int)(terminal.Volts * 1000));
        }

        return sum / SamplesPerScan;
    }

    private int Convert(int millivolts)
    {
        if (millivolts < _chip.AdcZeroMillivolts || millivolts >= _chip.AdcFullMillivolts)
        {
            return millivolts < _chip.AdcZeroMillivolts ? 0 : FullCounts;
        }

        int ideal = (millivolts - _chip.AdcZeroMillivolts) * FullCounts / (_chip.AdcFullMillivolts - _chip.AdcZeroMillivolts);
        int noise = (int)(_noise.NextUnit() * ((2 * _chip.AdcNoiseCounts) + 1)) - _chip.AdcNoiseCounts;
        return Math.Clamp(ideal + noise, 0, FullCounts);
    }
}
