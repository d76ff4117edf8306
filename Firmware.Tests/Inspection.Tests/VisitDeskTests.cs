using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Planning;
using Firmware.Inspection.Visits;
using Firmware.Records;

namespace Inspection.Tests;

/// <summary>A visit as a whole unit takes it: the record in the making at the console, the check, the user's confirmation, the message, and what a power cut leaves of it.</summary>
[TestClass]
public class VisitDeskTests
{
    private const int UserCard = 70000005;
    private const int TechnicianCard = 90000012;
    private static UnitBench s_unit;

    [TestMethod]
    public void NoVisit_TakesNothing()
    {
        Begin(new MemoryStorage());
        Shows(Ask("visit"), "Nobody is on site.");
        Shows(Ask("visit note x"), "This is for technicians.");
        LogIn();
        Shows(Ask("visit note x"), "No visit is open");
        Shows(Ask("visit part 103"), "No visit is open");
        Shows(Ask("visit repaired 103"), "No visit is open");
        Shows(Ask("visit unrepaired 103"), "No visit is open");
        Shows(Ask("visit reference supply_mv 1"), "No visit is open");
        Shows(Ask("visit grade 1 1 1 1"), "No visit is open");
        Shows(Ask("visit confirm"), "No visit is open");
        Shows(Ask("visit confirm 482913"), "No visit is open");
        Shows(Ask("visit leave"), "No visit is open");
        Assert.AreEqual((int)VisitState.None, (int)Now.State);
    }

    /// <summary>Supply low, found, repaired, proven owed, checked, confirmed by code; then the door is shut, and the record goes out until it is stored.</summary>
    [TestMethod]
    public void AVisit_IsRecordedCheckedConfirmedAndSentUntilStored()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Supply = 10500;
        Assert.IsTrue(s_unit.UntilRaised(103, 60000) >= 0);
        Arrive();
        string seen = Ask("visit");
        Shows(seen, " Visit        1 since ");
        Shows(seen, "person 12");
        Shows(seen, "103 Supply too low to act  nothing said yet");
        Shows(seen, "owed before you go: visit leave");
        Shows(Ask("visit note 更换电源模块"), "Noted.");
        Shows(Ask("visit part psu-12v 2"), "Noted: 2 × PSU-12V  power supply and charger");
        Shows(Ask("visit part 3 A fuse \"slow\""), "Noted: 1 × 3 A fuse \"slow\"\r\n");
        Shows(Ask("visit reference supply_mv 10480"), "Noted.");
        Shows(Ask("visit repaired 103"), "Done");
        Shows(Ask("visit repaired 103"), "It was so already.");
        Shows(Ask("visit unrepaired 103"), "You have declared it repaired already.");
        Shows(Ask("visit unrepaired 404"), "Noted.");
        s_unit.Io.Supply = 13600;
        s_unit.Run(60000);
        seen = Ask("visit");
        Shows(seen, "103 Supply too low to act  repaired\r\n              3 more clean runs");
        Shows(seen, "404 Pressure low  not repaired");
        Shows(seen, " Notes        更换电源模块\r\n");
        Shows(seen, " Parts        2 × PSU-12V\r\n              1 × 3 A fuse \"slow\"\r\n");
        Shows(seen, " Reference    Supply  10480 mV  the unit shows 10500 mV\r\n");
        Check();
        Shows(Ask("visit grade 1 2 3 5"), "grade");
        Shows(Ask("visit grade 1 2 3 4"), "Noted.");
        Shows(Ask("visit confirm 482913"), "Noted.");
        seen = Ask("visit");
        Shows(seen, "confirmed by code; the centre judges the code");
        Shows(seen, "attitude excellent  technique good  arrival fair  handling poor");
        s_unit.Link.Connect();
        Leave();
        Assert.AreEqual(1, s_unit.Link.CountOf("visit"));
        string sent = s_unit.Link.PayloadOf("visit", 0);
        Has("\"number\":1,\"person\":12,\"by\":\"login\",\"ending\":\"left\",\"arrived\":{\"at\":17900", sent);
        Has("\"level_before\":1,\"level_after\":0,", sent);
        Has("{\"code\":103,\"level\":1,\"occurrence\":1,\"before\":\"active\",\"after\":\"repaired\",\"declared\":\"repaired\",\"owed\":3}", sent);
        Has("\"before\":\"healthy\",\"after\":\"healthy\",\"declared\":\"unrepaired\",\"owed\":0}", sent);
        Has("\"notes\":[\"更换电源模块\"],\"parts\":[{\"part\":\"PSU-12V\",\"pieces\":2},{\"part\":\"3 A fuse \\\"slow\\\"\",\"pieces\":1}],\"references\":[{\"reading\":\"supply_mv\",\"reference\":10480,\"indicated\":10500}],\"check\":{\"report\":\"1111-", sent);
        Has("\"confirmed\":{\"by\":\"code\",\"code\":482913,\"at\":17900", sent);
        Has("\"grades\":{\"attitude\":1,\"technique\":2,\"arrival\":3,\"handling\":4}}", sent);
        s_unit.Run(60000);
        Assert.AreEqual(2, s_unit.Link.CountOf("visit"));
        Shows(Ask("visit"), "waits for the centre");
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + s_unit.Unit.Delivery.Counters.NextSeq + ",\"at\":1790000200,\"plus\":[]}");
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":" + (s_unit.Unit.Delivery.Counters.NextSeq - 1) + ",\"at\":1790000200,\"plus\":[]}");
        s_unit.Run(70000);
        Assert.AreEqual(2, s_unit.Link.CountOf("visit"));
        Shows(Ask("visit"), "stored at the centre");
    }

    /// <summary>Whoever leaves without a word leaves the full check behind, and is recorded as unconfirmed; what was recorded before is not asked for.</summary>
    [TestMethod]
    public void LeavingWithoutAWord_IsCheckedAndUnconfirmed()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Card = 0;
        Card(TechnicianCard);
        s_unit.Io.DoorOpen = true;
        s_unit.Run(2000);
        Assert.AreEqual((int)VisitEvidence.Card, (int)Now.Evidence);
        Assert.AreEqual(12, Now.Person);
        s_unit.Io.DoorOpen = false;
        s_unit.Link.Connect();
        s_unit.Run(1500000);
        string sent = s_unit.Link.PayloadOf("visit", 0);
        Has("\"person\":12,\"by\":\"card\",\"ending\":\"left\"", sent);
        Has("\"faults\":[],\"more\":0,\"notes\":[],\"parts\":[],\"references\":[],\"check\":{\"report\":\"1111-", sent);
        Has("\"confirmed\":{\"by\":\"nobody\"}}", sent);
        Assert.IsFalse(s_unit.IsRaised(502));
    }

    [TestMethod]
    public void TimeOut_EndsTheVisitOnceAndRaises804UntilSomebodyComes()
    {
        Begin(new MemoryStorage());
        Arrive();
        s_unit.Run(1000);
        s_unit.Clock.UptimeMs += 601000;
        s_unit.Run(30000);
        s_unit.Clock.UptimeMs += 8 * 3600000;
        s_unit.Run(30000);
        Assert.IsTrue(s_unit.IsRaised(804));
        s_unit.Run(300000);
        s_unit.Clock.UptimeMs += 4 * 3600000;
        s_unit.Run(300000);
        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.LastNumber);
        Assert.AreEqual((int)VisitEnding.TimedOut, (int)s_unit.Unit.Inspector.Visits.Records.Last.Ending);
        LogIn();
        s_unit.Run(12000);
        Assert.IsFalse(s_unit.IsRaised(804));
        Assert.AreEqual(2, Now.Number);
    }

    /// <summary>Only a card of the list, and only while it is asked for; a later entry takes the confirmation back.</summary>
    [TestMethod]
    public void UserCard_ConfirmsWhileItIsAskedFor()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Card = 0;
        Arrive();
        Card(UserCard);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        Shows(Ask("visit confirm"), "Now the user's card on the reader");
        Card(77777777);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        s_unit.Console.Clear();
        Card(UserCard);
        s_unit.Run(3000);
        Shows(s_unit.Console.Shown, "confirmed by card 70000005");
        Shows(Ask("visit note later"), "Noted.\r\nWhat was confirmed has changed: the user confirms anew");
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        Ask("visit confirm");
        s_unit.Run(61000);
        Card(UserCard);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
    }

    /// <summary>Whoever logs in by a card does not confirm by it, whatever the settings say.</summary>
    [TestMethod]
    public void TechniciansCard_NeverConfirms()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Card = 0;
        s_unit.Unit.Persons.SetCard(0, UserCard);
        Arrive();
        Ask("visit confirm");
        Card(UserCard);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        s_unit.Unit.Persons.SetCard(0, TechnicianCard);
        Card(UserCard);
        Assert.AreEqual((int)VisitConfirmation.Card, (int)Now.Confirmation);
    }

    /// <summary>A card that was put on the list in the visit does not confirm it, also over a restart; the next visit it does.</summary>
    [TestMethod]
    public void CardPutOnTheListInTheVisit_DoesNotConfirmIt()
    {
        var storage = new MemoryStorage();
        Begin(storage);
        s_unit.Io.Card = 0;
        Arrive();
        Shows(Ask("config user_card_2 60000001"), "tored");
        Assert.IsTrue(Now.HasNewCards);
        Shows(Ask("visit confirm"), "The users' cards were changed in this visit, so no card confirms it");
        Card(60000001);
        Card(UserCard);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        s_unit.Run(5000);
        s_unit = Restart(storage);
        Assert.IsTrue(Now.HasNewCards);
        s_unit.Io.DoorOpen = false;
        s_unit.Run(1500000);
        Assert.AreEqual((int)VisitState.None, (int)Now.State);
        Ask("lang en");
        Arrive();
        Assert.IsFalse(Now.HasNewCards);
    }

    /// <summary>One card cannot be a technician's and a water user's.</summary>
    [TestMethod]
    public void ListsOfCards_RefuseEachOthersCards()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Card = 0;
        LogIn();
        Shows(Ask("config user_card_2 " + TechnicianCard), "This is a technician's card: it cannot be a water user's.");
        Assert.AreEqual(0, s_unit.Unit.Configuration.InForce.UserCards[1]);
        s_unit.Io.Card = UserCard;
        s_unit.Run(2000);
        Shows(Ask("persons card 12"), "This is a water user's card: it cannot be a technician's.");
        Assert.AreEqual(TechnicianCard, s_unit.Unit.Persons.CardOf(0));
    }

    /// <summary>Twenty-one characters of three bytes into a note of 60 bytes; then into what is left of the record.</summary>
    [TestMethod]
    public void Notes_AreCutAtAWholeCharacterAndSaySo()
    {
        Begin(new MemoryStorage());
        Arrive();
        const string Twenty = "一二三四五六七八九十一二三四五六七八九十";
        Shows(Ask("visit note " + Twenty), "Noted.");
        Shows(Ask("visit note x" + Twenty), "Noted, cut where the room ended.");
        Shows(Ask("visit note " + Twenty), "Noted.");
        Assert.AreEqual(234 - 62 - 60 - 62 - 2, Now.TextLeft);
        Shows(Ask("visit note " + Twenty), "Noted, cut where the room ended.");
        Shows(Ask("visit note " + Twenty), "There is no room for more");
        Shows(Ask("visit"), "x一二三四五六七八九十一二三四五六七八九\r\n");
        Shows(Ask("visit"), "              一二三四五六七八九十一二三四五六\r\n");
    }

    [TestMethod]
    public void AnEntryBehindTheCheck_AsksForItAgain()
    {
        Begin(new MemoryStorage());
        Arrive();
        Check();
        Ask("visit confirm 482913");
        Assert.IsTrue(Now.IsChecked);
        Shows(Ask("visit grade 1 1 1 1"), "Noted.\r\nWhat was confirmed has changed: the user confirms anew");
        Assert.IsFalse(Text.Has("confirms anew", Ask("visit grade 1 1 1 2")));
        Ask("visit confirm 482913");
        Shows(Ask("visit part PMP-SET"), "the user confirms anew");
        Assert.IsFalse(Now.IsChecked);
        Assert.AreEqual((int)VisitConfirmation.Nobody, (int)Now.Confirmation);
        Ask("visit confirm 482913");
        s_unit.Io.Supply = 10500;
        Assert.IsTrue(s_unit.UntilRaised(103, 60000) >= 0);
        Shows(Ask("repaired 103"), "the user confirms anew");
    }

    /// <summary>Declared repaired, checked by the unit alone: the after-repair inspection falls due in five days (7,200 min), so that both notices can be given. A person's one ends it.</summary>
    [TestMethod]
    public void RepairThatNobodyInspected_IsOwedItsInspection()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Supply = 10500;
        Assert.IsTrue(s_unit.UntilRaised(103, 60000) >= 0);
        Arrive();
        Shows(Ask("visit repaired 103"), "Done");
        s_unit.Io.Supply = 13600;
        s_unit.Run(60000);
        Check();
        Assert.AreEqual(Schedule.Never, Plans.WantedAt(Plan.AfterRepair));
        int now = Plans.Calendar.Minutes;
        Leave();
        int due = Plans.WantedAt(Plan.AfterRepair) - now;
        Assert.IsTrue(due >= 7200 && due <= 7203, due.ToString());
        Assert.IsTrue(Plan.IsIn(Plan.AfterRepair, Plans.VisitPlans));
        Arrive();
        InspectAfterRepair();
        Assert.AreEqual(Schedule.Never, Plans.WantedAt(Plan.AfterRepair));
    }

    [TestMethod]
    [DataRow("visit note looked", false)]
    [DataRow("visit unrepaired 103", false)]
    [DataRow("visit part PSU-12V", true)]
    public void EntriesThatRepair_AreOwedAnInspection(string entry, bool owed)
    {
        Begin(new MemoryStorage());
        Arrive();
        Shows(Ask(entry), "Noted");
        Check();
        Leave();
        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.LastNumber);
        Assert.AreEqual(owed, Plans.WantedAt(Plan.AfterRepair) != Schedule.Never);
    }

    /// <summary>The technician has made the whole after-repair inspection, with what moves: it is the visit's check, whatever is noted after it; it is shown, not made again.</summary>
    [TestMethod]
    public void CheckThatAPersonMade_StandsAndIsShown()
    {
        Begin(new MemoryStorage());
        Arrive();
        InspectAfterRepair();
        Assert.IsTrue(Now.IsCheckedByPerson);
        int made = Now.CheckSeq;
        Shows(Ask("visit part PMP-SET"), "Noted: 1 × PMP-SET  pump with motor\r\n");
        string seen = Ask("visit leave");
        Shows(seen, "The after-repair inspection that you made stands.");
        Shows(seen, " not tested  ");
        Assert.IsFalse(Text.Has("The full check begins.", seen), seen);
        s_unit.Link.Connect();
        Leave();
        Assert.AreEqual(made, s_unit.Unit.Inspector.Visits.Records.Last.CheckSeq);
        Assert.AreEqual((int)VisitEvidence.Login, (int)s_unit.Unit.Inspector.Visits.Records.Last.Evidence);
        Assert.AreEqual(Schedule.Never, Plans.WantedAt(Plan.AfterRepair));
    }

    /// <summary>A fault that was there when the check was made, and is repaired after it, was not checked; nor was what happened while the unit was off.</summary>
    [TestMethod]
    public void CheckBeforeTheRepair_DoesNotStand()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Supply = 10500;
        Assert.IsTrue(s_unit.UntilRaised(103, 60000) >= 0);
        Arrive();
        InspectAfterRepair();
        Now.IsCheckedByPerson = true;
        s_unit.Io.Supply = 13600;
        s_unit.Run(60000);
        Assert.IsFalse(s_unit.IsRaised(103));
        Ask("visit note x");
        Assert.IsTrue(Now.IsCheckedByPerson);
        Shows(Ask("visit repaired 103"), "Done");
        Assert.IsFalse(Now.IsCheckedByPerson);
        Shows(Ask("visit leave"), "The full check begins.");
    }

    [TestMethod]
    public void CheckBeforeARestart_DoesNotStand()
    {
        var storage = new MemoryStorage();
        Begin(storage);
        Arrive();
        InspectAfterRepair();
        Assert.IsTrue(Now.IsCheckedByPerson);
        s_unit = Restart(storage);
        Assert.AreEqual((int)VisitState.Open, (int)Now.State);
        Assert.IsFalse(Now.IsCheckedByPerson);
        Assert.IsFalse(Now.IsChecked);
    }

    /// <summary>One that was broken off is no check by a person: the full check is made before leaving.</summary>
    [TestMethod]
    public void CheckThatAPersonBrokeOff_DoesNotStand()
    {
        Begin(new MemoryStorage());
        Arrive();
        Ask("inspect start after-repair");
        Ask("inspect stop");
        s_unit.Run(5000);
        Assert.IsFalse(Now.IsCheckedByPerson);
        Shows(Ask("visit leave"), "The full check begins.");
    }

    /// <summary>
    /// Before leaving: first what moves nothing, then one question for all that the unit moves, then what a person has a part in. With leave given and nothing left out, it is the check that a repair asks for.
    /// </summary>
    [TestMethod]
    public void LeavingCheck_AsksOnceAndMovesThePump()
    {
        Begin(new MemoryStorage());
        Arrive();
        Shows(Ask("visit part PSU-12V"), "Noted: 1 × PSU-12V");
        Shows(Ask("visit leave"), "Moves the pump or water, after asking; any key, the unit's button, the door or \r\na new fault stops it: Supply under load");
        s_unit.Console.Clear();
        UntilAsked(Prompt.MayMove);
        Assert.AreEqual(2, Run.Checklist.Number(Run.Row));
        Assert.AreEqual((int)ItemResult.Pass, (int)Run.ResultOf(Run.Checklist.RowOf(23)));
        Assert.IsFalse(s_unit.Io.PumpDriven);
        s_unit.Run(2000);
        Shows(s_unit.Console.Shown, "May the unit now move pump, valve and water for this and what follows?");
        Ask("yes");
        s_unit.Run(2000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        UntilAsked(Prompt.MayMove);
        Assert.AreEqual(40, Run.Checklist.Number(Run.Row), "the trial run is watched by a person, and asks for itself");
        Answer(Prompt.MayMove, "yes", "yes");
        Assert.IsTrue(Now.IsCheckedByPerson);
        Assert.AreEqual((int)ItemResult.Pass, (int)Run.ResultOf(Run.Checklist.RowOf(8)), "the contactor was open before it was timed");
        Assert.AreEqual((int)ItemResult.Pass, (int)Run.ResultOf(Run.Checklist.RowOf(9)));
        Leave();
        Assert.AreEqual(Schedule.Never, Plans.WantedAt(Plan.AfterRepair));
    }

    /// <summary>A key stops the pump within the scan; what follows asks anew, and one "no" then stands for all of it. Not tested is never passed, and the repair stays owed its inspection.</summary>
    [TestMethod]
    [DataRow("x")]
    [DataRow("\r")]
    [DataRow("\r\n")]
    [DataRow("")]
    public void LeavingCheck_StopsAtAKeyAndAsksAnew(string key)
    {
        Begin(new MemoryStorage());
        Arrive();
        Ask("visit part PSU-12V");
        Ask("visit leave");
        UntilAsked(Prompt.MayMove);
        Ask("yes");
        s_unit.Run(2000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
        int stopped = Run.Row;
        s_unit.Console.Type(key);
        s_unit.Io.ButtonPressed = key.Length == 0;
        s_unit.Run(1100);
        s_unit.Run(4000);
        s_unit.Io.ButtonPressed = false;
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Assert.AreEqual((int)ItemReason.StoppedByKey, (int)Run.ReasonOf(stopped));
        s_unit.Console.Type("\b");
        UntilAsked(Prompt.MayMove);
        Ask("no");
        Answer(Prompt.MayMove, "no", "yes");
        s_unit.Run(2000);
        int over = s_unit.Console.Shown.IndexOf("The inspection is over: ");
        int owed = s_unit.Console.Shown.IndexOf("Plan not carried out: after repair");
        int missing = s_unit.Console.Shown.IndexOf(" Full check ");
        Assert.IsTrue(over > 0 && owed > over && missing > owed, "what the check found, the plan that is owed, and then what the visit lacks: " + s_unit.Console.Shown);
        Assert.AreEqual((int)ItemReason.Declined, (int)Run.ReasonOf(Run.Checklist.RowOf(8)));
        Assert.AreEqual((int)ItemReason.Declined, (int)Run.ReasonOf(Run.Checklist.RowOf(27)));
        Assert.IsFalse(Now.IsCheckedByPerson);
        Shows(Ask("visit"), " not tested   Contactor closing time  not allowed");
        Leave();
        Assert.IsTrue(Plans.WantedAt(Plan.AfterRepair) != Schedule.Never);
    }

    /// <summary>Terminals that end a line with two bytes: the second one is no key that stops what has just been allowed.</summary>
    [TestMethod]
    public void LeavingCheck_GoesOnBehindALineEndOfTwoBytes()
    {
        Begin(new MemoryStorage());
        Arrive();
        Ask("visit leave");
        UntilAsked(Prompt.MayMove);
        s_unit.Console.Type("yes\r\n");
        s_unit.Run(3000);
        Assert.IsTrue(s_unit.Io.PumpDriven);
    }

    /// <summary>Who logs out without the check is asked; "no" leaves, and the unit's own part runs behind the door and says what it did not test.</summary>
    [TestMethod]
    public void Logout_AsksForTheFullCheck()
    {
        Begin(new MemoryStorage());
        Arrive();
        Shows(Ask("logout"), "The full check before leaving has not been made");
        Shows(Ask("yes"), "The full check begins.");
        UntilAsked(Prompt.MayMove);
        Assert.AreEqual(12, Run.Person);
        Shows(Ask("logout"), "The full check is under way");
        Shows(Ask("yes"), "Logged out.");
        s_unit.Io.DoorOpen = false;
        s_unit.Run(70000);
        Assert.IsFalse(Run.Runs);
        Assert.AreEqual((int)ItemReason.NobodyThere, (int)Run.ReasonOf(Run.Checklist.RowOf(8)));
        Assert.IsFalse(s_unit.Io.PumpDriven);
        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.LastNumber);
        Assert.IsFalse(s_unit.Unit.Inspector.Visits.Records.Last.IsCheckedByPerson);
    }

    /// <summary>The check under way is the one that is owed: neither logging out nor a second <c>visit leave</c> asks for another, and who stays goes on with it.</summary>
    [TestMethod]
    public void TheCheckUnderWay_IsNotBegunAgain()
    {
        Begin(new MemoryStorage());
        Arrive();
        Ask("visit leave");
        UntilAsked(Prompt.MayMove);
        Shows(Ask("visit leave"), "The full check is under way; its result comes here.");
        Shows(Ask("logout"), "The full check is under way: what it would still ask you counts as not tested. \r\nLog out all the same? yes or no");
        Shows(Ask("no"), "Nothing was changed.");
        Assert.AreEqual(12, s_unit.Unit.Inspector.LoggedIn);
        Answer(Prompt.MayMove, "no", "yes");
        s_unit.Run(20000);
        Assert.IsFalse(Run.Runs);
        Assert.AreEqual(1, s_unit.Unit.Inspector.Reports.LastNumber);
        Assert.IsTrue(Now.IsChecked);
        Shows(Ask("logout"), "Logged out.");
    }

    /// <summary>A check whose question nobody answered goes on alone and is not the one that is owed: it is made again, after it.</summary>
    [TestMethod]
    public void ACheckThatGoesOnAlone_IsOwedStill()
    {
        Begin(new MemoryStorage());
        Arrive();
        Ask("visit leave");
        UntilAsked(Prompt.MayMove);
        s_unit.Run(InspectionRun.AnswerMs - 2000);
        Assert.IsTrue(Run.IsAttended);
        for (int second = 0; second < 60 && Run.IsAttended; second++)
        {
            s_unit.Run(1000);
        }

        Assert.IsTrue(Run.Runs && !Run.IsAttended);
        Assert.IsFalse(s_unit.Unit.Inspector.RunsLeavingCheck);
    }

    [TestMethod]
    public void Entries_HaveBoundsAndOneLineForEachMistake()
    {
        Begin(new MemoryStorage());
        Arrive();
        Shows(Ask("visit part 999"), "No fault has this code here.");
        Shows(Ask("visit part 802"), "This fault names no part");
        Shows(Ask("visit unrepaired 999"), "No fault has this code here.");
        Shows(Ask("visit repaired 999"), "No fault has this code here.");
        Shows(Ask("visit reference nothing 5"), "No reading has this name.");
        int[] codes = { 201, 202, 203, 301, 302 };
        for (int i = 0; i < 5; i++)
        {
            Shows(Ask("visit unrepaired " + codes[i]), "Noted.");
        }

        Shows(Ask("visit unrepaired 303"), "There is no room for more");
        Assert.AreEqual(1, Now.More);
        string[] readings = { "supply_mv", "pressure_kpa", "bus_flow_ml_s" };
        for (int i = 0; i < 3; i++)
        {
            Shows(Ask("visit reference " + readings[i] + " 5"), "Noted.");
        }

        Shows(Ask("visit reference supply_mv 6"), "Noted.");
        Shows(Ask("visit reference pulse_total_l 5"), "There is no room for more");
        Assert.AreEqual(6, Now.ReferenceOf(0));
    }

    /// <summary>A fault with one part stands for it, though the part is not the fault's own; one with several shows each as it is to be typed, and nothing is noted until one is.</summary>
    [TestMethod]
    public void Parts_OfAFaultAreNotedOrShown()
    {
        Begin(new MemoryStorage());
        Arrive();
        Shows(Ask("visit part 101"), "Noted: 1 × PSU-12V  power supply and charger 13.6 V with the mains relay\r\n");
        Shows(Ask("visit part 101 2"), "Noted: 2 × PSU-12V  power supply");
        string seen = Ask("visit part 201");
        Shows(seen, "This fault has several parts, and none is noted yet. Type the one you used:\r\n visit part MTR-PULSE   head of the pulse meter\r\n visit part CTL-TERM    terminal board\r\n visit part CBL-PULSE   shielded lead of the pulse meter\r\n");
        Shows(Ask("visit"), " Parts        1 × PSU-12V\r\n              2 × PSU-12V\r\n Full check");
        Shows(Ask("visit part 201 2"), "Type the one you used:\r\n visit part MTR-PULSE 2   head of the pulse meter\r\n");
        Shows(Ask("visit part CBL-PULSE"), "Noted: 1 × CBL-PULSE  shielded lead of the pulse meter\r\n");
        Shows(Ask("visit part 扎带 5"), "Noted: 5 × 扎带\r\n");
        Shows(Ask("visit"), "              2 × PSU-12V\r\n              1 × CBL-PULSE\r\n              5 × 扎带\r\n");
    }

    /// <summary>Tab offers what the faults raised now may need, as it is written on the list, and completes it from small letters too.</summary>
    [TestMethod]
    public void Tab_OffersTheModulesOfTheFaultsRaised()
    {
        Begin(new MemoryStorage());
        s_unit.Io.Supply = 10500;
        Assert.IsTrue(s_unit.UntilRaised(103, 60000) >= 0);
        Arrive();
        s_unit.Console.Clear();
        s_unit.Console.Type("visit part \t");
        s_unit.Run(2000);
        Shows(s_unit.Console.Shown, "PSU-12V CTL-TERM BAT-12V");
        Shows(Ask("\u0015visit part ctl\t3"), "Noted: 3 × CTL-TERM  terminal board\r\n");
    }

    /// <summary>The power goes at each write of a visit: after the next start there is the state before or after the last entry, never anything else, and the visit goes on.</summary>
    [TestMethod]
    public void PowerCut_CostsAtMostTheLastEntry()
    {
        for (int writes = 1; writes < 40; writes++)
        {
            var storage = new MemoryStorage();
            Begin(storage);
            Arrive();
            int entered = 0;
            int kept = storage.Writes;
            for (; entered < 8 && storage.Writes - kept < writes; entered++)
            {
                s_unit.Unit.Inspector.Visits.Note(Text.Utf8("note " + entered), 0, 6);
                s_unit.Scan();
            }

            s_unit = Restart(storage);
            int notes = 0;
            for (int text = Now.FirstText; Now.IsText(text); text = Now.NextText(text))
            {
                Assert.AreEqual('0' + notes, (int)Now.Buffer[Now.StartOf(text) + 5]);
                notes++;
            }

            Assert.IsTrue(notes == entered || notes == entered - 1, notes + " of " + entered);
            s_unit.Io.DoorOpen = true;
            s_unit.Run(5000);
            Assert.AreEqual((int)VisitState.Open, (int)Now.State);
            Assert.AreEqual(1, Now.Number);
            Assert.AreEqual(12, Now.Person);
        }
    }

    /// <summary>A cut between the record of what is over and the end of what went on: the visit is told once.</summary>
    [TestMethod]
    public void PowerCutAtTheEnd_TellsTheVisitOnce()
    {
        var storage = new MemoryStorage();
        Begin(storage);
        Arrive();
        Check();
        Ask("logout");
        s_unit.Io.DoorOpen = false;
        for (int scans = 0; s_unit.Unit.Inspector.Visits.Records.LastNumber == 0 && scans < 3000; scans++)
        {
            s_unit.Scan();
        }

        for (int scans = 0; storage.LastSlot != Slots.VisitRecords && scans < 100; scans++)
        {
            s_unit.Scan();
        }

        s_unit = Restart(storage);
        s_unit.Link.Connect();
        s_unit.Run(30000);
        Assert.AreEqual((int)VisitState.None, (int)Now.State);
        Assert.AreEqual(1, s_unit.Link.CountOf("visit"));
        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.LastNumber);
    }

    /// <summary>Whoever came and went with a card alone, and typed nothing, was here last; of one who changed something in the visit it is told what.</summary>
    [TestMethod]
    public void VisitByCardAlone_CountsAsHereLast()
    {
        Begin(new MemoryStorage());
        Shows(Ask("status"), "Last here    nobody yet");
        s_unit.Io.DoorOpen = true;
        Card(TechnicianCard);
        Assert.AreEqual((int)VisitEvidence.Card, (int)Now.Evidence);
        s_unit.Run(2000);
        s_unit.Io.DoorOpen = false;
        for (int minutes = 0; s_unit.Unit.Inspector.Visits.Records.LastNumber == 0 && minutes < 600; minutes++)
        {
            s_unit.Run(60000);
        }

        string shown = Ask("status");
        Shows(shown, "Last here    person 12  2026-");
        Shows(shown, "  Visit\r\n");
        Arrive();
        Ask("config warranty_days 700");
        Check();
        Leave();
        shown = Ask("status");
        Shows(shown, "  changes a setting  warranty_days\r\n");
    }

    /// <summary>What was changed at commissioning, before the clock was set, does not hide every later visit.</summary>
    [TestMethod]
    public void AVisitWithADate_IsLaterThanAChangeWithout()
    {
        Begin(new MemoryStorage());
        s_unit.Unit.Persons.Acted(7, CommandTable.ConfigSet, SettingKey.Hotline, 0);
        Shows(Ask("status"), "Last here    person 7  ");
        Arrive();
        Check();
        Leave();
        string shown = Ask("status");
        Shows(shown, "Last here    person 12  2026-");
        Shows(shown, "  Visit\r\n");
    }

    /// <summary>Two that wait are sent in their order; a third takes the place of the first.</summary>
    [TestMethod]
    public void VisitsThatWait_AreSentInTheirOrderTheOldestGivesWay()
    {
        Begin(new MemoryStorage());
        for (int visit = 0; visit < 3; visit++)
        {
            Arrive();
            Check();
            Leave();
        }

        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.Displaced);
        s_unit = Restart(s_unit.Storage);
        s_unit.Run(2000);
        Assert.AreEqual(1, s_unit.Unit.Inspector.Visits.Records.Displaced);
        Has("Visits       2 not stored yet\r\n Visits lost  1\r\n", Ask("storage"));
        s_unit.Link.Connect();
        s_unit.Run(30000);
        Assert.AreEqual(2, s_unit.Link.CountOf("visit"));
        bool told = false;
        for (int i = 0; i < s_unit.Link.CountOf("alarm"); i++)
        {
            told |= Text.Has("\"event\":\"lost\"", s_unit.Link.PayloadOf("alarm", i));
        }

        Assert.IsTrue(told);
        Has("\"number\":2,", s_unit.Link.PayloadOf("visit", 0));
        Has("\"number\":3,", s_unit.Link.PayloadOf("visit", 1));
        Assert.IsTrue(s_unit.Unit.Inspector.Visits.Records.HasEpoch(1111));
        Assert.IsFalse(s_unit.Unit.Inspector.Visits.Records.HasEpoch(2222));
    }

    /// <summary>Everything at its longest, every byte of the texts with an escape.</summary>
    [TestMethod]
    public void TheLongestVisit_FitsItsMessage()
    {
        var visit = new VisitRecord { State = VisitState.Over, Number = 65535, Person = 250, Evidence = VisitEvidence.Login, Ending = VisitEnding.TimedOut, LevelBefore = 4, LevelAfter = 4 };
        visit.SetId(-1, int.MaxValue);
        visit.Arrive(uint.MaxValue, int.MaxValue, (1L << 48) - 1);
        visit.Leave(uint.MaxValue, int.MaxValue, (1L << 48) - 1);
        for (int i = 0; i < 300; i++)
        {
            int fault = visit.AddFault(907, 65535, 4, Firmware.Core.Faults.FaultStage.Repaired);
            if (fault >= 0)
            {
                visit.Declare(fault, Declaration.Unrepaired);
                visit.SetAfter(fault, Firmware.Core.Faults.FaultStage.Repaired, 15);
            }
        }

        for (int i = 0; i < 3; i++)
        {
            visit.Refer(Signal.MeterDifference - i, int.MinValue, (int)NoDataReason.OutOfRange, 0);
        }

        byte[] quotes = Text.Utf8("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"");
        while (visit.TextLeft > 0)
        {
            visit.AddText(99, quotes, 0, visit.TextLeft < 40 ? visit.TextLeft : 40);
        }

        visit.SetCheck(-1, int.MaxValue);
        for (int which = 0; which < 4; which++)
        {
            visit.SetCheckCount(which, 255);
            visit.SetGrade(which, 4);
        }

        visit.Confirm(VisitConfirmation.Card, -1, uint.MaxValue);
        var json = new Firmware.Records.Messaging.JsonWriter(new byte[4096]);
        VisitMessage.Write(json, visit, new Firmware.Core.Service.UnitClock(), int.MaxValue, 1L << 47);
        Assert.IsTrue(json.Count <= VisitMessage.MaxBytes, json.Count.ToString());
        Assert.IsTrue(json.Count > 1800, json.Count.ToString());
    }

    private static Schedule Plans => s_unit.Unit.Inspector.Schedule;

    private static InspectionRun Run => s_unit.Unit.Inspector.Run;

    /// <summary>The technician makes the after-repair inspection, allows what moves, and has no reference vessel.</summary>
    private static void InspectAfterRepair()
    {
        Ask("inspect start after-repair");
        Assert.IsTrue(Run.Runs);
        Answer(Prompt.MayMove, "yes", "yes");
        s_unit.Run(5000);
    }

    /// <summary>Scans until something is asked.</summary>
    private static void UntilAsked(Prompt prompt)
    {
        for (int scans = 0; Run.Prompt != prompt && scans < 20000; scans++)
        {
            s_unit.Scan();
        }

        Assert.AreEqual((int)prompt, (int)Run.Prompt);
    }

    /// <summary>Answers every question until the run is over: leave to move, good or bad, and a meter verification is left out.</summary>
    private static void Answer(Prompt move, string leave, string look)
    {
        for (int scans = 0; Run.Runs && scans < 40000; scans++)
        {
            s_unit.Scan();
            if (Run.Prompt != Prompt.None)
            {
                bool vessel = Run.Checklist.ProcedureOf(Run.Row) == Procedure.MeterVerification;
                Ask(vessel ? "skip" : Run.Prompt == move ? leave : look);
            }
        }

        Assert.IsFalse(Run.Runs);
    }

    private static VisitRecord Now => s_unit.Unit.Inspector.Visits.Now;

    private static void Begin(MemoryStorage storage)
    {
        s_unit = new UnitBench(storage, Settings(), 1);
        s_unit.Run(130000);
        s_unit.Unit.Persons.Put(12, Text.Utf8("482913"), 6, 0);
        s_unit.Unit.Persons.SetCard(0, TechnicianCard);
        s_unit.Run(500);
        Ask("lang en");
    }

    private static UnitBench Restart(MemoryStorage storage)
    {
        var unit = new UnitBench(storage, Settings(), 1);
        unit.Run(200);
        return unit;
    }

    private static Settings Settings()
    {
        var settings = new Settings();
        settings.UserCards[0] = UserCard;
        return settings;
    }

    /// <summary>Door and login.</summary>
    private static void Arrive()
    {
        s_unit.Io.DoorOpen = true;
        LogIn();
    }

    private static void LogIn()
    {
        Ask("login 12");
        Shows(Ask("482913"), "Logged in: 12");
    }

    private static void Card(int number)
    {
        s_unit.Io.Card = number;
        s_unit.Run(2000);
        s_unit.Io.Card = 0;
        s_unit.Run(2000);
    }

    /// <summary>The full check before leaving; its result comes by itself.</summary>
    private static void Check()
    {
        Shows(Ask("visit leave"), "The full check begins.");
        Answer(Prompt.MayMove, "no", "yes");
        s_unit.Run(3000);
        Shows(s_unit.Console.Shown, " passed  ");
        Assert.IsFalse(Now.IsCheckedByPerson);
    }

    private static void Leave()
    {
        if (Text.Has("has not been made", Ask("logout")))
        {
            Ask("no");
        }

        s_unit.Io.DoorOpen = false;
        s_unit.Run(66000);
    }

    private static string Ask(string line) => s_unit.Ask(line);

    private static void Shows(string shown, string part) => Assert.IsTrue(Text.Has(part, shown), part + " is not in: " + shown);

    private static void Has(string part, string payload) => Assert.IsTrue(Text.Has(part, payload), part + " is not in: " + payload);
}
