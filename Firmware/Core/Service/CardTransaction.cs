using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// What a water user draws on his card (刷卡用水): from the run that he asks for with it to the end of his request. The unit charges nothing; it keeps what a
/// settlement needs where a fault spoils the metering meanwhile. A technician's card draws no water. About 130 B.
/// </summary>
public sealed class CardTransaction
{
    /// <summary>Time from the card at the reader to the start of the run, ms: a valve that opens first takes most of it.</summary>
    public const int CardMs = 60000;

    private const int SecondMs = 1000;
    private const long None = -1;

    private int _pulseFrom;
    private int _busFrom;
    private int _energyFrom;
    private long _runMs;
    private long _cardMs = None;
    private long _lastMs;

    /// <summary>One goes on.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Number of its card.</summary>
    public int Number { get; private set; }

    /// <summary>Run time of the pump in it, s.</summary>
    public int RunSeconds => Bound.Scale(_runMs, 1, SecondMs);

    /// <summary>Its volume by the pulse meter, L.</summary>
    public int PulseLitres { get; private set; }

    /// <summary>Its volume by the RS485 meter, L.</summary>
    public int BusLitres { get; private set; }

    /// <summary>Its energy, Wh; 0 where no power meter is fitted.</summary>
    public int EnergyWh { get; private set; }

    /// <summary>One decision.</summary>
    public void Step(long nowMs, bool pumpRuns, Readings readings, ICardList technicians)
    {
        int card = readings.ValueOf(Signal.CardNumber);
        if (readings.IsOn(Signal.CardPresent) && card != 0 && !Attendance.IsKnown(technicians, card))
        {
            _cardMs = nowMs;
        }

        bool asked = readings.IsOn(Signal.RunRequest);
        bool shown = _cardMs != None && nowMs - _cardMs <= CardMs;
        if (!IsOpen && asked && pumpRuns && shown)
        {
            Begin(card, readings);
        }

        if (IsOpen)
        {
            Count(pumpRuns ? nowMs - _lastMs : 0, readings);
            IsOpen = asked;
        }

        _lastMs = nowMs;
    }

    private void Begin(int card, Readings readings)
    {
        IsOpen = true;
        Number = card;
        _runMs = 0;
        _pulseFrom = readings.ValueOf(Signal.PulseTotal);
        _busFrom = readings.ValueOf(Signal.BusTotal);
        _energyFrom = readings.ValueOf(Signal.Energy);
        PulseLitres = 0;
        BusLitres = 0;
        EnergyWh = 0;
    }

    /// <summary>A total that is missing leaves what was counted; in 32 bits, so that one that wraps runs on.</summary>
    private void Count(long runMs, Readings readings)
    {
        _runMs += runMs;
        PulseLitres = readings.Has(Signal.PulseTotal) ? unchecked(readings.ValueOf(Signal.PulseTotal) - _pulseFrom) : PulseLitres;
        BusLitres = readings.Has(Signal.BusTotal) ? unchecked(readings.ValueOf(Signal.BusTotal) - _busFrom) : BusLitres;
        EnergyWh = readings.Has(Signal.Energy) ? unchecked(readings.ValueOf(Signal.Energy) - _energyFrom) : EnergyWh;
    }
}
