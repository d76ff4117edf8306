using System;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>Judges every scan by itself: how much it did, what the LED shows, what storage holds.</summary>
public sealed class StepJudge
{
    /// <summary>Writes to storage in one scan.</summary>
    public const int MostWrites = 1;

    /// <summary>Writes in the first scan of a start: that it has begun is noted at once, whatever comes next.</summary>
    public const int MostWritesFirst = 2;

    /// <summary>Reads from storage in one scan: two records that become one, and as many as one publish takes.</summary>
    public const int MostReads = 2 + Delivery.MaxBatch;

    /// <summary>Publishes in one scan.</summary>
    public const int MostPublishes = 1;

    /// <summary>Inbound messages taken in one scan.</summary>
    public const int MostTaken = 1;

    /// <summary>Reads from storage while the unit starts: each slot, and as many where one cannot be read.</summary>
    public const int MostReadsAtStart = 2 * StorageModel.Slots;

    /// <summary>Blocks of 4 KB that the store may take: 128 KB.</summary>
    public const int MostBlocks = 32;

    /// <summary>Longest time for which the LED shows a number, with what stalls may add, ms.</summary>
    public const int MostNumberMs = 180_000;

    /// <summary>Longest time for which it shows something else, a lamp test, with what stalls may add, ms; an inspection may ask for one after the other.</summary>
    public const int MostOtherMs = 60_000;

    /// <summary>littlefs as measured (FORMAT.md, "Budget"): what one block holds of files inside the metadata, the longest of those, and what tags and name add to each, B.</summary>
    private const int BlockBytes = 612;
    private const int InlineBytes = 510;
    private const int TagBytes = 24;

    private const int HeadBytes = SlotHead.HeadBytes;
    private const int LateMs = 150;
    private const int LevelLed = 0;
    private const int FlashMs = 250;

    private readonly StorageModel _storage;
    private readonly LinkModel _link;
    private readonly SiteModel _site;
    private long _writes;
    private long _reads;
    private long _published;
    private long _refusals;
    private long _taken;
    private long _lastMs = -1;
    private long _rhythmMs;
    private long _numberSinceMs = -1;
    private long _otherSinceMs = -1;
    private int _shown;

    /// <summary>A judge of these models.</summary>
    public StepJudge(StorageModel storage, LinkModel link, SiteModel site)
    {
        (_storage, _link, _site) = (storage, link, site);
    }

    /// <summary>Most reads in one scan, so far.</summary>
    public long ReadsSeen { get; private set; }

    /// <summary>A step begins.</summary>
    public void Begin()
    {
        (_writes, _reads, _published, _taken) = (_storage.Writes, _storage.Reads, _link.Published, _link.Taken);
        _refusals = _storage.Refusals;
    }

    /// <summary>The step read from storage.</summary>
    public bool DidRead => _storage.Reads != _reads;

    /// <summary>Storage refused in this step.</summary>
    public bool WasRefused => _storage.Refusals != _refusals;

    /// <summary>True where the step did something that another step may follow.</summary>
    public bool DidSomething => _storage.Writes != _writes || _link.Published != _published || _link.Taken != _taken;

    /// <summary>The unit has started.</summary>
    public void JudgeStart()
    {
        Limit("reads at the start", _storage.Reads - _reads, MostReadsAtStart);
    }

    /// <summary>A scan has ended.</summary>
    /// <param name="uptimeMs">Uptime at the scan, ms.</param>
    /// <param name="worstLevel">Worst level that is raised: the truth's.</param>
    /// <param name="showsLevel">The unit says that the level LED is the level's now.</param>
    /// <param name="showsNumber">It shows the number of a fault.</param>
    public void JudgeScan(long uptimeMs, int worstLevel, bool showsLevel, bool showsNumber)
    {
        ReadsSeen = Math.Max(ReadsSeen, _storage.Reads - _reads);
        Limit("writes", _storage.Writes - _writes, _lastMs < 0 ? MostWritesFirst : MostWrites);
        Limit("reads", _storage.Reads - _reads, MostReads);
        Limit("publishes", _link.Published - _published, MostPublishes);
        Limit("inbound messages", _link.Taken - _taken, MostTaken);
        JudgeLed(uptimeMs, worstLevel, showsLevel, showsNumber);
    }

    /// <summary>The unit starts: nothing was shown before.</summary>
    public void BeginLife()
    {
        (_lastMs, _rhythmMs, _shown, _numberSinceMs, _otherSinceMs) = (-1, 0, 0, -1, -1);
    }

    /// <summary>
    /// The LED is lit as the worst level's rhythm has it, from the very scan on in which that level is the worst. The rhythm begins anew when the level changes, when a scan
    /// comes late, and when the number of a fault has been shown. While the unit shows something else and says so, nothing is asked of the LED, for a bounded time.
    /// </summary>
    private void JudgeLed(long uptimeMs, int worstLevel, bool showsLevel, bool number)
    {
        bool late = _lastMs >= 0 && uptimeMs - _lastMs > LateMs;
        bool wasNumber = _numberSinceMs >= 0;
        _numberSinceMs = !number ? -1 : wasNumber ? _numberSinceMs : uptimeMs;
        _otherSinceMs = showsLevel || number ? -1 : _otherSinceMs >= 0 ? _otherSinceMs : uptimeMs;
        if (worstLevel != _shown || (!number && (late || wasNumber)))
        {
            (_shown, _rhythmMs) = (worstLevel, uptimeMs);
        }

        _lastMs = uptimeMs;
        Limit("ms with a number on the LED", number ? uptimeMs - _numberSinceMs : 0, MostNumberMs);
        Limit("ms with something else on the LED", _otherSinceMs < 0 ? 0 : uptimeMs - _otherSinceMs, MostOtherMs);
        if (showsLevel && _site.Led(LevelLed) != Shows(worstLevel, uptimeMs - _rhythmMs))
        {
            throw new Violation("led", $"at {uptimeMs} ms the LED does not show level {worstLevel}, the worst since {_rhythmMs} ms");
        }
    }

    /// <summary>Storage as a whole stays within its budget.</summary>
    public void JudgeStore() => JudgeStore(_storage.Copy());

    /// <summary>No file is longer than its slot's longest, and all together take no more blocks than there are: one each above what fits into the metadata, the others side by side.</summary>
    public static void JudgeStore(byte[][] files)
    {
        int own = 0;
        int shared = 0;
        for (int slot = 0; slot < files.Length; slot++)
        {
            int length = files[slot]?.Length ?? 0;
            if (length > HeadBytes + LongestIn(slot))
            {
                throw new Violation("store", $"slot {slot} holds {length - HeadBytes} B, at most {LongestIn(slot)} are planned");
            }

            own += length > InlineBytes ? 1 : 0;
            shared += length is 0 or > InlineBytes ? 0 : length + TagBytes;
        }

        int blocks = own + ((shared + BlockBytes - 1) / BlockBytes);
        if (blocks > MostBlocks)
        {
            throw new Violation("store", $"{blocks} blocks of 4 KB, at most {MostBlocks} are planned");
        }
    }

    /// <summary>The longest content of a slot, as FORMAT.md plans it, B.</summary>
    private static int LongestIn(int slot) => slot switch
    {
        0 => 384,
        8 => 46,
        10 => 37,
        < 13 => 410,
        >= 40 and < 44 or >= 60 and < 64 => 1056,
        >= 44 and < 50 => 382,
        >= 64 => 151,
        _ => 0,
    };

    /// <summary>The rhythm of a level, written down here a second time: 1 at 2 Hz, 2 twice and 3 once in two seconds, 4 once in six, healthy steady.</summary>
    private static bool Shows(int level, long ms) => level switch
    {
        0 => true,
        1 => ms / FlashMs % 2 == 0,
        2 => ms / FlashMs % 8 is 0 or 2,
        3 => ms / FlashMs % 8 == 0,
        _ => ms / FlashMs % 24 == 0,
    };

    private static void Limit(string what, long count, long most)
    {
        if (count > most)
        {
            throw new Violation("work", $"{count} {what} in one step, at most {most} are allowed");
        }
    }
}
