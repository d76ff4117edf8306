using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The state of every row of the catalogue, and its step. A fault is raised when its check has failed for the row's raise time, and cleared
/// when it has passed for the row's clear time. A check that cannot judge (not tested, stale, error) neither raises nor clears: the time
/// already counted stands still. A consequence of another fault is not judged (<see cref="InhibitedBy"/>). Time is counted, never ticks. The highest level of an occurrence is kept until it clears.
/// </summary>
public sealed class FaultMonitors
{
    private const byte Clear = 0;
    private const byte Raising = 1;
    private const byte Raised = 2;
    private const byte Clearing = 3;

    private readonly FaultCatalogue _catalogue;
    private readonly TransitionQueue _queue;
    private readonly byte[] _phase = new byte[FaultCatalogue.MaxRows];
    private readonly byte[] _outcome = new byte[FaultCatalogue.MaxRows];
    private readonly byte[] _level = new byte[FaultCatalogue.MaxRows];
    private readonly bool[] _fails = new bool[FaultCatalogue.MaxRows];
    private readonly short[] _inhibitedBy = new short[FaultCatalogue.MaxRows];
    private readonly byte[] _causeRow = new byte[FaultCatalogue.MaxRows * FaultCatalogue.MaxCauses];
    private readonly ushort[] _occurrence = new ushort[FaultCatalogue.MaxRows];
    private readonly int[] _countedMs = new int[FaultCatalogue.MaxRows];
    private readonly long[] _changeMs = new long[FaultCatalogue.MaxRows];
    private readonly long[] _onsetMs = new long[FaultCatalogue.MaxRows];
    private long _lastMs = -1;

    /// <summary>Monitors of a catalogue that put their transitions into a queue.</summary>
    public FaultMonitors(FaultCatalogue catalogue, TransitionQueue queue)
    {
        _catalogue = catalogue;
        _queue = queue;
        for (int place = 0; place < _causeRow.Length; place++)
        {
            int cause = place / FaultCatalogue.MaxCauses < catalogue.Count
                ? catalogue.Cause(place / FaultCatalogue.MaxCauses, place % FaultCatalogue.MaxCauses)
                : 0;
            int row = cause == 0 ? -1 : catalogue.RowOf(cause);
            _causeRow[place] = (byte)(row < 0 ? FaultCatalogue.MaxRows : row);
        }
    }

    /// <summary>Evidence of the moment at which each fault was raised.</summary>
    public FreezeFrames Frames { get; } = new FreezeFrames();

    /// <summary>Worst level raised now, <see cref="FaultCatalogue.NoLevel"/> when healthy.</summary>
    public byte WorstLevel { get; private set; }

    /// <summary>Faults raised now.</summary>
    public int RaisedCount { get; private set; }

    /// <summary>
    /// How close a row is to changing, on the scale of AUTOSAR's fault detection counter: −128 passed and nothing counted, up to +127 raised; while
    /// it clears it falls from +127 towards −128.
    /// </summary>
    public int ClosenessOf(int row)
    {
        int full = Needed(row, _phase[row] < Raised);
        int counted = full == 0 ? 0 : Bound.Scale(_countedMs[row], 255, full);
        return _phase[row] switch
        {
            Raising => counted - 128,
            Raised => 127,
            Clearing => 127 - counted,
            _ => -128,
        };
    }

    /// <summary>True while a row's fault is raised.</summary>
    public bool IsRaised(int row) => _phase[row] >= Raised;

    /// <summary>Present level of a raised row.</summary>
    public byte LevelOf(int row) => _level[row];

    /// <summary>Raises of a row since the epoch began.</summary>
    public int OccurrenceOf(int row) => _occurrence[row];

    /// <summary>Onset of a raised row, ms of uptime.</summary>
    public long OnsetMsOf(int row) => _onsetMs[row];

    /// <summary>What a row's check said last.</summary>
    public CheckOutcome OutcomeOf(int row) => (CheckOutcome)_outcome[row];

    /// <summary>Code of the root cause that keeps a row from being judged; 0 where none does.</summary>
    public int InhibitedBy(int row) => _inhibitedBy[row];

    /// <summary>Sets the count that a row had before the restart.</summary>
    public void RestoreOccurrence(int row, int occurrence)
    {
        _occurrence[row] = (ushort)occurrence;
    }

    /// <summary>Judges every row once.</summary>
    public void Step(SiteView site)
    {
        int elapsed = _lastMs < 0 ? 0 : (int)Bound.Clamp(site.NowMs - _lastMs, 0, int.MaxValue);
        _lastMs = site.NowMs;
        byte worst = FaultCatalogue.NoLevel;
        int raised = 0;
        Judge(site);
        for (int row = 0; row < _catalogue.Count; row++)
        {
            Inhibit(row);
            StepRow(row, elapsed, site);
            if (IsRaised(row))
            {
                raised++;
                worst = Worse(worst, _level[row]);
            }
        }

        WorstLevel = worst;
        RaisedCount = raised;
    }

    private static byte Worse(byte first, byte second)
    {
        return first == FaultCatalogue.NoLevel || (second != FaultCatalogue.NoLevel && second < first) ? second : first;
    }

    /// <summary>All checks first, so that a root cause is known in the tick in which its consequence shows (first-out).</summary>
    private void Judge(SiteView site)
    {
        for (int row = 0; row < _catalogue.Count; row++)
        {
            CheckOutcome outcome = Check.Judge(_catalogue.CheckOf(row), site, IsRaised(row));
            _outcome[row] = (byte)outcome;
            _fails[row] = outcome == CheckOutcome.Fail;
        }
    }

    /// <summary>A row whose cause fails or is raised is not judged; what it had counted is forgotten, so that it is judged anew afterwards.</summary>
    private void Inhibit(int row)
    {
        _inhibitedBy[row] = 0;
        for (int i = 0; i < FaultCatalogue.MaxCauses && _inhibitedBy[row] == 0; i++)
        {
            int cause = _causeRow[(row * FaultCatalogue.MaxCauses) + i];
            if (cause < FaultCatalogue.MaxRows && (_fails[cause] || IsRaised(cause)))
            {
                _inhibitedBy[row] = (short)_catalogue.Code(cause);
            }
        }

        if (_inhibitedBy[row] == 0)
        {
            return;
        }

        _outcome[row] = (byte)CheckOutcome.NotTested;
        if (_phase[row] == Raising && _countedMs[row] < _catalogue.RaiseMs(row))
        {
            _phase[row] = Clear;
        }
        else if (_phase[row] == Clearing && _countedMs[row] < _catalogue.ClearMs(row))
        {
            _phase[row] = Raised;
        }
    }

    private void StepRow(int row, int elapsed, SiteView site)
    {
        var outcome = (CheckOutcome)_outcome[row];
        switch (_phase[row])
        {
            case Clear:
            case Raising:
                StepTowards(row, elapsed, site, outcome, CheckOutcome.Fail);
                break;
            default:
                StepTowards(row, elapsed, site, outcome, CheckOutcome.Pass);
                Escalate(row, site);
                break;
        }
    }

    /// <summary>
    /// Counts the time of an outcome that would change the row; the opposite outcome starts again, anything else stands still.
    /// </summary>
    private void StepTowards(int row, int elapsed, SiteView site, CheckOutcome outcome, CheckOutcome wanted)
    {
        bool raising = wanted == CheckOutcome.Fail;
        if (outcome == wanted)
        {
            Count(row, elapsed, site, raising);
        }
        else if (outcome == CheckOutcome.Pass || outcome == CheckOutcome.Fail)
        {
            _phase[row] = raising ? Clear : Raised;
        }
        else if (_phase[row] == (raising ? Raising : Clearing))
        {
            Complete(row, site, raising);
        }
    }

    private void Count(int row, int elapsed, SiteView site, bool raising)
    {
        byte counting = raising ? Raising : Clearing;
        if (_phase[row] != counting)
        {
            _phase[row] = counting;
            _countedMs[row] = 0;
            _changeMs[row] = site.NowMs;
            return;
        }

        _countedMs[row] = (int)Bound.Clamp((long)_countedMs[row] + elapsed, 0, Needed(row, raising));
        Complete(row, site, raising);
    }

    /// <summary>
    /// Changes the row once its time is counted. When the queue is full it waits for a place, also when the check can no longer judge
    /// meanwhile: a pump stopped for running dry must not take its own alarm back.
    /// </summary>
    private void Complete(int row, SiteView site, bool raising)
    {
        if (_countedMs[row] < Needed(row, raising) || _queue.IsFull)
        {
            return;
        }

        if (raising)
        {
            Raise(row, site);
        }
        else
        {
            _phase[row] = Clear;
            Tell(row, FaultEvent.Cleared, _changeMs[row], site);
        }
    }

    private int Needed(int row, bool raising)
    {
        return raising ? _catalogue.RaiseMs(row) : _catalogue.ClearMs(row);
    }

    private void Raise(int row, SiteView site)
    {
        _phase[row] = Raised;
        _onsetMs[row] = _changeMs[row];
        _occurrence[row]++;
        _level[row] = LevelNow(row, site);
        Frames.Take(this, _catalogue, row, site.Readings);
        Tell(row, FaultEvent.Raised, _onsetMs[row], site);
    }

    private void Escalate(int row, SiteView site)
    {
        if (_phase[row] == Clear || _queue.IsFull || Worse(_level[row], LevelNow(row, site)) == _level[row])
        {
            return;
        }

        _level[row] = LevelNow(row, site);
        Tell(row, FaultEvent.Level, site.NowMs, site);
    }

    private byte LevelNow(int row, SiteView site)
    {
        bool worse = _catalogue.WorseLevel(row) != FaultCatalogue.NoLevel && Check.IsWorse(_catalogue.CheckOf(row), site);
        return worse ? _catalogue.WorseLevel(row) : _catalogue.Level(row);
    }

    private void Tell(int row, FaultEvent what, long onsetMs, SiteView site)
    {
        _queue.Add(_catalogue, row, what, _level[row], _occurrence[row], onsetMs, site.NowMs, site.Readings);
    }
}
