using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Records;

namespace Inspection.Tests;

/// <summary>An inspection as a technician sees it at the console of a whole unit: it goes on by itself, in units that people use, and can be read again after a restart.</summary>
[TestClass]
public class InspectionDialogueTests
{
    private static UnitBench s_unit;

    private static InspectionRun Run => s_unit.Unit.Inspector.Run;

    [TestMethod]
    public void Start_SaysWhatItWillBe()
    {
        Begin(new MemoryStorage());
        string seen = Ask("inspect start opening");
        Shows(seen, "Plan: before opening  39 items, about 30 min");
        Shows(seen, "Moves the pump or water, after asking; any key, the unit's button, the door or \r\na new fault stops it: Supply under load, Pump voltage, ");
        Shows(seen, "It continues by itself. Answer on a line of its own: yes, no, a number, skip, \r\nstop.");
        Shows(Ask("inspect start patrol"), "An inspection is already running.");
    }

    /// <summary>With a report of before at hand: none is running, and nothing else; while the report is being saved a run does not begin, and that is said.</summary>
    [TestMethod]
    public void StopAndStart_SayWhatIsSo()
    {
        var storage = new MemoryStorage();
        Begin(storage);
        Shows(Ask("inspect"), "No inspection is running, and there is no record of one.");
        Shows(Ask("inspect stop"), "No inspection is running.\r\n");
        Ask("inspect start patrol");
        storage.RefuseWrites = 1000;
        Shows(Ask("inspect stop"), "Broken off: what is left is not tested.");
        s_unit.Run(2000);
        Shows(Ask("inspect start patrol"), "The report of the last inspection is being saved. Try again in a few seconds.");
        storage.RefuseWrites = 0;
        s_unit.Run(60000);
        Shows(Ask("inspect stop"), "inspect stop\r\nNo inspection is running.\r\n");
        Shows(Ask("inspect"), "Last inspection: patrol");
    }

    /// <summary>Answers are lines of their own; what was found and the next question come by themselves, and any other command can be typed in between.</summary>
    [TestMethod]
    public void Answers_GoOnToTheNextQuestion()
    {
        Begin(new MemoryStorage());
        string seen = Ask("inspect start shutdown");
        Shows(seen, "[1/4] Main components");
        Shows(Ask("status"), "Supply");
        seen = Ask("yes");
        Shows(seen, " Main components                passed\r\n[2/4] Pipes and fittings");
        Shows(seen, "Is it good? yes or no");
        seen = Ask("n");
        Shows(seen, " Pipes and fittings             failed\r\n[3/4] Pipe insulation");
        Shows(Ask("5"), "Unknown command");
        seen = Ask("skip");
        Shows(seen, "Pipe insulation                not tested  left out");
        Shows(seen, "The inspection is over: ");
        Assert.IsFalse(Run.Runs);
        Shows(Ask("yes"), "Unknown command");
    }

    [TestMethod]
    public void Chinese_IsAnsweredInChinese()
    {
        Begin(new MemoryStorage());
        Ask("lang zh");
        Shows(Ask("inspect start shutdown"), "计划：关机前  4 项，约 4 分钟");
        Shows(Ask("是"), "主要部件                       合格\r\n[2/4] 管道及管件");
        Shows(Ask("否"), "管道及管件                     不合格");
    }

    /// <summary>Earth resistance is typed in ohms and shown in ohms, with its tolerance; what is no number is asked again.</summary>
    [TestMethod]
    public void Value_IsTypedInTheUnitThatIsAskedFor()
    {
        Begin(new MemoryStorage());
        Ask("inspect start opening");
        string seen = Until(52);
        Shows(seen, "Earth resistance  0.05 … 4 Ω");
        Shows(seen, "Measure it and type the number, in Ω");
        Shows(Ask("2.3456"), "Measure it and type the number, in Ω");
        Shows(Ask("2.35"), " Earth resistance               passed  2.35 Ω (0.05 … 4 Ω)");
        Assert.AreEqual(2350, Run.ValueOf(Run.Checklist.RowOf(52)));
        Shows(Ask("inspect value 0.4"), " Motor insulation               failed  0.4 MΩ (≥ 0.5 MΩ)");
    }

    /// <summary>Only who began it answers: another person is told so, and what still needs a person once that one has logged out is not tested.</summary>
    [TestMethod]
    public void AnotherPerson_DoesNotAnswer()
    {
        Begin(new MemoryStorage());
        s_unit.Unit.Persons.Put(13, Text.Utf8("739164"), 6, 1);
        Ask("inspect start patrol");
        Until(23);
        Ask("yes");
        int row = Run.Row;
        Ask("login 13");
        Shows(Ask("739164"), "Logged in: 13");
        Shows(Ask("skip"), "Only the person who began it answers; stop ends it: person 12\r\n");
        Assert.AreEqual(row, Run.Row);
        Ask("inspect stop");
        Assert.AreEqual(0, Run.PlansDone());
    }

    [TestMethod]
    public void PersonWhoLogsOut_LeavesTheRestNotTested()
    {
        Begin(new MemoryStorage());
        Ask("inspect start shutdown");
        Ask("logout");
        Assert.AreEqual((int)ItemReason.NobodyThere, (int)Run.ReasonOf(Run.Checklist.RowOf(54)));
    }

    /// <summary>A vessel takes its time: whoever fills it is not logged out meanwhile, and a key that is held when it is full spoils nothing.</summary>
    [TestMethod]
    public void FillingForAQuarterOfAnHour_EndsWithAKey()
    {
        Begin(new MemoryStorage());
        Ask("inspect start maintenance");
        Until(38);
        for (int scans = 0; Run.Prompt != Prompt.Full && scans < 2000; scans++)
        {
            s_unit.Scan();
            if (Run.Prompt == Prompt.MayMove)
            {
                Ask("yes");
            }
        }

        s_unit.Run(900000);
        Assert.AreEqual((int)Prompt.Full, (int)Run.Prompt);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        for (int press = 0; press < 10; press++)
        {
            s_unit.Console.Type("\r");
            s_unit.Scan();
        }

        s_unit.Run(2000);
        Assert.AreEqual((int)Prompt.Value, (int)Run.Prompt);
        Assert.IsFalse(s_unit.Io.PumpDriven);
    }

    /// <summary>At its end a run says which plan it does not carry out, and why.</summary>
    [TestMethod]
    public void PlanThatIsNotCarriedOut_IsNamedWithWhatHoldsItUp()
    {
        Begin(new MemoryStorage());
        Ask("inspect start shutdown");
        for (int item = 0; item < 2; item++)
        {
            Ask("skip");
        }

        Shows(Ask("skip"), "Plan not carried out: before shutdown, because of: more than half of the items \r\nnot judged");
        Begin(new MemoryStorage());
        Ask("inspect start commissioning");
        Until(69);
        string seen = Ask("no");
        Shows(seen, "Plan not carried out: commissioning, because of: ");
        Shows(seen, "Acceptance signed");
    }

    /// <summary>The contactor has grown from 40 ms to 60 ms between two inspections; the report can be read after a restart, with its trend.</summary>
    [TestMethod]
    public void LastReport_IsReadAfterARestart()
    {
        var storage = new MemoryStorage();
        Begin(storage);
        s_unit.Io.ContactorMicroseconds = 40000;
        Inspect();
        s_unit.Io.ContactorMicroseconds = 60000;
        Inspect();
        string before = Ask("inspect");
        s_unit = new UnitBench(storage, new Settings(), 1);
        s_unit.Run(200);
        Ask("lang en");
        Ask("screen 80 0");
        string after = Ask("inspect");
        Shows(after, "Last inspection: maintenance  at the console  person 12");
        Shows(after, "passed  60 ± 1 ms (2 … 80 ms)  before 40 worse");
        Shows(after, " Report       2  waits for the centre");
        Shows(after, " Faults       none");
        Assert.AreEqual(before, after);
    }

    private static void Begin(MemoryStorage storage)
    {
        s_unit = new UnitBench(storage, new Settings(), 1);
        s_unit.Run(130000);
        s_unit.Unit.Persons.Put(12, Text.Utf8("482913"), 6, 0);
        s_unit.Run(500);
        Ask("lang en");
        Ask("screen 80 0");
        Ask("login 12");
        Shows(Ask("482913"), "Logged in: 12");
    }

    /// <summary>The whole maintenance: what moves is allowed, what asks is good, what takes a vessel is left out.</summary>
    private static void Inspect()
    {
        Ask("inspect start maintenance");
        for (int scans = 0; Run.Runs && scans < 60000; scans++)
        {
            s_unit.Scan();
            if (Run.Prompt != Prompt.None)
            {
                Ask(Run.Prompt == Prompt.Act || Run.Checklist.ProcedureOf(Run.Row) == Procedure.MeterVerification ? "skip" : "yes");
            }
        }

        Assert.IsFalse(Run.Runs);
        s_unit.Run(5000);
    }

    /// <summary>Leaves out what comes before an item; returns what was shown last.</summary>
    private static string Until(int number)
    {
        string seen = "";
        for (int item = 0; item < 100 && Run.Checklist.Number(Run.Row) != number; item++)
        {
            seen = Ask("skip");
        }

        return seen;
    }

    private static string Ask(string line) => s_unit.Ask(line);

    private static void Shows(string shown, string part) => Assert.IsTrue(Text.Has(part, shown), part + " is not in: " + shown);
}
