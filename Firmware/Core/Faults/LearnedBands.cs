using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults;

/// <summary>
/// What this site usually delivers, learned from its own clean runs: for each quantity of <see cref="RunMeans"/> a reference and how far runs lie from one another.
/// The first <see cref="LearningRuns"/> runs make the reference; until then nothing is judged. Afterwards it follows by a 64th of the difference, once a
/// day at most: a water table that falls with the season is followed, a strainer that clogs by 0.5 % a day is 10 % off within a month. A run beyond the band is a
/// fault or a change of the plant, and teaches nothing: after a change a person resets. Who tells clean runs apart is the caller. About 100 B.
/// </summary>
public sealed class LearnedBands
{
    /// <summary>Clean runs before anything is judged.</summary>
    public const int LearningRuns = 10;

    /// <summary>Time between two steps of the reference once it is learned, ms.</summary>
    public const int FollowMs = 86400000;

    /// <summary>Bytes of the state.</summary>
    public const int StateBytes = 6 + (RunMeans.Quantities * QuantityBytes);

    private const int QuantityBytes = 11;
    private const int FollowShare = 64;
    private const int RecentShare = 4;
    private const int DeviationShare = 8;
    private const int Permille = 1000;
    private const int RepairPermille = 100;
    private const int Deviations = 4;
    private const int WidestPermille = 600;

    private readonly int[] _reference = new int[RunMeans.Quantities];
    private readonly int[] _recent = new int[RunMeans.Quantities];
    private readonly ushort[] _deviation = new ushort[RunMeans.Quantities];
    private readonly byte[] _runs = new byte[RunMeans.Quantities];
    private int _sinceFollowMs;
    private long _countedMs;

    /// <summary>The references stand still: a person has said so.</summary>
    public bool Frozen { get; private set; }

    /// <summary>Changes of the state that are worth keeping, since the start.</summary>
    public int Changes { get; private set; }

    /// <summary>Clean runs that taught a quantity, at most <see cref="LearningRuns"/>: "learning 3/10".</summary>
    public int RunsOf(int quantity) => _runs[quantity];

    /// <summary>Enough clean runs have been seen.</summary>
    public bool IsLearned(int quantity) => _runs[quantity] >= LearningRuns;

    /// <summary>What is usual, in the quantity's unit.</summary>
    public int ReferenceOf(int quantity) => _reference[quantity];

    /// <summary>Mean of the last runs, each a quarter: what one run in another field does is not a trend.</summary>
    public int RecentOf(int quantity) => _recent[quantity];

    /// <summary>
    /// Half width of the band, ‰: <paramref name="least"/>, or four mean deviations of the site's runs from those before them where that is more: fields differ.
    /// </summary>
    public int WidthOf(int quantity, int least) => Bound.Clamp(Deviations * _deviation[quantity], least, WidestPermille);

    /// <summary>How far a value lies from the reference, ‰ of it.</summary>
    public int OffPermille(int quantity, int value) => Bound.Scale((long)value - _reference[quantity], Permille, _reference[quantity]);

    /// <summary>Learns from the run that has just ended, which was clean.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="run">The run.</param>
    /// <param name="mayFollow">False while a trend is a fault already: then only <see cref="RecentOf"/> goes with the run.</param>
    public void Learn(long nowMs, RunMeans run, bool mayFollow)
    {
        _sinceFollowMs = (int)Bound.Clamp(_sinceFollowMs + (nowMs - _countedMs), 0, FollowMs);
        _countedMs = nowMs;
        bool follows = mayFollow && !Frozen && _sinceFollowMs >= FollowMs;
        for (int quantity = 0; quantity < RunMeans.Quantities; quantity++)
        {
            if (run.HasRun(quantity))
            {
                Learn(quantity, run.OfRun(quantity), follows);
            }
        }

        _sinceFollowMs = follows ? 0 : _sinceFollowMs;
        Changes++;
    }

    /// <summary>Lets the references stand still, or follow again.</summary>
    public void Freeze(bool frozen)
    {
        if (Frozen != frozen)
        {
            Changes++;
        }

        Frozen = frozen;
    }

    /// <summary>Forgets everything and learns anew: pump, pipe or meter were changed.</summary>
    public void Reset()
    {
        for (int quantity = 0; quantity < RunMeans.Quantities; quantity++)
        {
            _runs[quantity] = 0;
            _reference[quantity] = 0;
            _recent[quantity] = 0;
            _deviation[quantity] = 0;
        }

        Frozen = false;
        _sinceFollowMs = 0;
        Changes++;
    }

    /// <summary>Writes the state; returns the place after it.</summary>
    public int Write(byte[] into, int at)
    {
        into[at] = (byte)(Frozen ? 1 : 0);
        into[at + 1] = RunMeans.Quantities;
        at = Put(into, at + 2, _sinceFollowMs);
        for (int quantity = 0; quantity < RunMeans.Quantities; quantity++)
        {
            into[at] = _runs[quantity];
            into[at + 1] = (byte)_deviation[quantity];
            into[at + 2] = (byte)(_deviation[quantity] >> 8);
            at = Put(into, at + 3, _reference[quantity]);
            at = Put(into, at, _recent[quantity]);
        }

        return at;
    }

    /// <summary>Takes up a state; false where it is none, and nothing is changed.</summary>
    public bool TryRead(byte[] from, int at, int count)
    {
        if (count != StateBytes || from[at] > 1 || from[at + 1] != RunMeans.Quantities)
        {
            return false;
        }

        Frozen = from[at] == 1;
        _sinceFollowMs = Bound.Clamp(Get(from, at + 2), 0, FollowMs);
        for (int quantity = 0; quantity < RunMeans.Quantities; quantity++)
        {
            int start = at + 6 + (quantity * QuantityBytes);
            _runs[quantity] = (byte)Bound.Clamp((int)from[start], 0, LearningRuns);
            _deviation[quantity] = (ushort)Bound.Clamp(from[start + 1] | (from[start + 2] << 8), 0, Permille);
            _reference[quantity] = Bound.Clamp(Get(from, start + 3), 0, int.MaxValue);
            _recent[quantity] = Bound.Clamp(Get(from, start + 7), 0, int.MaxValue);
        }

        return true;
    }

    private void Learn(int quantity, int value, bool follows)
    {
        int runs = _runs[quantity];
        if (runs == 0)
        {
            _reference[quantity] = value;
            _recent[quantity] = value;
        }

        bool learned = runs >= LearningRuns;
        int off = Bound.Scale((long)value - _recent[quantity], Permille, _recent[quantity]);
        int deviation = Bound.Clamp(off < 0 ? -off : off, 0, Permille);
        Remember(quantity, value);
        if (!learned)
        {
            _runs[quantity] = (byte)(runs + 1);
            _reference[quantity] += (value - _reference[quantity]) / (runs + 1);
            _deviation[quantity] = (ushort)(_deviation[quantity] + ((deviation - _deviation[quantity]) / (runs + 1)));
        }
        else if (follows)
        {
            _reference[quantity] += (value - _reference[quantity]) / FollowShare;
            _deviation[quantity] = (ushort)(_deviation[quantity] + ((deviation - _deviation[quantity]) / (DeviationShare * RecentShare)));
        }
    }

    /// <summary>What clogs or wears creeps; what is repaired shows at once.</summary>
    private void Remember(int quantity, int value)
    {
        bool better = value > Bound.Scale(_recent[quantity], Permille + RepairPermille, Permille);
        _recent[quantity] = better ? value : _recent[quantity] + ((value - _recent[quantity]) / RecentShare);
    }

    private static int Put(byte[] into, int at, int value)
    {
        for (int i = 0; i < 4; i++)
        {
            into[at + i] = (byte)(value >> (8 * i));
        }

        return at + 4;
    }

    private static int Get(byte[] from, int at)
    {
        return from[at] | (from[at + 1] << 8) | (from[at + 2] << 16) | (from[at + 3] << 24);
    }
}
