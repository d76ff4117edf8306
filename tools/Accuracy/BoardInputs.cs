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
    private readonly VoltageTerminal _battery;
    private readonly VoltageTerminal _wellLevel;
    private readonly ContactTerminal _mirror;
    private readonly ContactTerminal _selector;
    private readonly ContactTerminal _float;
    private readonly ContactTerminal _valveIsOpen;
    private readonly ContactTerminal _valveIsShut;
    private readonly ValueTerminal _temperature;
    private readonly CardTerminal _cards;
    private readonly Settings _settings;
    private readonly int _wellLevelFull;

    /// <summary>The inputs of a board at a site.</summary>
    public BoardInputs(Site site, BoardPins pins, BoardProfile chip, Settings settings)
    {
        _settings = settings;
        _wellLevelFull = settings.WellLevelFullCentimetres;
        _valveIsOpen = site.Terminal<ContactTerminal>("valve-is-open");
        _valveIsShut = site.Terminal<ContactTerminal>("valve-is-closed");
        _cards = site.Terminal<CardTerminal>("card-reader");
        _battery = site.Terminal<VoltageTerminal>("battery");
        _wellLevel = site.Terminal<VoltageTerminal>("well-level");
        _mirror = site.Terminal<ContactTerminal>("aux-contact-nc");
        _selector = site.Terminal<ContactTerminal>("selector-hand");
        _float = site.Terminal<ContactTerminal>("chamber-float");
        _temperature = site.Terminal<ValueTerminal>("enclosure-temperature");
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
        into.SetContact(Signal.PumpMirror, _mirror.Closed);
        into.SetContact(Signal.SelectorHand, _selector.Closed);
        into.SetContact(Signal.ChamberFlooded, !_float.Closed);
        ScanVolts(_supply, Signal.Supply, into);
        ScanVolts(_battery, Signal.Battery, into);
        ScanTransducer(_pressure, Signal.Pressure, _pins.PressureFullKilopascal, into);
        ScanTransducer(_wellLevel, Signal.WellLevel, _wellLevelFull, into);
        ScanValve(into);
        ScanParts(into);
    }

    /// <summary>The end switches, where a motor valve is fitted.</summary>
    private void ScanValve(Readings into)
    {
        if (_settings.HasValve)
        {
            into.SetContact(Signal.ValveIsOpen, _valveIsOpen.Closed);
            into.SetContact(Signal.ValveIsShut, _valveIsShut.Closed);
        }
        else
        {
            into.Miss(Signal.ValveIsOpen, NoDataReason.NotFitted);
            into.Miss(Signal.ValveIsShut, NoDataReason.NotFitted);
        }
    }

    /// <summary>What stands on I²C: thermometer in quarters of a kelvin, card reader with its antenna test.</summary>
    private void ScanParts(Readings into)
    {
        if (_temperature.Answers)
        {
            into.Set(Signal.Temperature, (int)Math.Round(_temperature.Value * 4) * 250);
        }
        else
        {
            into.Miss(Signal.Temperature, NoDataReason.Timeout);
        }

        if (_cards.Answers && _cards.SeesCards)
        {
            into.SetContact(Signal.CardPresent, _cards.Card != 0);
            into.Set(Signal.CardNumber, _cards.Card != 0 ? (int)_cards.Card : into.ValueOf(Signal.CardNumber));
        }
        else
        {
            NoDataReason reason = _cards.Answers ? NoDataReason.OutOfRange : NoDataReason.Timeout;
            into.Miss(Signal.CardPresent, reason);
            into.Miss(Signal.CardNumber, reason);
        }
    }

    private void ScanVolts(VoltageTerminal terminal, int signal, Readings into)
    {
        int counts = Average(terminal);
        int span = _pins.SupplyFullMillivolts - _pins.SupplyZeroMillivolts;
        int millivolts = _pins.SupplyZeroMillivolts + Transducer.Linear(counts, 0, FullCounts, span);
        Transducer.Take(into, signal, counts, _pins.SupplyMinCounts, FullCounts, millivolts);
    }

    private void ScanTransducer(VoltageTerminal terminal, int signal, int fullScale, Readings into)
    {
        int counts = Average(terminal);
        int value = Transducer.Linear(counts, _pins.PressureZeroCounts, _pins.PressureFullCounts, fullScale);
        Transducer.Take(into, signal, counts, _pins.PressureMinCounts, _pins.PressureMaxCounts, value);
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
