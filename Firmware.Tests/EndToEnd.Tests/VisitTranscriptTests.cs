using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>What a technician does on site, to its end: a visit with its leaving check, a meter's verification, a unit that takes another one's place. Long: minutes each.</summary>
[TestClass]
public partial class VisitTranscriptTests : Transcript
{
    private const double Speed = 10;

    private VirtualUnit _unit;
    private bool _chinese;

    [TestMethod]
    [DataRow("en")]
    [DataRow("zh")]
    public void Visit_LooksAsItDidWhenItWasRead(string language) => Play("visit-" + language, language, "dead-meter", Speed, Visit);

    [TestMethod]
    [DataRow("en")]
    [DataRow("zh")]
    public void Swap_LooksAsItDidWhenItWasRead(string language) => Play("swap-" + language, language, "normal", 1, Swap);

    /// <summary>The manual's section 8, no. 1 to 3: a meter against a portable one, whose part the site's own RS485 meter plays.</summary>
    [TestMethod]
    [DataRow("en")]
    [DataRow("zh")]
    public void Verification_LooksAsItDidWhenItWasRead(string language) => Play("verification-" + language, language, "normal", Speed, Verification);

    private void Play(string transcript, string language, string scenario, double speed, Action<Bench> session)
    {
        if (Environment.GetEnvironmentVariable("FIRMWARE_TESTS_LONG") != "1")
        {
            Assert.Inconclusive("long: needs FIRMWARE_TESTS_LONG=1");
        }

        _chinese = language == "zh";
        Compare(transcript, () =>
        {
            using var bench = new Bench();
            bench.StartCentre();
            Subscriber subscriber = bench.Subscribe("well-1");
            _unit = bench.StartUnit("well-1", scenario, speed, null, "enrol=12:" + Pin);
            if (scenario == "dead-meter")
            {
                subscriber.WaitForAlarm(201);
            }

            session(bench);
            _unit.AssertAlive();
        });
    }

    private void Visit(Bench bench)
    {
        using (Open())
        {
            _unit.Tell("technician-card held");
            WaitFor(Say("Logged in: 12", "已登录，编号 12"));
            _unit.Tell("technician-card away");
            _unit.Tell("door open");
            Wait.Quiet(1);
            Step("visit");
            _unit.Tell("clear dead-pulse-meter");
            Step("visit note 脉冲线断，已换表头");
            Step("visit part 201");
            Step("visit part MTR-PULSE");
            Step("visit part 扎带");
            Step("visit repaired 201");
            Step("visit");
            _unit.Tell("run-request off");
            Wait.Quiet(3);
            _unit.Tell("outlet open");
            LeavingCheck();
            Step("visit");
            Step("visit grade 1 1 2 1");
            Step("visit confirm " + Regex.Match(bench.AskCentre("code", Bench.Site + "/well-1"), @"\d{6}$").Value);
            Step("visit");
            Step("visit note 现场已清理");
            Step("visit confirm " + Regex.Match(bench.AskCentre("code", Bench.Site + "/well-1"), @"\d{6}$").Value);
            Step("logout");
            _unit.Tell("door shut");
            Wait.Quiet(8);
            Step("visit");
            Step("inspect");
            Press("q");
        }
    }

    /// <summary>The questions of the full check; what the unit measures between them comes when it comes, and is read in the report.</summary>
    private void LeavingCheck()
    {
        Ask("visit leave", Say("May the unit now move", "本项及后续项目可否"));
        Ask("yes", Say("Allow it? yes or no", "是否允许？"));
        Ask("yes", Say("Is it good?", "是否合格？"));
        Ask("yes", Say("Meter verification", "计量校核"));
        Ask("yes", Say("The reference vessel fills", "正在向标准量器放水"));
        Wait.Quiet(3);
        Ask("", Say("Measure it and type the number", "请测量后输入数值"));
        Ask("100", Say("Is it good?", "是否合格？"));
        Screen.Press("C-l");
        Enter("yes");
        WaitFor(Say(" not fitted", "项未安装"));
        Wait.Quiet(1);
        NoteFrom(Say("The inspection is over", "巡检结束"), 0, "> yes");
    }

    private void Verification(Bench bench)
    {
        using (Open())
        {
            LogIn();
            _unit.Tell("run-request off");
            Wait.Quiet(3);
            _unit.Tell("outlet open");
            Screen.Press("C-l");
            Enter(Say("inspect start maintenance", "inspect start 保养"));
            WaitFor(Say("Supply under load", "带载供电电压  "));
            NoteFrom("> inspect", Say(10, 8), Say("> inspect start maintenance", "> inspect start 保养"));
            SkipUntil(Say("Meter verification  pulse meter  -", "计量校核  脉冲水表  -"));
            int before = BusLitres();
            Ask("yes", Say("The reference vessel fills", "正在向标准量器放水"));
            Wait.Quiet(16);
            Ask("", Say("Measure it and type the number", "请测量后输入数值"));
            Wait.Quiet(2); // the pump stands, the meters too
            int litres = BusLitres() - before;
            Screen.Press("C-l");
            Enter(litres.ToString(CultureInfo.InvariantCulture));
            WaitFor(Say(" Meter verification  ", " 计量校核  "));
            NoteFrom(Say(" Meter verification", " 计量校核"), 1, "> (litres)");
            Screen.Press("C-l");
            Enter("stop");
            WaitFor(Say("The inspection is over", "巡检结束"));
            Wait.Quiet(5); // its report is on its way to the centre
            NoteFrom(Say("The inspection is over", "巡检结束"), 0, "> stop");
            Step("meter");
            Step("inspect");
            More();
        }
    }

    /// <summary>Leaves out what is asked until an item asks; what the unit measures by itself takes its time.</summary>
    private void SkipUntil(string item)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < 3 * Wait.Patience;)
        {
            string[] seen = Screen.Settled().Split('\n');
            int asked = Array.FindLastIndex(seen, line => line.StartsWith('['));
            if (asked >= 0 && seen[asked].Contains(item))
            {
                return;
            }

            if (asked >= 0 && Questions().IsMatch(string.Join('\n', seen[asked..])))
            {
                Screen.Press("C-l");
                Enter("skip");
            }
        }

        Assert.Fail("not asked: " + item + "\n" + Screen.Settled());
    }

    /// <summary>The total of the RS485 meter, as the console shows it, L.</summary>
    private int BusLitres()
    {
        Screen.Press("C-l");
        Enter("readings");
        WaitFor(Say("Total, RS485 meter", "RS485 累计水量"));
        int litres = int.Parse(BusTotal().Match(Screen.Settled()).Groups[1].Value, CultureInfo.InvariantCulture);
        Screen.Press("q");
        return litres;
    }

    private void Swap(Bench bench)
    {
        Wait.Quiet(20);
        string[] export = [.. Export().Matches(_unit.Enter("export", "end=0")).Select(match => match.Value.TrimEnd('\r'))];
        Assert.IsGreaterThan(150, export.Length);
        _unit.Kill();
        _unit = bench.StartUnit("well-9", "normal", 1, null, "enrol=12:" + Pin);
        using (Open())
        {
            LogIn();
            Step("status");
            Step("swap");
            Step("yes");
            Step("export=1");
            Step("swap");
            Enter("yes");
            Paste(export[..40]);
            Step("setting.pulse_ml=10001");
            Paste(export[40..^2]);
            Step(export[^2]);
            Enter("swap");
            Enter("yes");
            Paste(export[..^1]);
            Screen.Press("C-l");
            Enter(export[^1]);
            WaitFor(Say("takes over the site", "接管此站点"));
            Note("> end=0");
            _unit.Events.WaitFor("restart");
            Wait.Quiet(4);
            Screen.Press("Enter");
            Step("lang " + Say("en", "zh"));
            Step("status");
            Step("log");
        }
    }

    [GeneratedRegex(@"^[a-z0-9_.]+=.*$", RegexOptions.Multiline)]
    private static partial Regex Export();

    [GeneratedRegex(@"yes or no|yes 或 no|type the number|输入数值")]
    private static partial Regex Questions();

    [GeneratedRegex(@"(?:Total, RS485 meter|RS485 累计水量)\s+(\d+) L")]
    private static partial Regex BusTotal();

    private TmuxScreen Open()
    {
        _unit.Events.WaitFor("console ");
        Screen = new TmuxScreen(_unit.Events.With("console ")[0]["console ".Length..]);
        Wait.Quiet(3);
        Screen.Press("Enter");
        Step("lang " + Say("en", "zh"));
        return Screen;
    }

    private void LogIn()
    {
        Step("login 12");
        Step(Pin);
    }

    private T Say<T>(T english, T chinese) => _chinese ? chinese : english;

    /// <summary>
    /// Types an answer on a clear screen, waits for what must come, and notes the screen from the last question or end on: what ended before it depends on the moment. No line: the key that clears the screen is
    /// the answer.
    /// </summary>
    private void Ask(string line, string until)
    {
        Screen.Press("C-l");
        if (line.Length > 0)
        {
            Enter(line);
        }

        WaitFor(until);
        Wait.Quiet(1);
        NoteFrom("[", 0, "> " + line);
    }

    /// <summary>As the manual says: the next line when the unit asks for it.</summary>
    private void Paste(string[] lines)
    {
        string next = Say("next:", "下一行：");
        foreach (string line in lines)
        {
            Screen.Press("C-l");
            Wait.Until("a clear screen", () => !Screen.Now().Contains(next), Screen.Now);
            Enter(line);
            Wait.Until(next, () => Screen.Now().Contains(next), Screen.Now);
        }
    }
}
