using Core.Tests.Support;
using Firmware.Console;
using Firmware.Core.Contracts;
using Firmware.Records;

namespace Console.Tests;

/// <summary>The first person with the button held, PIN and card, wrong tries, leaving, and that nothing opens by itself.</summary>
[TestClass]
public class AccessTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void NewUnit_HasNobodyAndNothingOpensIt()
    {
        Begin();
        Shows(Ask("persons"), "Nobody is on the list. Hold the button on the unit and type persons add and a \r\nnumber.\r\n> ");
        Shows(Ask("persons add 12"), "This is for technicians. Log in first: login, then your number.\r\n> ");
        string[] tries = { "", "0", "000000", "123456", "admin", "12" };
        for (int i = 0; i < tries.Length; i++)
        {
            Ask("login 12");
            Shows(Ask(tries[i]), "Nobody is on the list.");
            Shows(Ask("restart"), "This is for technicians.");
        }
    }

    [TestMethod]
    public void FirstPerson_IsEnrolledWithTheButtonHeldAndNothingElseBegins()
    {
        Begin();
        Enrol(12, "482913");
        s_unit.Run(20000);
        Shows(Ask("persons"), " 12   PIN\r\n> ");
        s_unit.Io.ButtonPressed = true;
        s_unit.Run(500);
        Shows(Ask("persons add 13"), "This is for technicians.");
        s_unit.Io.ButtonPressed = false;
        s_unit.Run(500);
        Shows(LogIn(12, "482913"), "Logged in: 12\r\n> ");
        Shows(Ask("logout"), "Logged out.\r\n> ");
        Shows(Ask("pin"), "This is for technicians.");
    }

    [TestMethod]
    [DataRow("12345")]
    [DataRow("111111")]
    [DataRow("123456")]
    [DataRow("987654")]
    [DataRow("48291x")]
    [DataRow("4829134829134")]
    [DataRow("")]
    public void WeakPin_IsRefused(string pin)
    {
        Begin();
        HoldButton();
        Ask("persons add 12");
        Shows(Ask(pin), "6 to 12 digits, not all the same, not counting up or down.\r\n> ");
        Shows(Ask("persons"), "Nobody is on the list.");
    }

    [TestMethod]
    public void PinsThatDiffer_ChangeNothing()
    {
        Begin();
        HoldButton();
        Ask("persons add 12");
        Ask("482913");
        Shows(Ask("482914"), "The two are not the same. Nothing was changed.\r\n> ");
        Shows(Ask("persons"), "Nobody is on the list.");
    }

    [TestMethod]
    public void Pin_IsNeverShownNorKeptInTheHistory()
    {
        Begin();
        Enrol(12, "482913");
        Ask("login 12");
        string shown = Ask("482913");
        Assert.IsFalse(Text.Has("482913", shown), shown);
        Shows(shown, "******\r\n");
        s_unit.Console.Clear();
        s_unit.Console.Type("\x1B[A");
        s_unit.Run(500);
        Shows(s_unit.Console.Shown, "login 12");
        var slot = new byte[384];
        s_unit.Run(5000);
        Assert.IsTrue(s_unit.Storage.Read(3, slot) > 30);
        for (int i = 0; i < slot.Length - 3; i++)
        {
            Assert.IsFalse(slot[i] == '4' && slot[i + 1] == '8' && slot[i + 2] == '2' && slot[i + 3] == '9');
        }
    }

    [TestMethod]
    public void WrongTries_WaitLongerEachTime()
    {
        Begin();
        Enrol(12, "482913");
        Shows(LogIn(12, "482914"), "Number or PIN is wrong.\r\n> ");
        Shows(LogIn(77, "482913"), "Number or PIN is wrong.\r\n> ");
        Shows(LogIn(12, "000000"), "Number or PIN is wrong.\r\n> ");
        Shows(Ask("login 12"), "Too many wrong tries. Try again in 00:00:0");
        s_unit.Run(10000);
        Shows(LogIn(12, "000001"), "Number or PIN is wrong.\r\n> ");
        s_unit.Run(10000);
        Shows(Ask("login 12"), "Too many wrong tries.");
        s_unit.Run(10000);
        Shows(LogIn(12, "482913"), "Logged in: 12\r\n> ");
        Ask("logout");
        Shows(LogIn(12, "1"), "Number or PIN is wrong.\r\n> ");
        Shows(LogIn(12, "482913"), "Logged in: 12\r\n> ");
    }

    [TestMethod]
    public void SwitchingOff_DoesNotStartTheTriesAnew()
    {
        Begin();
        Enrol(12, "482913");
        for (int i = 0; i < 3; i++)
        {
            LogIn(12, "000000");
        }

        s_unit.Run(10000);
        s_unit = new UnitBench(s_unit.Storage, new Settings(), 1);
        Shows(Ask("persons"), " 12   PIN\r\n");
        Shows(Ask("login 12"), "Too many wrong tries.");
        s_unit.Run(10000);
        Shows(LogIn(12, "482913"), "Logged in: 12\r\n> ");
    }

    [TestMethod]
    public void NobodyTypes_TheSessionEnds()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        s_unit.Console.Clear();
        s_unit.Run(530000);
        Assert.AreEqual(0, s_unit.Console.Count);
        s_unit.Run(80000);
        Shows(s_unit.Console.Shown, "Nothing was typed for ten minutes: logged out.\r\n");
        Shows(Ask("pin"), "This is for technicians.");
    }

    [TestMethod]
    public void QuestionThatNobodyAnswers_IsDropped()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("restart");
        s_unit.Run(61000);
        Shows(s_unit.Console.Shown, "Nothing was changed.\r\n> ");
        Shows(Ask("yes"), "Unknown command (try help): yes\r\n");
    }

    [TestMethod]
    public void Person_IsRevokedButNotTheLast()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("persons remove 12");
        Shows(Ask("yes"), "The last person stays: add another one first.\r\n> ");
        Ask("persons add 250");
        Ask("771204");
        Shows(Ask("771204"), "On the list now: 250\r\n> ");
        Ask("persons remove 12");
        Shows(Ask(""), "Nothing was changed.\r\n> ");
        Ask("persons remove 12");
        Shows(Ask("y"), "Taken off the list.\r\nLogged out.\r\n> ");
        Shows(LogIn(12, "482913"), "Number or PIN is wrong.\r\n> ");
        Shows(LogIn(250, "771204"), "Logged in: 250\r\n> ");
        Shows(Ask("persons add 251"), "Out of range: <person number>  1 to 250\r\n");
    }

    [TestMethod]
    public void WhoCameAndWhoTried_StandsInTheLog()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "000000");
        LogIn(12, "482913");
        Ask("logout");
        string shown = Ask("log");
        int refused = shown.IndexOf("login refused: person 12");
        int loggedIn = shown.IndexOf("logged in: person 12");
        int left = shown.IndexOf("logged out: person 12");
        Assert.IsTrue(left > 0 && left < loggedIn && loggedIn < refused, shown);
        Shows(shown, "list of persons changed, by and whom: 0 12\r\n");
        Shows(shown, "started, no. 1\r\n");
    }

    [TestMethod]
    public void OwnPin_IsChanged()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("pin");
        Ask("905172");
        Shows(Ask("905172"), "On the list now: 12\r\n> ");
        Ask("logout");
        Shows(LogIn(12, "482913"), "Number or PIN is wrong.\r\n> ");
        Shows(LogIn(12, "905172"), "Logged in: 12\r\n> ");
    }

    [TestMethod]
    public void PinOfAnother_IsGivenAnewWithTheButtonHeldOnly()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("persons add 13");
        Ask("771204");
        Shows(Ask("771204"), "On the list now: 13\r\n> ");
        Shows(Ask("persons add 13"), "Hold the unit's button down while you type this command and its answer.\r\n> ");
        Ask("logout");
        Shows(LogIn(13, "771204"), "Logged in: 13\r\n> ");
        Shows(Ask("persons add 12"), "Hold the unit's button down");
        Enrol(12, "905172");
        Ask("persons add 13");
        Ask("640281");
        Shows(Ask("640281"), "On the list now: 13\r\n> ");
    }

    /// <summary>Else whoever is logged in would take the number: off the list, and on it again with a PIN of one's own.</summary>
    [TestMethod]
    public void Another_IsTakenOffTheListWithTheButtonHeldOnly()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("persons add 13");
        Ask("771204");
        Ask("771204");
        Ask("logout");
        LogIn(13, "771204");
        Ask("persons remove 12");
        Shows(Ask("yes"), "Hold the unit's button down while you type this command and its answer.\r\n> ");
        Shows(Ask("persons"), " 12   PIN\r\n");
        HoldButton();
        Ask("persons remove 12");
        Shows(Ask("yes"), "Taken off the list.\r\n> ");
        s_unit.Io.ButtonPressed = false;
        Assert.IsFalse(Text.Has(" 12 ", Ask("persons")));
        Ask("persons add 14");
        Ask("640281");
        Ask("640281");
        Ask("persons remove 13");
        Shows(Ask("yes"), "Taken off the list.\r\nLogged out.\r\n> ");
    }

    /// <summary>Who was here last and what changed: what was refused, broken off or only answered does not stand there.</summary>
    [TestMethod]
    public void LastDone_IsWhatWasDone()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Assert.AreEqual(0, s_unit.Unit.Persons.LastPerson);
        Done("clock set 2026-09-31 12:00:00", 0);
        Done("meter in 1 A1 0 S 2026-13-01", 0);
        Done("ack 305", 0);
        Done("persons add 13\r\x03", 0);
        Done("faults clear\rno", 0);
        Done("config user_card x", 0);
        Done("visit note too early", 0);
        Done("inspect stop", 0);
        Done("reset 305\ryes", 0);
        Done("bands freeze", CommandTable.BandsFreeze);
        Done("bands freeze", CommandTable.BandsFreeze);
        Done("faults clear\ryes", CommandTable.FaultsClear);
        Done("maintenance on 2", CommandTable.WorkOn);
        Done("maintenance on 2000", CommandTable.WorkOn);
        Done("config warranty_days 700", CommandTable.ConfigSet);
        Done("config warranty_days 700", CommandTable.ConfigSet);
        Shows(Ask("status"), "changes a setting  warranty_days\r\n");
        s_unit.Run(2000);
        Shows(new UnitBench(s_unit.Storage, s_unit.Settings, 1).Ask("status"), "changes a setting  warranty_days\r\n");
        s_unit.Io.Supply = 10000;
        Assert.IsTrue(s_unit.UntilRaised(103, 10000) > 0);
        Done("ack 103", CommandTable.Ack);
        Shows(Ask("status"), "  takes this fault in hand  103\r\n");
        s_unit.Io.Supply = 13500;
        Done("meter out 1 A1 12.5\ryes", CommandTable.MeterOut);
        Done("inspect start patrol", CommandTable.InspectPlan);
        Done("inspect skip", CommandTable.InspectPlan);
        Done("skip", CommandTable.InspectPlan);
        Done("inspect stop", CommandTable.InspectStop);
        Done("persons add 13\r771204\r771204", CommandTable.PersonsAdd);
        s_unit.Io.DoorOpen = true;
        s_unit.Run(2000);
        Done("visit repaired 999", CommandTable.PersonsAdd);
        Done("visit note cleaned the strainer", CommandTable.VisitNote);
        Assert.AreEqual(12, s_unit.Unit.Persons.LastPerson);
    }

    /// <summary>A water user's wrong PINs do not keep the technician's card out; the card does not clear their count either.</summary>
    [TestMethod]
    public void Card_OpensWhateverPinsWereTyped()
    {
        Begin();
        Enrol(12, "482913");
        s_unit.Unit.Persons.SetCard(0, 90000012);
        s_unit.Io.Card = 0;
        s_unit.Run(2000);
        for (int i = 0; i < 3; i++)
        {
            LogIn(12, "000000");
        }

        Shows(Ask("login 12"), "Too many wrong tries.");
        Shows(Present(90000012), "Logged in: 12\r\n");
        Assert.AreEqual(3, s_unit.Unit.Persons.Failures);
        Shows(Ask("log"), "logged in: person 12");
    }

    [TestMethod]
    public void List_HasTwelvePlacesAndSurvivesEveryDamage()
    {
        var hash = new FakeKeyedHash();
        var list = new PersonList(hash, new byte[] { 1, 2, 3, 4, 5, 6 });
        byte[] pin = Text.Utf8("482913");
        for (int number = 1; number <= 12; number++)
        {
            Assert.IsTrue(list.Put(number, pin, 6, 1000 + number));
        }

        Assert.IsFalse(list.Put(13, pin, 6, 2000));
        Assert.IsTrue(list.Put(12, pin, 6, 2000));
        var slot = new byte[384];
        int count = list.Write(slot, 0, new TableChecksum());
        Assert.AreEqual(359, count);
        var again = new PersonList(hash, new byte[6]);
        Assert.IsTrue(again.TryRead(slot, count, new TableChecksum()));
        Assert.AreEqual(12, again.Count);
        Assert.IsTrue(again.Matches(again.Find(5), pin, 6));
        Assert.IsFalse(again.Matches(again.Find(5), pin, 5));
        for (int i = 0; i < count; i++)
        {
            slot[i] ^= 4;
            var damaged = new PersonList(hash, new byte[6]);
            Assert.IsFalse(damaged.TryRead(slot, count, new TableChecksum()));
            Assert.AreEqual(0, damaged.Count);
            slot[i] ^= 4;
        }
    }

    /// <summary>What was done last comes back with what it was about; the list of an earlier firmware, which did not note that, is taken all the same.</summary>
    [TestMethod]
    public void List_KeepsWhatTheLastThingDoneWasAbout()
    {
        var list = new PersonList(new FakeKeyedHash(), new byte[6]);
        list.Put(12, Text.Utf8("482913"), 6, 1000);
        list.Acted(12, CommandTable.Ack, 305, 1790000000);
        var slot = new byte[384];
        int count = list.Write(slot, 0, new TableChecksum());
        var again = new PersonList(new FakeKeyedHash(), new byte[6]);
        Assert.IsTrue(again.TryRead(slot, count, new TableChecksum()));
        Assert.AreEqual(305, again.LastAbout);
        count = Record.Seal(slot, 20, count - Record.CrcBytes - 2, new TableChecksum());
        var earlier = new PersonList(new FakeKeyedHash(), new byte[6]);
        Assert.IsTrue(earlier.TryRead(slot, count, new TableChecksum()));
        Assert.AreEqual(CommandTable.Ack, earlier.LastCommand);
        Assert.AreEqual(0, earlier.LastAbout);
        count = Record.Seal(slot, 20, count - Record.CrcBytes - 1, new TableChecksum());
        Assert.IsFalse(new PersonList(new FakeKeyedHash(), new byte[6]).TryRead(slot, count, new TableChecksum()));
    }

    [TestMethod]
    public void SamePin_IsNotTheSameInTheStore()
    {
        var list = new PersonList(new FakeKeyedHash(), new byte[6]);
        byte[] pin = Text.Utf8("482913");
        list.Put(1, pin, 6, 1000);
        list.Put(2, pin, 6, 1000);
        var slot = new byte[384];
        list.Write(slot, 0, new TableChecksum());
        int same = 0;
        for (int i = 2; i < 22; i++)
        {
            same += slot[31 + i] == slot[31 + 26 + i] ? 1 : 0;
        }

        Assert.IsTrue(same < 6, same.ToString());
    }

    /// <summary>A technician begins a drill and sees how it ended, on its own page and on the link's.</summary>
    [TestMethod]
    public void Drill_IsBegunByATechnicianAndItsEndShown()
    {
        Begin();
        s_unit.Link.Connect();
        Shows(Ask("drill"), " Alarm drill  none has ended yet\r\n");
        Shows(Ask("drill start"), "This is for technicians.");
        Enrol(12, "482913");
        LogIn(12, "482913");
        Shows(Ask("drill start"), "The drill has begun.");
        Shows(Ask("drill"), " Alarm drill  going on\r\n");
        s_unit.Run(3000);
        s_unit.Link.Send(Firmware.Core.Ports.Inbound.Stored, "{\"epoch\":1111,\"upTo\":1,\"at\":1790000030}");
        Shows(Ask("network"), " Alarm drill  stored  after 7 s  2026-09-21 22:13:");
        Shows(Ask("drill start"), "The last drill began less than 10 min ago.");
        Shows(Ask("log"), "drill of the alarm path");
    }

    /// <summary>Whoever is logged in is told a minute before the end, and a key keeps the session.</summary>
    [TestMethod]
    public void Logout_IsToldAMinuteBefore()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        s_unit.Console.Clear();
        s_unit.Run(535000);
        Assert.AreEqual("", s_unit.Console.Shown);
        s_unit.Run(10000);
        Shows(s_unit.Console.Shown, "you will be logged out in a minute.");
        Ask("");
        s_unit.Console.Clear();
        s_unit.Run(500000);
        Assert.AreEqual("", s_unit.Console.Shown);
        s_unit.Run(102000);
        Shows(s_unit.Console.Shown, "you will be logged out in a minute.");
        Shows(s_unit.Console.Shown, "Nothing was typed for ten minutes: logged out.");
    }

    /// <summary>Each self-test writes to the store: nobody without a login repeats it at once.</summary>
    [TestMethod]
    public void SelfTest_IsRepeatedAtOnceByATechnicianOnly()
    {
        Begin();
        Enrol(12, "482913");
        Ask("selftest start");
        s_unit.Run(90000);
        Assert.AreEqual(1, s_unit.Unit.SelfTest.Count);
        Shows(Ask("selftest start"), "The last self-test ended less than 10 min ago: log in to repeat it.\r\n");
        s_unit.Run(600000);
        Shows(Ask("selftest start"), "The self-test begins; ");
        s_unit.Run(60000);
        Assert.AreEqual(2, s_unit.Unit.SelfTest.Count);
        LogIn(12, "482913");
        Ask("selftest start");
        s_unit.Run(60000);
        Assert.AreEqual(3, s_unit.Unit.SelfTest.Count);
    }

    /// <summary>A card opens like a PIN: somebody else's is given at the unit only, with the button held.</summary>
    [TestMethod]
    public void AnothersCard_IsGivenOnlyWithTheButtonHeld()
    {
        Begin();
        Enrol(12, "482913");
        LogIn(12, "482913");
        Ask("persons add 13");
        Ask("739154");
        Ask("739154");
        s_unit.Io.Card = 90000013;
        s_unit.Run(2000);
        Shows(Ask("persons card 13"), "button");
        Assert.AreEqual(0, s_unit.Unit.Persons.CardOf(1));
        s_unit.Io.ButtonPressed = true;
        s_unit.Run(500);
        Ask("persons card 13");
        s_unit.Io.ButtonPressed = false;
        Assert.AreEqual(90000013, s_unit.Unit.Persons.CardOf(1));
    }

    /// <summary>The card of a person of the list, shown while somebody is at the console, is that person's login; any other card is nothing, and so is every card while nobody is there.</summary>
    [TestMethod]
    public void Card_IsTheLoginOfItsPerson()
    {
        Begin();
        Enrol(12, "482913");
        s_unit.Unit.Persons.SetCard(0, 90000012);
        s_unit.Io.Card = 0;
        s_unit.Run(2000);
        Shows(Present(77777777), "");
        Shows(Ask("restart"), "This is for technicians.");
        Shows(Present(90000012), "Logged in: 12\r\n");
        s_unit.Run(2000);
        Shows(Ask("persons card 12"), "Hold the card on the reader and type it again.");
        Ask("logout");
        s_unit.Run(601000);
        Assert.IsFalse(Text.Has("Logged in", Present(90000012)));
    }

    /// <summary>Types lines; what stands as done last after them.</summary>
    private static void Done(string lines, int last)
    {
        string[] each = lines.Split('\r');
        for (int i = 0; i < each.Length; i++)
        {
            Ask(each[i]);
        }

        s_unit.Run(3000);
        Assert.AreEqual(last, s_unit.Unit.Persons.LastCommand, lines);
    }

    /// <summary>Holds a card to the reader for two seconds; what the console said.</summary>
    private static string Present(int card)
    {
        s_unit.Console.Clear();
        s_unit.Io.Card = card;
        s_unit.Run(2000);
        s_unit.Io.Card = 0;
        s_unit.Run(1000);
        return s_unit.Console.Shown;
    }

    private static void Begin()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        s_unit.Ask("");
    }

    private static void HoldButton() => Technician.HoldButton(s_unit);

    private static void Enrol(int number, string pin) => Shows(Technician.Enrol(s_unit, number, pin), "On the list now: " + number + "\r\n> ");

    private static string LogIn(int number, string pin) => Technician.LogIn(s_unit, number, pin);

    private static string Ask(string line) => s_unit.Ask(line);

    private static void Shows(string shown, string part)
    {
        Assert.IsTrue(Text.Has(part, shown), shown);
    }
}
