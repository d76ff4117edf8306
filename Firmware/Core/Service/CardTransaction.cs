using Firmware.Core.Contracts;

namespace Firmware.Core.Service;

/// <summary>
/// What a water user draws on his card (刷卡用水): from the run that he asks for with it to the end of his request, over a restart of the unit, too. The unit charges nothing; it keeps what a
/// settlement needs where a fault spoils the metering meanwhile. A technician's card draws no water. About 130 B.
/// </summary>
public sealed class CardTransaction
{
    /// <summary>Time from the card at the reader to the start of the run, ms: a valve that opens first takes most of it.</summary>
    public const int CardMs = 60000;

    /// <summary>
    /// Numbers that are kept of one: 0 its card, 1 run time s, 2–4 what RS485 meter (L), power meter (Wh) and pulse meter (L) showed at its beginning, 5–7 what they counted in it.
    /// </summary>
    public const int Fields = 8;

    private const int Card = 0;
    private const int Run = 1;
    private const int From = 2;
    private const int Counted = 5;
    private const int Meters = 3;
    private const int SecondMs = 1000;
    private const long None = -1;

    private readonly int[] _values = new int[Fields];
    private int _runMs;
    private long _cardMs = None;
    private long _lastMs;

    /// <summary>One goes on.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Number of its card.</summary>
    public int Number => _values[Card];

    /// <summary>Run time of the pump in it, s.</summary>
    public int RunSeconds => _values[Run];

    /// <summary>Its volume by the pulse meter, L.</summary>
    public int PulseLitres => _values[Counted + 2];

    /// <summary>Its volume by the RS485 meter, L.</summary>
    public int BusLitres => _values[Counted];

    /// <summary>Its energy, Wh; 0 where no power meter is fitted.</summary>
    public int EnergyWh => _values[Counted + 1];

    /// <summary>One of the <see cref="Fields"/> that are kept.</summary>
    public int ValueAt(int field) => _values[field];

    /// <summary>Takes up one of the <see cref="Fields"/> of a transaction that went on when the unit was restarted.</summary>
    public void Restore(int field, int value)
    {
        IsOpen = true;
        _values[field] = value;
    }

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
            Count(pumpRuns ? (int)Bound.Clamp(nowMs - _lastMs, 0, int.MaxValue / 2) : 0, readings);
            IsOpen = asked || !readings.Has(Signal.RunRequest);
        }

        _lastMs = nowMs;
    }

    private static int SignalOf(int meter)
    {
        return meter switch
        {
            0 => Signal.BusTotal,
            1 => Signal.Energy,
            _ => Signal.PulseTotal,
        };
    }

    private void Begin(int card, Readings readings)
    {
        IsOpen = true;
        _values[Card] = card;
        _values[Run] = 0;
        _runMs = 0;
        for (int meter = 0; meter < Meters; meter++)
        {
            _values[From + meter] = readings.ValueOf(SignalOf(meter));
            _values[Counted + meter] = 0;
        }
    }

    /// <summary>
    /// A total that is missing leaves what was counted; in 32 bits, so that one that wraps runs on. The pulses of the last minutes before a power cut may not have been kept: what was counted
    /// does not go back for that.
    /// </summary>
    private void Count(int runMs, Readings readings)
    {
        _runMs += runMs;
        _values[Run] += _runMs / SecondMs;
        _runMs %= SecondMs;
        for (int meter = 0; meter < Meters; meter++)
        {
            int counted = unchecked(readings.ValueOf(SignalOf(meter)) - _values[From + meter]);
            if (readings.Has(SignalOf(meter)) && counted > _values[Counted + meter])
            {
                _values[Counted + meter] = counted;
            }
        }
    }
}
