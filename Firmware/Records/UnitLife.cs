using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// Counters over the unit's life, and the marks by which the next start tells how this run ended, in a slot of 384 B. The constants
/// below are the places in the body, in order; a body of an earlier firmware ends before <see cref="TotalAt"/>, or before <see cref="UnderwayAt"/>. A crash time before 2026 has no date (<see cref="BootWatch.CrashUnix"/>). A mark is
/// saved when it changes, but for that of a failing supply: the <see cref="PartingRecord"/> is the one write that a failing supply is asked for, and tells it too.
/// What goes on is saved when it changes, and every ten minutes while a card's transaction counts. Counters are saved every hour and with the mark. Writes to storage are counted in <see cref="WriteBudget"/>.
/// </summary>
public sealed class UnitLife : IKept
{
    /// <summary>Counters are saved at least this often, ms: a power cut costs at most so much of them.</summary>
    public const int CountersMs = 3600000;

    /// <summary>What a power cut may cost of a card transaction's run time, ms.</summary>
    private const int CardMs = 600000;

    /// <summary>Mark of the run and bad starts, a byte each; then the crash times, Unix s, 32 bits each.</summary>
    private const int MarkAt = 0;
    private const int BadStartsAt = 1;
    private const int CrashesAt = 2;
    private const int CrashBytes = 4;

    /// <summary>Counts, 32 bits each; the run time is in s.</summary>
    private const int PumpStartsAt = 14;
    private const int RunSecondsAt = 18;
    private const int BrownOutsAt = 22;
    private const int StartsAt = 26;
    private const int CrashCountAt = 30;

    /// <summary>Volume, L, and energy, Wh, 64 bits each.</summary>
    private const int LitresAt = 34;
    private const int WattHoursAt = 42;

    /// <summary>Whether a total of the RS485 meter is kept (8); that total, L (32), and when it was, Unix s (32).</summary>
    private const int TotalAt = 50;
    private const int TotalLitresAt = 51;
    private const int TotalUnixAt = 55;

    /// <summary>What goes on at the site, as <see cref="Underway"/> writes it.</summary>
    private const int UnderwayAt = 59;
    private const int BodyBytes = UnderwayAt + Underway.Length;
    private const int RetryMs = 1000;
    private const int LitreMillilitres = 1000;

    private readonly SiteController _site;
    private int _savedUnderway;
    private long _savedMs = -RetryMs;
    private RunMark _savedMark;
    private int _savedBad = -1;
    private bool _failedSinceSaved;
    private int _keptBoot;
    private long _keptMs;
    private int _runMs;
    private bool _ran;
    private bool _failed;

    /// <summary>The life of the unit of a site.</summary>
    public UnitLife(SiteController site)
    {
        _site = site;
    }

    /// <summary>How runs end.</summary>
    public BootWatch Boots => _site.Boots;

    /// <summary>Starts of the pump.</summary>
    public int PumpStarts { get; private set; }

    /// <summary>Time that the pump has run, s.</summary>
    public int RunSeconds { get; private set; }

    /// <summary>Times that the supply fell below what the unit needs.</summary>
    public int BrownOuts { get; private set; }

    /// <summary>Starts of the unit.</summary>
    public int Starts { get; private set; }

    /// <summary>Starts after a crash or a hang.</summary>
    public int Crashes { get; private set; }

    /// <summary>Volume by the pulse meter, L.</summary>
    public long Litres { get; private set; }

    /// <summary>Energy of the pump by the power meter, Wh; 0 where none is fitted.</summary>
    public long WattHours { get; private set; }

    /// <summary>The RS485 meter's total is known, <see cref="BusTotal"/>.</summary>
    public bool HasBusTotal { get; private set; }

    /// <summary>The highest total of the RS485 meter, L, in 32 bits.</summary>
    public int BusTotal { get; private set; }

    /// <summary>When it was seen, Unix s; 0 where no clock was set.</summary>
    public long BusTotalUnix { get; private set; }

    /// <inheritdoc/>
    public int Slot => Slots.LifetimeCounters;

    /// <summary>Judges how the last run ended; once, after everything was read.</summary>
    /// <param name="clock">The platform's clock at the start.</param>
    /// <param name="partedBoot">Run in which the parting record was written, 0 where there is none.</param>
    /// <param name="partedMs">When, ms of that run. After the last saved state, the run ended while its supply was failing.</param>
    public void Begin(ISystemClock clock, int partedBoot, long partedMs)
    {
        if (partedBoot != 0 && partedBoot == _keptBoot && partedMs > _keptMs)
        {
            Boots.SupplyHadFailed();
        }

        Boots.Begin(clock.RanOn, clock.UnixSeconds);
        Litres = _site.Meter.TotalMillilitres / LitreMillilitres;
        Starts++;

        if (Boots.Cause == ResetCause.Crash || Boots.Cause == ResetCause.Stalled)
        {
            Crashes++;
        }
    }

    /// <summary>One decision: counts.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="elapsedMs">Since the last decision, ms.</param>
    /// <param name="runs">The pump runs.</param>
    /// <param name="supplyFails">The supply is below what the unit needs.</param>
    /// <param name="litres">Volume by the pulse meter, L.</param>
    /// <param name="energy">Energy by the power meter, Wh; below 0 where there is none.</param>
    public void Step(long nowMs, int elapsedMs, bool runs, bool supplyFails, long litres, int energy)
    {
        Boots.Step(nowMs, supplyFails);
        _failedSinceSaved |= supplyFails;

        if (runs && !_ran)
        {
            PumpStarts++;
        }

        if (supplyFails && !_failed)
        {
            BrownOuts++;
        }

        _ran = runs;
        _failed = supplyFails;
        _runMs += runs ? elapsedMs : 0;
        RunSeconds += _runMs / 1000;
        _runMs %= 1000;
        Litres = litres;
        WattHours = energy >= 0 ? energy : WattHours;
    }

    /// <summary>The RS485 meter's highest total now: what the next start holds its first one against.</summary>
    public void NoteTotal(int litres, long unix)
    {
        HasBusTotal = true;
        BusTotal = litres;
        BusTotalUnix = unix;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs)
    {
        bool changed = Boots.Mark != _savedMark || Boots.BadBoots != _savedBad || _failedSinceSaved || Underway.MarkOf(_site) != _savedUnderway;
        int wait = changed ? RetryMs : _site.View.Card.IsOpen ? CardMs : CountersMs;
        return Boots.Mark != RunMark.SupplyFails && nowMs - _savedMs >= wait;
    }

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _savedMs = nowMs;
        _savedMark = Boots.Mark;
        _savedBad = Boots.BadBoots;
        _savedUnderway = Underway.MarkOf(_site);
        _failedSinceSaved = false;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum)
    {
        int at = Record.BodyAt;
        buffer[at++] = (byte)Boots.Mark;
        buffer[at++] = (byte)Boots.BadBoots;
        for (int i = 0; i < BootWatch.CrashTimes; i++)
        {
            at = Bytes.Put32(buffer, at, Boots.CrashUnix(i));
        }

        at = Bytes.Put32(buffer, at, PumpStarts);
        at = Bytes.Put32(buffer, at, RunSeconds);
        at = Bytes.Put32(buffer, at, BrownOuts);
        at = Bytes.Put32(buffer, at, Starts);
        at = Bytes.Put32(buffer, at, Crashes);
        at = Bytes.Put64(buffer, at, Litres);
        at = Bytes.Put64(buffer, at, WattHours);
        buffer[at++] = HasBusTotal ? (byte)1 : (byte)0;
        at = Bytes.Put32(buffer, at, BusTotal);
        at = Bytes.Put32(buffer, at, (int)BusTotalUnix);
        at = Underway.Write(buffer, at, _site, nowMs);
        return Record.Seal(buffer, Record.UnitLife, at, checksum);
    }

    /// <summary>Takes up the counters, and gives the site the volume that they tell: the ledger's word, where there is one, replaces it (<see cref="Journal.Begin"/>).</summary>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum)
    {
        if (!Record.IsValid(buffer, count, Record.UnitLife, TotalAt, checksum))
        {
            return false;
        }

        int at = Record.BodyAt;
        Boots.Restore((RunMark)buffer[at + MarkAt], buffer[at + BadStartsAt]);
        for (int i = 0; i < BootWatch.CrashTimes; i++)
        {
            Boots.RestoreCrash(i, Bytes.Get32(buffer, at + CrashesAt + (CrashBytes * i)));
        }

        PumpStarts = Bytes.Get32(buffer, at + PumpStartsAt);
        RunSeconds = Bytes.Get32(buffer, at + RunSecondsAt);
        BrownOuts = Bytes.Get32(buffer, at + BrownOutsAt);
        Starts = Bytes.Get32(buffer, at + StartsAt);
        Crashes = Bytes.Get32(buffer, at + CrashCountAt);
        Litres = Bytes.Get64(buffer, at + LitresAt);
        _site.Meter.TotalMillilitres = Litres * LitreMillilitres;
        WattHours = Bytes.Get64(buffer, at + WattHoursAt);
        HasBusTotal = Record.BodyBytes(buffer) >= UnderwayAt && buffer[at + TotalAt] != 0;
        if (HasBusTotal)
        {
            BusTotal = Bytes.Get32(buffer, at + TotalLitresAt);
            BusTotalUnix = (uint)Bytes.Get32(buffer, at + TotalUnixAt);
        }

        if (Record.BodyBytes(buffer) >= BodyBytes)
        {
            Underway.Read(buffer, at + UnderwayAt, _site);
        }

        _keptBoot = Record.BootOf(buffer);
        _keptMs = Record.UptimeOf(buffer);
        return true;
    }
}
