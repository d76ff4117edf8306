using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Firmware.Core.Service;

/// <summary>The items of the self-test, in their order.</summary>
public enum SelfTestItem : byte
{
    /// <summary>A pattern through the unit's working memory.</summary>
    Memory = 0,

    /// <summary>A slot written, read back and compared.</summary>
    Storage = 1,

    /// <summary>Outputs read back where the board can.</summary>
    Outputs = 2,

    /// <summary>All LEDs lit for two seconds, for whoever looks: the unit itself cannot see them.</summary>
    Leds = 3,

    /// <summary>The clock goes forward and is set.</summary>
    Clock = 4,

    /// <summary>RS485: a part on it answers.</summary>
    Rs485 = 5,

    /// <summary>Two-wire bus: a part on it answers.</summary>
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
    private const int PatternBytes = 64;
    private const byte Idle = 255;

    private readonly byte[] _outcome = new byte[Items];
    private readonly byte[] _reason = new byte[Items];
    private readonly byte[] _pattern = new byte[PatternBytes];
    private byte _item = Idle;
    private bool _first = true;
    private bool _storeRefused;
    private long _itemMs;
    private long _ranMs;
    private long _lastUptimeMs;
    private int _token;

    /// <summary>Nothing tested yet.</summary>
    public SelfTest()
    {
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
    /// Those of them that no other row of the catalogue tells: 906. A silent bus is that of its parts (202, 310, 503), and a store that refuses to write is 701; one that writes and reads
    /// back something else is nobody's but this test's.
    /// </summary>
    public int OwnFailures
    {
        get
        {
            int failures = 0;
            for (int item = 0; item < (int)SelfTestItem.Rs485; item++)
            {
                failures += _outcome[item] == (byte)CheckOutcome.Fail ? 1 : 0;
            }

            return _storeRefused ? failures - 1 : failures;
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
            _storeRefused = false;
            Finish(readBack == _token ? CheckOutcome.Pass : CheckOutcome.Fail, NotTestedReason.None);
        }
    }

    /// <summary>Once a decision.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="localUnix">Local time, Unix s shifted by the site's offset; 0 where no clock is set.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="outputs">The board's outputs; null where it cannot read them back.</param>
    public void Step(long nowMs, long localUnix, Readings readings, IOutputTest outputs)
    {
        if (IsDue(nowMs, localUnix))
        {
            Start(nowMs);
        }
        else if (Runs)
        {
            StepItem(nowMs, localUnix, readings, outputs);
        }

        _lastUptimeMs = nowMs;
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

    private void StepItem(long nowMs, long localUnix, Readings readings, IOutputTest outputs)
    {
        byte item = _item;
        switch ((SelfTestItem)_item)
        {
            case SelfTestItem.Memory:
                Finish(MemoryHolds() ? CheckOutcome.Pass : CheckOutcome.Fail, NotTestedReason.None);
                break;
            case SelfTestItem.Storage:
                WaitForStorage(nowMs);
                break;
            case SelfTestItem.Outputs:
                CheckOutcome outcome = outputs == null ? CheckOutcome.NotTested : outputs.OutputsReadBack();
                Finish(outcome, outcome == CheckOutcome.NotTested ? NotTestedReason.NoReadBack : NotTestedReason.None);
                break;
            case SelfTestItem.Leds:
                WaitForLamps(nowMs);
                break;
            case SelfTestItem.Clock:
                TestClock(nowMs, localUnix);
                break;
            case SelfTestItem.Rs485:
                TestBus(readings, Signal.BusFlow, Signal.Power);
                break;
            default:
                TestBus(readings, Signal.Temperature, Signal.CardPresent);
                Count++;
                EndedMs = nowMs;
                _item = Idle;
                break;
        }

        _itemMs = _item == item ? _itemMs : nowMs;
    }

    private void Finish(CheckOutcome outcome, NotTestedReason reason)
    {
        _outcome[_item] = (byte)outcome;
        _reason[_item] = (byte)reason;
        _item++;
    }

    /// <summary>Each bit once as 1 and once as 0, beside its opposite.</summary>
    private bool MemoryHolds()
    {
        return Holds(0x55) && Holds(0xAA);
    }

    private bool Holds(int pattern)
    {
        for (int i = 0; i < PatternBytes; i++)
        {
            _pattern[i] = (byte)(pattern ^ i);
        }

        bool holds = true;
        for (int i = 0; i < PatternBytes; i++)
        {
            holds &= _pattern[i] == (byte)(pattern ^ i);
        }

        return holds;
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
            _storeRefused = true;
            Finish(CheckOutcome.Fail, NotTestedReason.None);
        }
    }

    private void WaitForLamps(long nowMs)
    {
        if (nowMs - _itemMs >= LampMs)
        {
            Finish(CheckOutcome.NotTested, NotTestedReason.NeedsEyes);
        }
    }

    private void TestClock(long nowMs, long localUnix)
    {
        bool forward = nowMs > _lastUptimeMs;
        bool set = localUnix > 0;
        Finish(!forward ? CheckOutcome.Fail : set ? CheckOutcome.Pass : CheckOutcome.NotTested, forward && !set ? NotTestedReason.ClockNotSet : NotTestedReason.None);
    }

    /// <summary>A bus is good where any part on it answers; not fitted where nobody asks for one.</summary>
    private void TestBus(Readings readings, int first, int second)
    {
        bool answers = readings.Has(first) || readings.Has(second);
        bool asked = IsAsked(readings.ReasonOf(first)) || IsAsked(readings.ReasonOf(second));
        Finish(answers ? CheckOutcome.Pass : asked ? CheckOutcome.Fail : CheckOutcome.NotFitted, NotTestedReason.None);
    }

    private static bool IsAsked(NoDataReason reason)
    {
        return reason == NoDataReason.Timeout || reason == NoDataReason.BusError || reason == NoDataReason.OutOfRange;
    }
}
