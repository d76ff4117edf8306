using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Inspection.Items;

/// <summary>
/// One item under way: what it sees, what it asks of the pump and the person, and what it finds. One object, used for one item after the other; an item keeps
/// what it needs between two steps in here, because the items themselves have no state.
/// </summary>
public sealed class ItemRun
{
    /// <summary>Phase of the item, from 0.</summary>
    public int Phase;

    /// <summary>A number that an item keeps between two steps.</summary>
    public long First;

    /// <summary>Another one.</summary>
    public long Second;

    /// <summary>A third one.</summary>
    public long Third;

    private long _phaseSinceMs;

    /// <summary>An item's run over a site.</summary>
    public ItemRun(SiteView site, FaultMonitors monitors, UnitFacts unit)
    {
        Site = site;
        Monitors = monitors;
        Unit = unit;
    }

    /// <summary>The site.</summary>
    public SiteView Site { get; }

    /// <summary>The state of the faults.</summary>
    public FaultMonitors Monitors { get; }

    /// <summary>What the unit knows of itself.</summary>
    public UnitFacts Unit { get; }

    /// <summary>The readings.</summary>
    public Readings Readings => Site.Readings;

    /// <summary>Uptime of this step, ms.</summary>
    public long NowMs { get; private set; }

    /// <summary>How long the present phase has lasted, ms.</summary>
    public long PhaseMs => NowMs - _phaseSinceMs;

    /// <summary>Least value that passes.</summary>
    public int Low { get; private set; }

    /// <summary>Greatest value that passes.</summary>
    public int High { get; private set; }

    /// <summary>The item wants the pump to run.</summary>
    public bool WantsPump;

    /// <summary>The next change of the pump is to be timed.</summary>
    public bool TimesContactor;

    /// <summary>Time of the last timed closing, µs; below 0: −1 none yet, −2 the contact did not close within the limit, −3 no contact is fitted.</summary>
    public int CloseMicroseconds;

    /// <summary>Time of the last timed opening, in the same way.</summary>
    public int OpenMicroseconds;

    /// <summary>The item wants both LEDs to blink together.</summary>
    public bool WantsLamps;

    /// <summary>What the item waits for from the person.</summary>
    public Prompt Prompt { get; set; }

    /// <summary>The person has entered <see cref="Entered"/>.</summary>
    public bool HasEntered { get; set; }

    /// <summary>Value that the person entered, in the item's unit.</summary>
    public int Entered { get; set; }

    /// <summary>What was found.</summary>
    public ItemResult Result { get; private set; }

    /// <summary>Why it was not tested.</summary>
    public ItemReason Reason { get; private set; }

    /// <summary>There is a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The value, in the item's unit.</summary>
    public int Value { get; private set; }

    /// <summary>Its uncertainty, ±, in the same unit.</summary>
    public int Uncertainty { get; private set; }

    /// <summary>Starts an item.</summary>
    public void Begin(long nowMs, int low, int high)
    {
        NowMs = nowMs;
        Low = low;
        High = high;
        First = 0;
        Second = 0;
        Third = 0;
        WantsPump = false;
        WantsLamps = false;
        TimesContactor = false;
        CloseMicroseconds = UnitFacts.NotTimed;
        OpenMicroseconds = UnitFacts.NotTimed;
        Prompt = Prompt.None;
        HasEntered = false;
        Result = ItemResult.Open;
        Reason = ItemReason.None;
        HasValue = false;
        Value = 0;
        Uncertainty = 0;
        Enter(0);
    }

    /// <summary>The time of the next step.</summary>
    public void At(long nowMs) => NowMs = nowMs;

    /// <summary>Goes to a phase.</summary>
    public void Enter(int phase)
    {
        Phase = phase;
        _phaseSinceMs = NowMs;
    }

    /// <summary>
    /// The value with its uncertainty against the tolerance: inside passes, outside fails, and where the limit lies within the uncertainty it is left open, because what may be bad is
    /// not passed and what may be good is not failed (ISO 14253-1).
    /// </summary>
    public void Judge(int value, int uncertainty)
    {
        HasValue = true;
        Value = value;
        Uncertainty = uncertainty;
        long v = value;
        if ((Low == Checklist.NoLow || v - uncertainty >= Low) && (High == Checklist.NoHigh || v + uncertainty <= High))
        {
            End(ItemResult.Pass, ItemReason.None);
        }
        else
        {
            bool outside = v + uncertainty < Low || v - uncertainty > High;
            End(outside ? ItemResult.Fail : ItemResult.NotTested, outside ? ItemReason.None : ItemReason.TooUncertain);
        }
    }

    /// <summary>Judges a reading as it stands, or says why there is none.</summary>
    public void JudgeReading(int signal, int uncertainty)
    {
        if (Needs(signal))
        {
            Judge(Readings.ValueOf(signal), uncertainty);
        }
    }

    /// <summary>True where a reading is there; else the item ends with the reason.</summary>
    public bool Needs(int signal)
    {
        if (Readings.Has(signal))
        {
            return true;
        }

        if (Readings.ReasonOf(signal) == NoDataReason.NotFitted)
        {
            NotFitted();
        }
        else
        {
            NotTested(ItemReason.NoReading);
        }

        return false;
    }

    /// <summary>True where one of two readings is there. Not fitted is only what has neither; what has one that is silent gave no answer.</summary>
    public bool NeedsEither(int first, int second)
    {
        if (Readings.Has(first) || Readings.Has(second))
        {
            return true;
        }

        return Needs(Readings.ReasonOf(first) == NoDataReason.NotFitted ? second : first);
    }

    /// <summary>Notes a value that is not judged by the tolerance alone.</summary>
    public void Note(int value, int uncertainty)
    {
        HasValue = true;
        Value = value;
        Uncertainty = uncertainty;
    }

    /// <summary>Good.</summary>
    public void Pass() => End(ItemResult.Pass, ItemReason.None);

    /// <summary>Bad.</summary>
    public void Fail() => End(ItemResult.Fail, ItemReason.None);

    /// <summary>Not judged.</summary>
    public void NotTested(ItemReason reason) => End(ItemResult.NotTested, reason);

    /// <summary>Not there.</summary>
    public void NotFitted() => End(ItemResult.NotFitted, ItemReason.None);

    private void End(ItemResult result, ItemReason reason)
    {
        Result = result;
        Reason = reason;
        WantsPump = false;
        WantsLamps = false;
        TimesContactor = false;
        Prompt = Prompt.None;
    }
}
