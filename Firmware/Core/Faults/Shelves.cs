using Firmware.Core.Contracts;

namespace Firmware.Core.Faults;

/// <summary>Why a fault was shelved.</summary>
public enum ShelveReason : byte
{
    /// <summary>Not shelved.</summary>
    None = 0,

    /// <summary>The part is on its way.</summary>
    PartOrdered = 1,

    /// <summary>The work is planned.</summary>
    WorkPlanned = 2,

    /// <summary>The instrument is not to be believed.</summary>
    InstrumentDoubted = 3,

    /// <summary>Known and harmless here for now.</summary>
    Known = 4,
}

/// <summary>
/// Faults that a person has put aside for a limited time (暂时搁置, ISA-18.2 "shelved"): they are judged and counted, and say nothing until the limit is up
/// or the shelf is cleared; then what is true is told with the count of what was held. Level 1 is never on a shelf. 6 places × 8 B. A power cut does not
/// count towards the limit: how long it lasted is not known.
/// </summary>
public sealed class Shelves
{
    /// <summary>Places: more faults put aside at once are a unit out of service.</summary>
    public const int Places = 6;

    /// <summary>Longest time on a shelf, minutes: three days, then somebody looks again.</summary>
    public const int MaxMinutes = 3 * 24 * 60;

    private const int MinuteMs = 60000;
    private const byte Free = 255;

    /// <summary>Mark of a free place whose fault came back by itself.</summary>
    private const int Returned = -1;

    private readonly byte[] _row = new byte[Places];
    private readonly byte[] _who = new byte[Places];
    private readonly byte[] _reason = new byte[Places];
    private readonly byte[] _returned = new byte[Places];
    private readonly int[] _leftMs = new int[Places];

    /// <summary>Empty shelves.</summary>
    public Shelves()
    {
        for (int place = 0; place < Places; place++)
        {
            _row[place] = Free;
        }
    }

    /// <summary>Something is shelved.</summary>
    public bool Any => Count > 0;

    /// <summary>Faults that are shelved, 0 to <see cref="Places"/>.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int place = 0; place < Places; place++)
            {
                count += _row[place] != Free ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Place of a row, −1 where it is not shelved.</summary>
    public int Find(int row)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_row[place] == row)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Row of a place, −1 where the place is free.</summary>
    public int RowAt(int place) => _row[place] == Free ? -1 : _row[place];

    /// <summary>Who shelved a place's fault, as in <see cref="Actor"/>.</summary>
    public int WhoAt(int place) => _who[place];

    /// <summary>Why.</summary>
    public ShelveReason ReasonAt(int place) => (ShelveReason)_reason[place];

    /// <summary>Minutes until it returns by itself, rounded up.</summary>
    public int MinutesLeftAt(int place) => (_leftMs[place] + MinuteMs - 1) / MinuteMs;

    /// <summary>Puts a row on a shelf, or changes the limit of one that is there; false where all places are taken.</summary>
    public bool Put(int row, int who, ShelveReason reason, int minutes)
    {
        int place = Find(row);
        place = place < 0 ? Find(Free) : place;
        if (place < 0)
        {
            return false;
        }

        _row[place] = (byte)row;
        _who[place] = (byte)who;
        _reason[place] = (byte)reason;
        _leftMs[place] = Bound.Clamp(minutes, 1, MaxMinutes) * MinuteMs;
        return true;
    }

    /// <summary>Takes a row back; false where it was not shelved.</summary>
    public bool Take(int row)
    {
        int place = Find(row);
        if (place >= 0)
        {
            _row[place] = Free;
        }

        return place >= 0;
    }

    /// <summary>Row of a fault that came back because its time was up and was not asked for yet, −1 where there is none.</summary>
    public int TakeReturned()
    {
        for (int place = 0; place < Places; place++)
        {
            if (_leftMs[place] == Returned)
            {
                _leftMs[place] = 0;
                return _returned[place];
            }
        }

        return -1;
    }

    /// <summary>Lets time pass: what has reached its limit returns.</summary>
    public void Step(int elapsedMs)
    {
        for (int place = 0; place < Places; place++)
        {
            if (_row[place] == Free)
            {
                continue;
            }

            _leftMs[place] -= elapsedMs;
            if (_leftMs[place] <= 0)
            {
                _returned[place] = _row[place];
                _leftMs[place] = Returned;
                _row[place] = Free;
            }
        }
    }
}
