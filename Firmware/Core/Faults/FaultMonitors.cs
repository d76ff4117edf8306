using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>
/// The state of every row of the catalogue, and its step. A fault is raised when its check has failed for the row's raise time, and cleared
/// when it has passed for the row's clear time. A check that cannot judge (not tested, stale, error) neither raises nor clears: the time
/// already counted stands still. A consequence of another fault is not judged (<see cref="InhibitedBy"/>). Time is counted, never ticks.
/// The highest level of an occurrence is kept until it clears. What is true never depends on whether it can be told: while the queue is full a row's
/// transitions are held back, and the one that is true afterwards is told with their count.
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
    private readonly bool[] _owed = new bool[FaultCatalogue.MaxRows];
    private readonly bool[] _toldRaised = new bool[FaultCatalogue.MaxRows];
    private readonly byte[] _toldLevel = new byte[FaultCatalogue.MaxRows];
    private readonly byte[] _held = new byte[FaultCatalogue.MaxRows];
    private readonly ushort[] _toldOccurrence = new ushort[FaultCatalogue.MaxRows];
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
        _toldOccurrence[row] = (ushort)occurrence;
    }

    /// <summary>
    /// Takes up whether a fault was raised before the restart (its level, or none): it is the same occurrence, and is cleared like any other. Its onset
    /// counts as this start.
    /// </summary>
    public void RestoreRaised(int row, byte level)
    {
        bool raised = level != FaultCatalogue.NoLevel;
        _phase[row] = raised ? Raised : Clear;
        _level[row] = level;
        _toldRaised[row] = raised;
        _toldLevel[row] = level;
        _onsetMs[row] = 0;
    }

    /// <summary>Transitions that are held back because the queue is full.</summary>
    public int OwedCount { get; private set; }

    /// <summary>Judges every row once.</summary>
    public void Step(SiteView site)
    {
        int elapsed = _lastMs < 0 ? 0 : (int)Bound.Clamp(site.NowMs - _lastMs, 0, int.MaxValue);
        _lastMs = site.NowMs;
        byte worst = FaultCatalogue.NoLevel;
        int raised = 0;
        int owed = 0;
        Judge(site);
        for (int row = 0; row < _catalogue.Count; row++)
        {
            Inhibit(row);
            StepRow(row, elapsed, site);
            TellOwed(row, site);
            owed += _owed[row] ? 1 : 0;
            if (IsRaised(row))
            {
                raised++;
                worst = Worse(worst, _level[row]);
            }
        }

        WorstLevel = worst;
        RaisedCount = raised;
        OwedCount = owed;
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

    /// <summary>Changes the row once its time is counted.</summary>
    private void Complete(int row, SiteView site, bool raising)
    {
        if (_countedMs[row] < Needed(row, raising))
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
        if (_phase[row] == Clear || Worse(_level[row], LevelNow(row, site)) == _level[row])
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
        if (_owed[row] || _queue.IsFull)
        {
            _owed[row] = true;
            _held[row] = (byte)Bound.Clamp(_held[row] + 1, 0, byte.MaxValue);
            return;
        }

        _queue.Add(_catalogue, row, what, _level[row], _occurrence[row], _held[row], onsetMs, site.NowMs, site.Readings);
        _held[row] = 0;
        _toldRaised[row] = what != FaultEvent.Cleared;
        _toldLevel[row] = _level[row];
        _toldOccurrence[row] = _occurrence[row];
    }

    /// <summary>Tells what is true now of a row whose transitions were held back, once there is a place: one transition, with the count of the others.</summary>
    private void TellOwed(int row, SiteView site)
    {
        if (!_owed[row] || _queue.IsFull)
        {
            return;
        }

        bool sameOccurrence = _toldOccurrence[row] == _occurrence[row];
        _owed[row] = false;
        _held[row]--;
        if (!IsRaised(row))
        {
            if (_toldRaised[row] || !sameOccurrence)
            {
                Tell(row, FaultEvent.Cleared, _changeMs[row], site);
            }
        }
        else if (!sameOccurrence || !_toldRaised[row])
        {
            Tell(row, FaultEvent.Raised, _onsetMs[row], site);
        }
        else if (_toldLevel[row] != _level[row])
        {
            Tell(row, FaultEvent.Level, site.NowMs, site);
        }
    }
}
