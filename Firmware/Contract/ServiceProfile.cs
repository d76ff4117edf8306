using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Firmware.Contract;

/// <summary>
/// The clocks of one service contract, as columns. The seven contracts of service-contract §2 stand in <see cref="Take"/>; which one holds is a setting.
/// Where a paper contradicts itself the stricter reading is here. Levels: a contract that names levels means those; "all" are levels 1 to 3,
/// because level 4 goes to the work list (Decisions/0210). Urgent (紧急) are levels 1 and 2, ordinary (一般) levels 2 to 4 (ours), of which level 4 has no clock either.
/// The steps of escalation stand here too: no contract gives their times (ours, Decisions/0125). About 110 bytes.
/// </summary>
public sealed class ServiceProfile
{
    /// <summary>Clocks of the longest profile.</summary>
    public const int MaxClocks = 8;

    /// <summary>Steps of the longest escalation.</summary>
    public const int MaxSteps = 4;

    /// <summary>No clock.</summary>
    public const int None = -1;

    private const byte Level1 = 1 << 1;
    private const byte Level2 = 1 << 2;
    private const byte Level3 = 1 << 3;
    private const byte Level4 = 1 << 4;
    private const byte All = Level1 | Level2 | Level3;
    private const byte Urgent = Level1 | Level2;
    private const byte Ordinary = Level2 | Level3;
    private const short Hour = 60;

    /// <summary>"At once" in minutes (ours): long enough to take up a telephone and write down who took it; half the shortest time that a contract names.</summary>
    private const short AtOnce = 5;

    private const int RepeatSeconds = 4 * 3600;

    private readonly byte[] _kind = new byte[MaxClocks];
    private readonly byte[] _start = new byte[MaxClocks];
    private readonly short[] _minutes = new short[MaxClocks];
    private readonly bool[] _firm = new bool[MaxClocks];
    private readonly byte[] _levels = new byte[MaxClocks];
    private readonly byte[] _step = new byte[MaxSteps];
    private readonly byte[] _stepMinutes = new byte[MaxSteps];
    private readonly byte[] _stepLevels = new byte[MaxSteps];

    /// <summary>The clocks of a contract.</summary>
    public ServiceProfile(byte contract)
    {
        Contract = contract;
        Take(contract);
    }

    /// <summary>Which contract it is: a number of <see cref="ContractId"/>.</summary>
    public byte Contract { get; }

    /// <summary>The contract names office hours, by which the channel changes (B1); the others are served round the clock on one number.</summary>
    public bool HasOfficeHours => Contract == ContractId.B1;

    /// <summary>Clocks in use.</summary>
    public int Count { get; private set; }

    /// <summary>What a clock promises.</summary>
    public ClockKind Kind(int clock) => (ClockKind)_kind[clock];

    /// <summary>What starts it.</summary>
    public ClockStart Start(int clock) => (ClockStart)_start[clock];

    /// <summary>Steps of the escalation in use.</summary>
    public int StepCount { get; private set; }

    /// <summary>Its length, minutes, 5 ("at once") to 4,320.</summary>
    public int Minutes(int clock) => _minutes[clock];

    /// <summary>Firm, or a target (力争) whose passing is shown and is no breach.</summary>
    public bool IsFirm(int clock) => _firm[clock];

    /// <summary>Whether it runs for a fault of this level, 1–4.</summary>
    public bool Covers(int clock, int level) => (_levels[clock] & Bit(level)) != 0;

    /// <summary>Whether any clock runs for this level.</summary>
    public bool CoversLevel(int level)
    {
        bool covers = false;
        for (int clock = 0; clock < Count; clock++)
        {
            covers |= Covers(clock, level);
        }

        return covers;
    }

    /// <summary>
    /// Whether the contract's clocks run for a fault: not for what is not the supplier's or is about the service itself (service contracts §2, "not the supplier's"), and not for a level that no clock covers. The one place
    /// of this rule, for the unit and for the centre.
    /// </summary>
    public bool Covers(FaultCatalogue catalogue, int row, int level) => catalogue.IsSuppliers(row) && CoversLevel(level);

    /// <summary>The firm clock by which somebody answers an alarm of a level: by telephone, or by sending somebody and saying so; <see cref="None"/> where the contract names none.</summary>
    public int AnswerClock(int level)
    {
        for (int clock = 0; clock < Count; clock++)
        {
            if (IsAnswer(Kind(clock)) && IsFirm(clock) && Covers(clock, level))
            {
                return clock;
            }
        }

        return None;
    }

    /// <summary>An acknowledgement keeps a clock of this kind.</summary>
    public static bool IsAnswer(ClockKind kind) => kind == ClockKind.Respond || kind == ClockKind.Dispatch;

    /// <summary>Who is called for an alarm of a level so long after its answer was due, s; below 0 it is not due yet.</summary>
    public int StepAt(int level, int overdueSeconds)
    {
        int reached = Escalation.Desk;
        for (int step = 0; step < StepCount; step++)
        {
            reached = IsReached(step, level, overdueSeconds) ? _step[step] : reached;
        }

        return reached;
    }

    /// <summary>How often such an alarm has been raised anew by then: once a step, then every 4 hours (ours).</summary>
    public int RepeatsAt(int level, int overdueSeconds)
    {
        int reached = 0;
        int steps = 0;
        int lastSeconds = 0;
        for (int step = 0; step < StepCount; step++)
        {
            bool counts = (_stepLevels[step] & Bit(level)) != 0;
            steps += counts ? 1 : 0;
            reached += IsReached(step, level, overdueSeconds) ? 1 : 0;
            lastSeconds = counts ? _stepMinutes[step] * 60 : lastSeconds;
        }

        return reached < steps || steps == 0 ? reached : reached + ((overdueSeconds - lastSeconds) / RepeatSeconds);
    }

    private bool IsReached(int step, int level, int overdueSeconds) => (_stepLevels[step] & Bit(level)) != 0 && overdueSeconds >= _stepMinutes[step] * 60;

    private static int Bit(int level) => 1 << Bound.Clamp(level, 0, 7);

    private void Take(byte contract)
    {
        TakeClocks(contract);
        TakeSteps(contract);
    }

    /// <summary>
    /// Who is called next while nobody answers, in minutes after the answer was due. "Second and third line are the experts, managers act in parallel" (E); "major faults at once to
    /// the technical lead and an expert group" (D, whose 重大 is level 1). The other contracts say nothing: line by line.
    /// </summary>
    private void TakeSteps(byte contract)
    {
        const byte AnyLevel = All | Level4;
        if (contract == ContractId.E)
        {
            Step(Escalation.Manager, 0, AnyLevel);
            Step(Escalation.Experts, 30, AnyLevel);
            return;
        }

        byte lineByLine = contract == ContractId.D ? (byte)(Level2 | Level3 | Level4) : AnyLevel;
        Step(Escalation.DeskLead, 0, lineByLine);
        Step(Escalation.Manager, 30, lineByLine);
        Step(Escalation.Experts, 90, lineByLine);
        if (contract == ContractId.D)
        {
            Step(Escalation.Experts, 0, Level1);
        }
    }

    private void TakeClocks(byte contract)
    {
        switch (contract)
        {
            case ContractId.B1:
                // At once; office hours change the channel, not the clock (WorkCalendar). On site by level, at most 48 h.
                Firm(ClockKind.Respond, ClockStart.Reported, AtOnce, All);
                Firm(ClockKind.OnSite, ClockStart.PhoneFailed, 48 * Hour, All);
                break;
            case ContractId.B2:
                Firm(ClockKind.Dispatch, ClockStart.CompleteReport, 10, All);
                Firm(ClockKind.OnSite, ClockStart.CompleteReport, 2 * Hour, All);
                break;
            case ContractId.B3:
                Firm(ClockKind.Respond, ClockStart.Reported, Hour, All);
                Firm(ClockKind.OnSite, ClockStart.Reported, 48 * Hour, All);
                Firm(ClockKind.Repaired, ClockStart.Reported, 48 * Hour, All);
                Firm(ClockKind.StandIn, ClockStart.Reported, 48 * Hour, Urgent); // "main equipment": what interrupts the service or is about to (ours)
                break;
            case ContractId.C:
                Firm(ClockKind.Respond, ClockStart.Reported, Hour, All);
                Firm(ClockKind.OnSite, ClockStart.Reported, 2 * Hour, All); // the paper also says "at the door in 1 h", of the answer
                Firm(ClockKind.Repaired, ClockStart.Reported, 24 * Hour, All);
                Firm(ClockKind.RepairWork, ClockStart.Arrived, 8 * Hour, All);
                Firm(ClockKind.StandIn, ClockStart.Reported, 48 * Hour, All);
                break;
            case ContractId.D:
                Firm(ClockKind.Respond, ClockStart.Reported, 30, All);
                Firm(ClockKind.RemoteSolved, ClockStart.Reported, 4 * Hour, All); // also "arranged within 4 h"
                Firm(ClockKind.OnSite, ClockStart.RemoteFailed, 12 * Hour, All);
                Firm(ClockKind.Repaired, ClockStart.RemoteFailed, 12 * Hour, All);
                Firm(ClockKind.Parts, ClockStart.RemoteFailed, 12 * Hour, All);
                break;
            case ContractId.E:
                Firm(ClockKind.Respond, ClockStart.Reported, 30, Urgent);
                Firm(ClockKind.Respond, ClockStart.Reported, Hour, Level3 | Level4);
                Firm(ClockKind.OnSite, ClockStart.PhoneFailed, 2 * Hour, All); // also "on site 24 h"
                Firm(ClockKind.Repaired, ClockStart.Reported, 4 * Hour, All); // also "solved 48 h"
                Firm(ClockKind.StandIn, ClockStart.Reported, 72 * Hour, All);
                break;
            default:
                Firm(ClockKind.Respond, ClockStart.Reported, 30, All);
                Firm(ClockKind.OnSite, ClockStart.Reported, 2 * Hour, Urgent);
                Target(ClockKind.Repaired, ClockStart.Reported, 4 * Hour, Ordinary);
                Firm(ClockKind.Repaired, ClockStart.Reported, 24 * Hour, All);
                Firm(ClockKind.StandIn, ClockStart.Reported, 24 * Hour, All);
                break;
        }
    }

    private void Firm(ClockKind kind, ClockStart start, short minutes, byte levels)
    {
        Add(kind, start, minutes, levels, true);
    }

    private void Target(ClockKind kind, ClockStart start, short minutes, byte levels)
    {
        Add(kind, start, minutes, levels, false);
    }

    private void Add(ClockKind kind, ClockStart start, short minutes, byte levels, bool firm)
    {
        _kind[Count] = (byte)kind;
        _start[Count] = (byte)start;
        _minutes[Count] = minutes;
        _levels[Count] = levels;
        _firm[Count] = firm;
        Count++;
    }

    private void Step(byte step, byte minutes, byte levels)
    {
        _step[StepCount] = step;
        _stepMinutes[StepCount] = minutes;
        _stepLevels[StepCount] = levels;
        StepCount++;
    }
}
