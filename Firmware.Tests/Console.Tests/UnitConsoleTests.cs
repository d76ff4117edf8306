using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Ports;

namespace Console.Tests;

/// <summary>What a technician sees, in both languages, and what garbage does.</summary>
[TestClass]
public class UnitConsoleTests
{
    private static UnitBench s_unit;

    [TestMethod]
    public void FirstKey_Greets()
    {
        s_unit = new UnitBench();
        s_unit.Run(1000);
        Assert.AreEqual(0, s_unit.Console.Count);
        s_unit.Console.Type("h");
        s_unit.Run(1000);
        Assert.AreEqual("Irrigation unit. Type help for the commands.\r\n> h", s_unit.Console.Shown);
    }

    [TestMethod]
    public void Help_NamesTheCommandsByGroup()
    {
        s_unit = new UnitBench();
        string shown = s_unit.Ask("help");
        Shows(shown, " Look         help  status  faults  why  readings");
        Shows(shown, "\r\n Set up       lang  screen");
        Shows(s_unit.Ask("help all"), "\r\n why <fault code>\r\n     meaning, evidence, steps and part of a fault\r\n");
    }

    [TestMethod]
    public void HelpOfACommand_SaysArgumentsAccessAndProof()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("help why"), " why <fault code>\r\n     meaning, evidence, steps and part of a fault\r\n     <fault code>  101 to 999\r\n     Who may  anybody\r\n     Check    The page itself.\r\n> ");
        Shows(s_unit.Ask("help lang"), " lang zh\r\n     Chinese\r\n     Who may  anybody\r\n     Check    The next answer is in Chinese.\r\n lang en\r\n");
        Shows(s_unit.Ask("help pump"), "Unknown command (try help): pump\r\n> ");
    }

    [TestMethod]
    public void Help_InChinese()
    {
        s_unit = new UnitBench(new MemoryStorage(), new Settings { Chinese = true }, 1);
        string shown = s_unit.Ask("help");
        Shows(shown, " 查看         help  status  faults  why  readings");
        Shows(s_unit.Ask("help why"), " why <故障码>\r\n     某一故障的含义、证据、处理步骤和备件\r\n     <故障码>  101 至 999\r\n     权限     任何人\r\n     如何验证 以显示内容为准。\r\n> ");
    }

    [TestMethod]
    public void Status_ShowsTheUnitAtAGlance()
    {
        s_unit = new UnitBench(new MemoryStorage(), new Settings { Name = Text.Utf8("Well 3"), Hotline = Text.Utf8("12345") }, 1);
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        string shown = s_unit.Ask("status");
        Shows(shown, " Unit         east/well-3  Well 3  0.1.0\r\n");
        Shows(shown, " Time         2026-09-21 22:14:");
        Shows(shown, " Level        no fault\r\n");
        Shows(shown, " Link         no network  attempt 0\r\n");
        Shows(shown, " Supply       13600 mV\r\n");
        Shows(shown, " Pressure     310 kPa\r\n");
        Shows(shown, " Meters       Pulse meter 11111 mL/s  RS485 meter 11111 mL/s\r\n");
        Shows(shown, " Pump         runs\r\n");
        Shows(shown, " Outbox       0 records  0 reports  0 visits  0 lost\r\n");
        Shows(shown, " Hotline      12345\r\n");
    }

    [TestMethod]
    public void Status_InChinese()
    {
        s_unit = new UnitBench(new MemoryStorage(), new Settings { Chinese = true, Name = Text.Utf8("三号井") }, 1);
        s_unit.Io.BusCut = true;
        s_unit.Run(3000);
        string shown = s_unit.Ask("status");
        Shows(shown, " 设备         east/well-3  三号井  0.1.0\r\n");
        Shows(shown, " 故障级别     无故障\r\n");
        Shows(shown, " RS485 流量计 无应答\r\n");
        Shows(shown, " 水泵         停止\r\n");
    }

    [TestMethod]
    [DataRow(1, "access point or address not found")]
    [DataRow(2, "the broker's host name is unknown")]
    [DataRow(3, "nobody answers at the broker's address")]
    [DataRow(4, "the broker refuses user or password")]
    [DataRow(5, "the connection was lost")]
    public void LinkTrouble_IsSaidOnItsOwnLine(int trouble, string text)
    {
        s_unit = new UnitBench();
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Link.Trouble = (LinkTrouble)trouble;
        s_unit.Link.Attempts = 7;
        Shows(s_unit.Ask("status"), " Link         network, no broker  attempt 7\r\n              " + text + "\r\n");
    }

    [TestMethod]
    public void LinkUp_TellsWhoAnswers()
    {
        s_unit = new UnitBench();
        s_unit.Link.Trouble = LinkTrouble.Lost;
        s_unit.Link.Connect();
        string shown = s_unit.Ask("status");
        Shows(shown, "broker connected, service centre has not answered  attempt 1\r\n");
        Assert.IsFalse(Text.Has("lost\r\n  ", shown));
        s_unit.Link.Send(Inbound.Stored, "{\"epoch\":1111,\"upTo\":0}");
        Shows(s_unit.Ask("status"), " Link         service centre answers");
    }

    [TestMethod]
    public void ClockUnset_IsSaid()
    {
        s_unit = new UnitBench();
        s_unit.Clock.UnixAtStart = 0;
        Shows(s_unit.Ask("status"), " Time         clock not set\r\n");
    }

    [TestMethod]
    public void PumpThatRanDry_TellsHowLongItWaitsAndWhenItStaysOff()
    {
        s_unit = new UnitBench();
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        Shows(s_unit.Ask("status"), " Pump         stopped dry, next try in 00:04:");
        s_unit.Run(700000);
        Shows(s_unit.Ask("status"), " Pump         stays off: ran dry; switch the request off for 5 s, then on\r\n");
    }

    [TestMethod]
    public void WorstCase_StatusFitsTwentyFourLinesOfEightyColumns()
    {
        WorstStatusFits(false);
        WorstStatusFits(true);
    }

    [TestMethod]
    public void Faults_AreListedWorstFirst()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("faults"), "faults\r\nno fault\r\n> ");
        RaiseTwo();
        string shown = s_unit.Ask("faults");
        Shows(shown, "\r\nL1 103 Supply too low to act\r\n    since 2026-09-21 22:1");
        Shows(shown, "\r\nL2 305 Pump runs dry\r\n    since 2026-09-21 22:1");
        Assert.IsTrue(shown.IndexOf("L1 103") < shown.IndexOf("L2 305"));
        Shows(s_unit.Ask("status"), " Level        L1  2 raised\r\n");
    }

    [TestMethod]
    public void Faults_InChineseWithoutAClock()
    {
        s_unit = new UnitBench(new MemoryStorage(), new Settings { Chinese = true }, 1);
        s_unit.Clock.UnixAtStart = 0;
        RaiseTwo();
        string shown = s_unit.Ask("faults");
        Shows(shown, "一级 103 供电电压过低\r\n    始于 00:00:");
        Shows(shown, "二级 305 水泵空转（无水）\r\n    始于 00:00:");
        Shows(shown, " 前  未上报，已 00:1");
    }

    [TestMethod]
    public void Language_IsSwitched()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("lang"), "Type it like this: lang zh\r\n");
        Shows(s_unit.Ask("lang zh"), "已切换为中文。\r\n");
        Shows(s_unit.Ask("faults"), "无故障\r\n");
        Shows(s_unit.Ask("lang en"), "English.\r\n");
        Shows(s_unit.Ask("faults"), "no fault\r\n");
    }

    [TestMethod]
    public void UnknownCommand_IsNamed()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("irrigate"), "Unknown command (try help): irrigate\r\n> ");
        Shows(s_unit.Ask("stauts now"), "Unknown command (try help): stauts\r\nType it like this: status\r\n> ");
        Shows(s_unit.Ask("skip"), "Unknown command (try help): skip\r\nType it like this: inspect skip\r\n> ");
        Shows(s_unit.Ask("wy 305"), "Unknown command (try help): wy\r\nType it like this: why <fault code>   for example: why 305\r\n> ");
        Shows(s_unit.Ask("lang fr"), "Not understood: fr\r\nType it like this: lang zh\r\n");
        Shows(s_unit.Ask("status now"), "Not understood: now\r\nType it like this: status\r\n");
    }

    [TestMethod]
    public void CapitalsAndBlanks_DoNotMatter()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("FAULTS  "), "no fault\r\n> ");
        Shows(s_unit.Ask("Lang  zh "), "已切换为中文。\r\n> ");
    }

    [TestMethod]
    public void WhyWithoutACode_SaysHow()
    {
        s_unit = new UnitBench();
        Shows(s_unit.Ask("why"), "Still missing: <fault code>  101 to 999\r\nType it like this: why <fault code>   for example: why 305\r\n> ");
        Shows(s_unit.Ask("why pump"), "Out of range: <fault code>  101 to 999\r\n");
        Shows(s_unit.Ask("why 12345"), "Out of range: <fault code>  101 to 999\r\n");
        Shows(s_unit.Ask("screen 20"), "Out of range: <columns>  40 to 132\r\nType it like this: screen <columns>   for example: screen 40\r\n> ");
        Shows(s_unit.Ask("why 999"), "No fault has this code: 999\r\n> ");
    }

    [TestMethod]
    public void Why_ShowsEvidenceThenAndNow()
    {
        s_unit = new UnitBench();
        s_unit.Ask("screen 80 0");
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        Shows(s_unit.Ask("why 305"), "L2 305 Pump runs dry\r\n State        not raised\r\n Check        passed\r\n How close    -128  (-128 well, +127 raised)\r\n Occurrences  0  in the fault memory: 0\r\n Part         PMP-SET pump with motor, STR-SCREEN, VLV-CHK\r\n Tools        multimeter, voltage tester\r\n Meaning\r\n  ");
        s_unit.Io.Dry = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 120000) > 0);
        s_unit.Run(30000);
        string shown = s_unit.Ask("why 305");
        Shows(shown, " State        raised since 2026-09-21 22:");
        Shows(shown, " Check        not tested: what it looks at does not go on now\r\n How close    +127  (-128 well, +127 raised)\r\n Occurrences  1  in the fault memory: 1\r\n");
        Shows(shown, " Evidence                 when raised             now\r\n");
        Shows(shown, "  Contactor contact       1                       0\r\n");
        Shows(shown, "\r\n Causes\r\n  1. Well too low");
        Shows(shown, "\r\n Remedy\r\n  1. ");
        Shows(shown, "\r\n Part         PMP-SET pump with motor, STR-SCREEN, VLV-CHK\r\n Tools        multimeter, voltage tester\r\n");
        Shows(s_unit.Ask("parts"), " PMP-SET pump with motor, STR-SCREEN screen of the strainer, VLV-CHK check \r\n valve\r\n   305 Pump runs dry\r\n> ");
        s_unit.Ask("lang zh");
        Shows(s_unit.Ask("why 305"), "\r\n 应带备件     PMP-SET 水泵（含电机）、STR-SCREEN、VLV-CHK\r\n 应带工具     万用表、验电器\r\n");
        Shows(s_unit.Ask("why 602"), "\r\n 应带备件     CTL-ESP32 控制器\r\n 应带工具     不需测量工具\r\n");
        Shows(s_unit.Ask("parts"), " PMP-SET 水泵（含电机）、STR-SCREEN 过滤网、VLV-CHK 止回阀\r\n   305 水泵空转（无水）\r\n> ");
    }

    [TestMethod]
    public void KeyThatStopsAPage_LeavesOnePromptAndNothingHeld()
    {
        s_unit = new UnitBench();
        s_unit.Ask("screen 80 16");
        for (int i = 0; i < 2; i++)
        {
            Shows(s_unit.Ask("why 305"), "q = stop");
            s_unit.Console.Clear();
            s_unit.Console.Type(i == 0 ? "q" : "\x03");
            s_unit.Run(1000);
            Assert.AreEqual("\r\x1B[K> ", s_unit.Console.Shown);
        }
    }

    [TestMethod]
    public void Why_SaysWhetherThePumpIsStoppedOrWouldBe()
    {
        s_unit = new UnitBench();
        s_unit.Ask("screen 80 0");
        s_unit.Io.Request = true;
        s_unit.Run(60000);
        Shows(s_unit.Ask("why 305"), " Pump         stops when this fault is raised\r\n");
        s_unit.Io.Dry = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 120000) > 0);
        Shows(s_unit.Ask("why 305"), " Pump         is stopped for this fault\r\n");
    }

    [TestMethod]
    public void WhyOfEveryFault_FitsTheLineAndTheRing()
    {
        s_unit = new UnitBench();
        s_unit.Ask("screen 80 0");
        for (int language = 0; language < 2; language++)
        {
            s_unit.Ask(language == 0 ? "lang en" : "lang zh");
            for (int row = 0; row < s_unit.Unit.Site.Catalogue.Count; row++)
            {
                int code = s_unit.Unit.Site.Catalogue.Code(row);
                string shown = s_unit.Ask("why " + code);
                Assert.IsTrue(shown.EndsWith("\r\n> ") && Text.Has(language == 0 ? "\r\n Explained by " : "\r\n 起因故障     ", shown) && Text.Has(language == 0 ? "\r\n Proof        3 " : "\r\n 验证         3 ", shown), "cut: " + code);
                string[] lines = shown.Split('\n');
                for (int i = 0; i < lines.Length; i++)
                {
                    Assert.IsTrue(Columns(lines[i]) <= 80, lines[i]);
                }
            }
        }
    }

    [TestMethod]
    public void EmptyLine_OnlyPrompts()
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        Assert.AreEqual("\r\n> ", s_unit.Ask(""));
    }

    [TestMethod]
    [DataRow("\r")]
    [DataRow("\n")]
    [DataRow("\r\n")]
    public void AnyLineEnd_RunsTheCommandOnce(string end)
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        s_unit.Console.Clear();
        s_unit.Console.Type("faults" + end);
        s_unit.Run(2000);
        Assert.AreEqual("faults\r\nno fault\r\n> ", s_unit.Console.Shown);
    }

    [TestMethod]
    public void Backspace_TakesALatinLetterOrAWholeChineseCharacter()
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        Assert.AreEqual("fax\b \bults\r\nno fault\r\n> ", s_unit.Ask("fax\bults"));
        Assert.AreEqual("fa井\b\b  \b\bults\r\nno fault\r\n> ", s_unit.Ask("fa井\x7Fults"));
        Assert.AreEqual("\r\n> ", s_unit.Ask("\b\b\b"));
    }

    [TestMethod]
    [DataRow("\x1B[A")]
    [DataRow("\x1B[1;5C")]
    [DataRow("\x1BOP")]
    [DataRow("\x1B[11~")]
    [DataRow("\x1B[13~")]
    [DataRow("\x1B[14~")]
    [DataRow("\x1B[3;5~")]
    [DataRow("\x1B[[A")]
    [DataRow("\x1B\x1B[C")]
    [DataRow("\x1B[Z")]
    [DataRow("\a")]
    public void EscapeSequencesAndControls_DoNothing(string keys)
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        Assert.AreEqual("faults\r\nno fault\r\n> ", s_unit.Ask("fau" + keys + "lts"));
    }

    /// <summary>What follows a lone Escape is a key of its own: at once where it begins no sequence, and any key a moment later.</summary>
    [TestMethod]
    [DataRow("", 500, "faults\r")]
    [DataRow("", 0, "faults\r")]
    [DataRow("faults", 0, "\r")]
    [DataRow("faultsx", 0, "\x7F\r")]
    [DataRow("faults", 500, "[\x7F\r")]
    public void LoneEscape_TakesNoKey(string before, int waitMs, string after)
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        s_unit.Console.Clear();
        s_unit.Console.Type(before + "\x1B" + (waitMs == 0 ? after : ""));
        s_unit.Run(waitMs == 0 ? 1000 : waitMs);
        if (waitMs > 0)
        {
            s_unit.Console.Type(after);
            s_unit.Run(1000);
        }

        Assert.IsTrue(Text.Has("\r\nno fault\r\n> ", s_unit.Console.Shown), s_unit.Console.Shown);
    }

    /// <summary>An arrow key at the foot of a page ends the page, and leaves nothing on the line.</summary>
    [TestMethod]
    [DataRow("\x1B[B")]
    [DataRow("\x1B[6~")]
    [DataRow("\x1BOB")]
    public void ArrowAtTheFootOfAPage_LeavesNothing(string key)
    {
        s_unit = new UnitBench();
        s_unit.Ask("screen 80 16");
        Shows(s_unit.Ask("why 305"), "q = stop");
        s_unit.Console.Clear();
        s_unit.Console.Type(key);
        s_unit.Run(1000);
        Assert.AreEqual("\r\x1B[K> ", s_unit.Console.Shown);
        Assert.AreEqual("faults\r\nno fault\r\n> ", s_unit.Ask("faults"));
    }

    [TestMethod]
    public void LineTooLong_IsCutBehindAWholeCharacter()
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        string line = "";
        for (int i = 0; i < 12; i++)
        {
            line += "abcdefghij";
        }

        Shows(s_unit.Ask(line), "abcdefghijab\r\n> ");
        string chinese = "a";
        for (int i = 0; i < 40; i++)
        {
            chinese += "井";
        }

        string shown = s_unit.Ask(chinese);
        Assert.AreEqual(37, Text.Times("井", shown.Substring(shown.IndexOf("Unknown"))));
        Shows(s_unit.Ask("faults"), "no fault");
    }

    [TestMethod]
    public void BinaryFlood_NeverThrowsAndTheUnitGoesOn()
    {
        s_unit = new UnitBench();
        s_unit.Io.Request = true;
        var bytes = new byte[4000];
        uint noise = 5;
        for (int i = 0; i < bytes.Length; i++)
        {
            noise = Text.Noise(noise);
            bytes[i] = (byte)(noise >> 24);
        }

        s_unit.Console.Type(bytes);
        for (int i = 0; i < 2000; i++)
        {
            int before = s_unit.Console.Count;
            s_unit.Scan();
            Assert.IsTrue(s_unit.Console.Count - before <= 100);
        }

        Assert.AreEqual(0, s_unit.Console.Untaken);
        s_unit.Ask("");
        Shows(s_unit.Ask("faults"), "faults\r\nno fault\r\n> ");
    }

    [TestMethod]
    public void CommandsPastedAtOnce_RunOneAScanAndLoseNothing()
    {
        s_unit = new UnitBench();
        s_unit.Ask("");
        s_unit.Console.Clear();
        string pasted = "";
        for (int i = 0; i < 50; i++)
        {
            pasted += "help\r";
        }

        s_unit.Console.Type(pasted);
        s_unit.Scan();
        Assert.AreEqual(245, s_unit.Console.Untaken);
        s_unit.Run(30000);
        Assert.AreEqual(50, Text.Times(" Look  ", s_unit.Console.Shown));
        Assert.AreEqual(50, Text.Times("brings a line back.\r\n> ", s_unit.Console.Shown));
    }

    private static void WorstStatusFits(bool chinese)
    {
        var settings = new Settings { Chinese = chinese, Name = Full('x'), Hotline = Full('9'), Rejected = 999 };
        s_unit = new UnitBench(new MemoryStorage(), settings, 1);
        settings.Site = "abcdefghijklmnopqrstuvwxyz012345";
        settings.Unit = "abcdefghijklmnopqrstuvwxyz012345";
        s_unit.Link.Reach = LinkReach.Network;
        s_unit.Link.Attempts = int.MaxValue;
        s_unit.Io.BusCut = true;
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        s_unit.Storage.RefuseWrites = 3;
        s_unit.Run(800000);
        for (int trouble = 1; trouble <= 5; trouble++)
        {
            s_unit.Link.Trouble = (LinkTrouble)trouble;
            Fits(s_unit.Ask("status"));
        }

        settings.Name = Text.Utf8("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十井井");
        Fits(s_unit.Ask("status"));
        settings.Unit = "w";
        Fits(s_unit.Ask("status"));
        settings.Name = Full('x');
        Fits(s_unit.Ask("status"));
    }

    private static void Fits(string shown)
    {
        string[] lines = shown.Split('\n');
        Assert.IsTrue(lines.Length >= 12 && lines.Length <= 24, lines.Length.ToString());
        for (int i = 0; i < lines.Length; i++)
        {
            Assert.IsTrue(Columns(lines[i]) <= 80, lines[i]);
        }
    }

    private static int Columns(string line)
    {
        int columns = 0;
        for (int i = 0; i < line.Length; i++)
        {
            columns += line[i] == '\r' ? 0 : line[i] >= 0x2E80 ? 2 : 1;
        }

        return columns;
    }

    private static byte[] Full(char c)
    {
        var text = new byte[96];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (byte)c;
        }

        return text;
    }

    private static void RaiseTwo()
    {
        s_unit.Io.Dry = true;
        s_unit.Io.Request = true;
        Assert.IsTrue(s_unit.UntilRaised(305, 40000) > 0);
        s_unit.Io.Supply = 10000;
        Assert.IsTrue(s_unit.UntilRaised(103, 10000) > 0);
    }

    private static void Shows(string shown, string part)
    {
        Assert.IsTrue(Text.Has(part, shown), shown);
    }
}
