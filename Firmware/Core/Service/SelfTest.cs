using Firmware.Core.Contracts;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Metering;
using Firmware.Core.Ports;

namespace Firmware.Core.Service;

/// <summary>The items of the self-test, in their order.</summary>
public enum SelfTestItem : byte
{
    /// <summary>What nothing may change still sums to what it was at the start, and enough memory is free.</summary>
    Memory = 0,

    /// <summary>A slot written, read back and compared.</summary>
    Storage = 1,

    /// <summary>Outputs read back where the board can.</summary>
    Outputs = 2,

    /// <summary>All LEDs lit for two seconds, for whoever looks: the unit itself cannot see them.</summary>
    Leds = 3,

    /// <summary>The platform's two clocks advance together, and the time is set.</summary>
    Clock = 4,

    /// <summary>RS485: a part on it answers.</summary>
    Rs485 = 5,

    /// <summary>Two-wire bus: every part on it acknowledges its address.</summary>
    TwoWire = 6,
}

/// <summary>Why an item was not tested.</summary>
public enum NotTestedReason : byte
{
    /// <summary>It was, or never came up.</summary>
    None = 0,

    /// <summary>The self-test has not run since the start.</summary>
    NotRun = 1,

    /// <summary>The board cannot read this back.</summary>
    NoReadBack = 2,

    /// <summary>Only a person can see the result.</summary>
    NeedsEyes = 3,

    /// <summary>No clock is set yet.</summary>
    ClockNotSet = 4,

    /// <summary>Free memory has not been counted since the start: that waits for the pump to stand.</summary>
    NotCounted = 5,
}

/// <summary>
/// The self-test: a minute after the start, on demand, and each night at 03:00 local time or, without a clock, a day after the last one. It never moves the pump or the
/// valve, and one item takes one decision. Only an item that failed raises 906, and not where another row tells it already (<see cref="OwnFailures"/>).
/// </summary>
public sealed class SelfTest
{
    /// <summary>Items.</summary>
    public const int Items = 7;

    /// <summary>Time after the start before the first one, ms: the parts have answered by then, and the start is a good one.</summary>
    public const int FirstMs = 60000;

    /// <summary>Local hour of the nightly one: nobody irrigates, and the lamps disturb nobody.</summary>
    public const int NightHour = 3;

    /// <summary>Longest wait for storage to take the test slot, ms.</summary>
    public const int StorageMs = 30000;

    private const int DayMs = 86400000;
    private const int DaySeconds = 86400;
    private const int HourSeconds = 3600;
    private const int LampMs = 2000;
    private const int ClockMs = 5000;

    /// <summary>Two readings of a clock of whole seconds.</summary>
    private const int ClockToleranceMs = 2000;
    private const int RowlessSignals = 6;

    /// <summary>After the last item: none goes on.</summary>
    private const byte Idle = Items;

    private readonly byte[] _outcome = new byte[Items];
    private readonly byte[] _reason = new byte[Items];
    private readonly IConstantTable _table;
    private readonly int _sum;
    private byte _item = Idle;
    private byte _own;
    private bool _first = true;
    private bool _stepped;
    private long _itemMs;
    private long _ranMs;
    private long _clockMs;
    private long _clockUnix;
    private int _token;

    /// <summary>Nothing tested yet.</summary>
    /// <param name="table">What nothing may change from now on.</param>
    public SelfTest(IConstantTable table)
    {
        _table = table;
        _sum = table.Sum();
        for (int item = 0; item < Items; item++)
        {
            _reason[item] = (byte)NotTestedReason.NotRun;
        }
    }

    /// <summary>It is going on.</summary>
    public bool Runs => _item != Idle;

    /// <summary>Runs since the start of the unit.</summary>
    public int Count { get; private set; }

    /// <summary>When the last one ended, ms of uptime; 0 where none has.</summary>
    public long EndedMs { get; private set; }

    /// <summary>All LEDs are to be lit now.</summary>
    public bool LampsOn => _item == (byte)SelfTestItem.Leds;

    /// <summary>A write of <see cref="Token"/> into the test slot is wanted.</summary>
    public bool WantsWrite { get; private set; }

    /// <summary>What is to be written and read back.</summary>
    public int Token => _token;

    /// <summary>Items that failed in the last run.</summary>
    public int Failures
    {
        get
        {
            int failures = 0;
            for (int item = 0; item < Items; item++)
            {
                failures += _outcome[item] == (byte)CheckOutcome.Fail ? 1 : 0;
            }

            return failures;
        }
    }

    /// <summary>
    /// Those of them that no other row of the catalogue tells: 906. Little free memory is 903, a silent meter or card reader 202, 310 or 503, and a store that refuses to write 701; one that
    /// writes and reads back something else, and an expander or a clock chip that is silent, are nobody's but this test's.
    /// </summary>
    public int OwnFailures
    {
        get
        {
            int failures = 0;
            for (int item = 0; item < Items; item++)
            {
                failures += (_own >> item) & 1;
            }

            return failures;
        }
    }

    /// <summary>Result of an item: Pass, Fail, NotTested or NotFitted.</summary>
    public CheckOutcome OutcomeOf(SelfTestItem item) => (CheckOutcome)_outcome[(int)item];

    /// <summary>Why an item was not tested.</summary>
    public NotTestedReason ReasonOf(SelfTestItem item) => (NotTestedReason)_reason[(int)item];

    /// <summary>Starts it now; false while it runs.</summary>
    public bool Start(long nowMs)
    {
        if (Runs)
        {
            return false;
        }

        _item = 0;
        _itemMs = nowMs;
        _ranMs = nowMs;
        _first = false;
        return true;
    }

    /// <summary>The test slot was written, and this was read back; −1 where it could not be read.</summary>
    public void Wrote(int readBack)
    {
        if (WantsWrite)
        {
            WantsWrite = false;
            Finish(readBack == _token, true);
        }
    }

    /// <summary>Once a decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="localUnix">Local time, Unix s shifted by the site's offset; 0 where no clock is set.</param>
    /// <param name="systemUnix">The platform's own clock, Unix s, right or wrong: <see cref="ISystemClock.UnixSeconds"/>.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="outputs">The board's outputs; null where it cannot read them back.</param>
    public void Step(long nowMs, long localUnix, long systemUnix, Readings readings, IOutputTest outputs)
    {
        if (IsDue(nowMs, localUnix))
        {
            Start(nowMs);
        }
        else if (Runs)
        {
            StepItem(nowMs, localUnix, systemUnix, readings, outputs);
        }
    }

    private bool IsDue(long nowMs, long localUnix)
    {
        if (Runs || nowMs < FirstMs)
        {
            return false;
        }

        long since = nowMs - _ranMs;
        bool night = localUnix > 0 && localUnix % DaySeconds / HourSeconds == NightHour && since >= HourSeconds * 1000L;
        return _first || night || since >= DayMs + (localUnix > 0 ? HourSeconds * 1000L : 0);
    }

    private void StepItem(long nowMs, long localUnix, long systemUnix, Readings readings, IOutputTest outputs)
    {
        byte item = _item;
        switch ((SelfTestItem)_item)
        {
            case SelfTestItem.Memory:
                _stepped = false;
                BeginClock(nowMs, systemUnix);
                TestMemory(readings);
                break;
            case SelfTestItem.Storage:
                WaitForStorage(nowMs);
                break;
            case SelfTestItem.Outputs:
                TestOutputs(outputs == null ? CheckOutcome.NotTested : outputs.OutputsReadBack());
                break;
            case SelfTestItem.Leds:
                WaitForLamps(nowMs);
                break;
            case SelfTestItem.Clock:
                TestClock(nowMs, localUnix, systemUnix);
                break;
            case SelfTestItem.Rs485:
                TestRs485(readings);
                break;
            default:
                TestTwoWire(readings);
                Count++;
                EndedMs = nowMs;
                break;
        }

        _itemMs = _item == item ? _itemMs : nowMs;
    }

    /// <summary>The item was carried out; <paramref name="own"/> where no other row tells its failure.</summary>
    private void Finish(bool good, bool own)
    {
        _own = (byte)(!good && own ? _own | (1 << _item) : _own & ~(1 << _item));
        End(good ? CheckOutcome.Pass : CheckOutcome.Fail, NotTestedReason.None);
    }

    private void Skip(CheckOutcome outcome, NotTestedReason reason)
    {
        _own = (byte)(_own & ~(1 << _item));
        End(outcome, reason);
    }

    private void End(CheckOutcome outcome, NotTestedReason reason)
    {
        _outcome[_item] = (byte)outcome;
        _reason[_item] = (byte)reason;
        _item++;
    }

    /// <summary>A bit that has tipped over in the table of the faults is nobody else's to tell; too little free memory is 903's, by the same floor.</summary>
    private void TestMemory(Readings readings)
    {
        bool same = _table.Sum() == _sum;
        bool counted = readings.Has(Signal.HeapFree);
        if (same && !counted)
        {
            Skip(CheckOutcome.NotTested, NotTestedReason.NotCounted);
        }
        else
        {
            Finish(same && readings.ValueOf(Signal.HeapFree) >= UnitLimits.LeastHeapBytes, !same);
        }
    }

    private void TestOutputs(CheckOutcome outcome)
    {
        if (outcome == CheckOutcome.NotTested)
        {
            Skip(outcome, NotTestedReason.NoReadBack);
        }
        else
        {
            Finish(outcome == CheckOutcome.Pass, true);
        }
    }

    private void WaitForStorage(long nowMs)
    {
        if (!WantsWrite)
        {
            _token = (int)nowMs ^ ((Count + 1) << 24);
            WantsWrite = true;
            _itemMs = nowMs;
        }
        else if (nowMs - _itemMs >= StorageMs)
        {
            WantsWrite = false;
            Finish(false, false);
        }
    }

    private void WaitForLamps(long nowMs)
    {
        if (nowMs - _itemMs >= LampMs)
        {
            Skip(CheckOutcome.NotTested, NotTestedReason.NeedsEyes);
        }
    }

    private void BeginClock(long nowMs, long systemUnix)
    {
        _clockMs = nowMs;
        _clockUnix = systemUnix;
    }

    /// <summary>
    /// The tick counter and the platform's clock must advance together: one that stands, or runs at another rate, would make every time of a record wrong. A time server may step the second one,
    /// so that a difference counts when it shows twice.
    /// </summary>
    private void TestClock(long nowMs, long localUnix, long systemUnix)
    {
        long ranMs = nowMs - _clockMs;
        if (ranMs < ClockMs)
        {
            return;
        }

        long offMs = ((systemUnix - _clockUnix) * 1000) - ranMs;
        bool together = offMs >= -ClockToleranceMs && offMs <= ClockToleranceMs;
        if (!together && !_stepped)
        {
            _stepped = true;
            BeginClock(nowMs, systemUnix);
        }
        else if (together && localUnix <= 0)
        {
            Skip(CheckOutcome.NotTested, NotTestedReason.ClockNotSet);
        }
        else
        {
            Finish(together, true);
        }
    }

    /// <summary>RS485 is good where any meter on it answers; what of them is silent is told by its own row.</summary>
    private void TestRs485(Readings readings)
    {
        bool answers = readings.Has(Signal.BusFlow) || readings.Has(Signal.Power);
        EndBus(answers, IsSilent(readings, Signal.BusFlow) || IsSilent(readings, Signal.Power), false);
    }

    /// <summary>Each part that is fitted must answer. A card reader that does not is 503; the expander and the clock chip have no row of their own.</summary>
    private void TestTwoWire(Readings readings)
    {
        bool silent = IsSilent(readings, Signal.CardPresent);
        bool answers = readings.Has(Signal.CardPresent);
        bool own = IsSilent(readings, RowlessSignal(0)) || IsExpanderSilent(readings);
        for (int place = 0; place < RowlessSignals; place++)
        {
            answers |= readings.Has(RowlessSignal(place)) || ContactWatch.Chatters(readings, RowlessSignal(place));
        }

        silent |= own;
        EndBus(answers && !silent, silent, own);
    }

    /// <summary>What the clock chip (0) and the expander (the others) give: parts on the two-wire bus that no row of the catalogue stands for.</summary>
    private static int RowlessSignal(int place)
    {
        return place switch
        {
            0 => Signal.Temperature,
            1 => Signal.PumpMirror,
            2 => Signal.SelectorHand,
            3 => Signal.ChamberFlooded,
            4 => Signal.ValveIsOpen,
            _ => Signal.ValveIsShut,
        };
    }

    /// <summary>
    /// Nothing but the clock chip failed, as the readings say: its time is asked for after a power cut only, and what is missing then is 606's. A clock that may be wrong is level 3 (service contracts §1).
    /// </summary>
    public static bool IsClockChipAlone(Readings readings)
    {
        return readings.ValueOf(Signal.SelfTestFailures) == 1 && IsSilent(readings, Signal.Temperature) && !IsExpanderSilent(readings);
    }

    private static bool IsExpanderSilent(Readings readings)
    {
        bool silent = false;
        for (int place = 1; place < RowlessSignals; place++)
        {
            silent |= IsSilent(readings, RowlessSignal(place)) && !ContactWatch.Chatters(readings, RowlessSignal(place)); // the expander of a contact that chatters answers
        }

        return silent;
    }

    /// <summary>A bus of which nobody asks for anything is not fitted.</summary>
    private void EndBus(bool good, bool silent, bool own)
    {
        if (good || silent)
        {
            Finish(good, own);
        }
        else
        {
            Skip(CheckOutcome.NotFitted, NotTestedReason.None);
        }
    }

    private static bool IsSilent(Readings readings, int signal)
    {
        NoDataReason reason = readings.ReasonOf(signal);
        return !readings.Has(signal) && (reason == NoDataReason.Timeout || reason == NoDataReason.BusError || reason == NoDataReason.OutOfRange);
    }
}
