using Firmware.Core.Contracts;

namespace Firmware.Records;

/// <summary>What a write to storage is for. The numbers stand in the ledger: never reuse one.</summary>
public enum WriteClass : byte
{
    /// <summary>A record of the outbox, written or cleared.</summary>
    Outbox = 0,

    /// <summary>The ledger.</summary>
    Ledger = 1,

    /// <summary>A page of the event log.</summary>
    EventLog = 2,

    /// <summary>A small state of a part of the unit (<see cref="IKept"/>), the parting record too.</summary>
    State = 3,

    /// <summary>A file of a flash block of its own: configuration, evidence, inspection run and reports, visits.</summary>
    Large = 4,
}

/// <summary>
/// How much the unit writes, against what its flash stands. A write is one close of a file. Design: the 64 blocks of the 256 KB partition stand
/// 100,000 erases each (the usual word of makers of SPI NOR flash) and share them evenly; a close costs 0.18 erases at the most measured for files
/// below 512 B, and one erase for a longer one. Half of that is left for other users of the
/// partition and for uneven wear: 3.2 million erases. Ten years on them are 876 erases a day, and the days of all classes together are 868: where no class uses more than its own, the store
/// lasts ten years.
/// </summary>
public sealed class WriteBudget
{
    /// <summary>Classes.</summary>
    public const int Classes = 5;

    /// <summary>Erases that the store may use up in its life, in hundredths: 64 blocks × 100,000 × ½.</summary>
    public const long LifeCentiErases = 64L * 100000 / 2 * 100;

    /// <summary>Erases a day that ten years allow, in hundredths.</summary>
    public const int DayCentiErases = 87600;

    /// <summary>Closes a day that each class may do; more is <c>storage.wear</c> (705).</summary>
    public static int DayWrites(int of)
    {
        return (WriteClass)of switch
        {
            // 400 alarms, each written and cleared.
            WriteClass.Outbox => 800,

            // Every ten minutes, and before what is stored is cleared.
            WriteClass.Ledger => 600,

            // Every ten minutes, and for each of 200 alarms of level 1 or 2.
            WriteClass.EventLog => 400,

            // Contract clocks every ten minutes while one runs; the others now and then.
            WriteClass.State => 800,

            // Evidence of each of 200 alarms of level 1 or 2; three inspections of 60 items; configuration and visits now and then.
            _ => 400,
        };
    }

    /// <summary>The years left are not known yet.</summary>
    public const int NotYet = -1;

    private const int SmallCentiErases = 18;
    private const int LargeCentiErases = 100;
    private const int DayHours = 24;
    private const long HourMs = 3600000;

    private readonly int[] _total = new int[Classes];
    private readonly ushort[] _hours = new ushort[Classes * DayHours];
    private long _centiErases;
    private long _hour;

    /// <summary>Writes of a class since the unit was commissioned.</summary>
    public int Total(int of) => _total[of];

    /// <summary>All writes since the unit was commissioned.</summary>
    public int Writes
    {
        get
        {
            int sum = 0;
            for (int of = 0; of < Classes; of++)
            {
                sum += _total[of];
            }

            return sum;
        }
    }

    /// <summary>Erases that all writes have cost, estimated, in hundredths.</summary>
    public long CentiErases => _centiErases;

    /// <summary>Writes of a class in the last 24 h, to the hour.</summary>
    public int LastDay(int of)
    {
        int sum = 0;
        for (int hour = 0; hour < DayHours; hour++)
        {
            sum += _hours[(of * DayHours) + hour];
        }

        return sum;
    }

    /// <summary>The largest share of its day's budget that a class has used in the last 24 h, %; 0–999. Up to 100 all classes together keep to <see cref="DayCentiErases"/>.</summary>
    public int UsedPercent
    {
        get
        {
            int most = 0;
            for (int of = 0; of < Classes; of++)
            {
                int used = Bound.Scale(LastDay(of), 100, DayWrites(of));
                most = used > most ? used : most;
            }

            return Bound.Clamp(most, 0, 999);
        }
    }

    /// <summary>Share of the store's life that is used up, ‰.</summary>
    public int LifeUsedPermille => (int)Bound.Clamp(_centiErases * 1000 / LifeCentiErases, 0, 1000);

    /// <summary>Years that the store still lasts when every day is like the last 24 h; at most 99; −1 until the unit has run for so long.</summary>
    public int YearsLeft
    {
        get
        {
            if (_hour < DayHours)
            {
                return NotYet;
            }

            long day = 0;
            for (int of = 0; of < Classes; of++)
            {
                day += (long)LastDay(of) * CostOf(of);
            }

            return (int)Bound.Clamp((LifeCentiErases - _centiErases) / 365 / (day < 1 ? 1 : day), 0, 99);
        }
    }

    /// <summary>Takes up the counts from before the restart.</summary>
    public void Restore(int of, int total)
    {
        _total[of] = total;
        _centiErases += (long)total * CostOf(of);
    }

    /// <summary>Notes one write, whether storage did it or not: a close that fails has worn the flash too.</summary>
    public void Note(WriteClass of, long nowMs)
    {
        Turn(nowMs);
        _total[(int)of]++;
        int at = ((int)of * DayHours) + (int)(_hour % DayHours);
        _hours[at] = (ushort)Bound.Clamp(_hours[at] + 1, 0, ushort.MaxValue);
        _centiErases += CostOf((int)of);
    }

    /// <summary>Lets the hours pass; call it now and then, so that an old hour does not count for ever.</summary>
    public void Turn(long nowMs)
    {
        long hour = nowMs / HourMs;
        int passed = (int)Bound.Clamp(hour - _hour, 0, DayHours);
        _hour = hour;
        for (int back = 0; back < passed; back++)
        {
            for (int of = 0; of < Classes; of++)
            {
                _hours[(of * DayHours) + (int)((hour - back) % DayHours)] = 0;
            }
        }
    }

    /// <summary>What a close of a class costs, hundredths of an erase.</summary>
    public static int CostOf(int of)
    {
        return of == (int)WriteClass.Large ? LargeCentiErases : SmallCentiErases;
    }
}
