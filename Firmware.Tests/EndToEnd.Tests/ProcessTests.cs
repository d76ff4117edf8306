using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>tools/run leaves nothing behind.</summary>
[TestClass]
public class ProcessTests
{
    [TestMethod]
    [DataRow("TERM")]
    [DataRow("INT")]
    [DataRow("KILL")]
    public void WhatRunStartedEndsWithIt(string signal)
    {
        var lines = new Lines();
        string folder = Directory.CreateTempSubdirectory("process-").FullName;
        var environment = new Dictionary<string, string> { ["TMPDIR"] = folder };
        string[] options = ["--lang", "en", "--units", "2", "--scenario", "normal"];
        using Child run = Child.StartTool("run", "Tools.Run", options, lines.Add, lines.Add, environment);
        lines.WaitFor("console: minicom", times: 2);
        List<int> children = Descendants(run.Id);
        Assert.IsGreaterThanOrEqualTo(4, children.Count, lines.ToString());
        Signals.Send(signal, run.Id);
        Wait.Until("everything has ended", () => !children.Exists(IsAlive), () => string.Join(' ', children.FindAll(IsAlive)));
        if (signal != "KILL")
        {
            Assert.IsTrue(run.WaitForExit(Wait.Patience));
            Assert.AreEqual(ExitCode.Done, run.ExitCode, lines.ToString());
        }

        Wait.Until("no folder is left", () => Directory.GetDirectories(folder).Length == 0, () => string.Join(' ', Directory.GetDirectories(folder)));
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    [DataRow("Tools.Centre", "run: centre ended with code 137")]
    [DataRow("mosquitto", "run: mosquitto ended with code 137")]
    public void WhatEndsByItselfIsNamedLast(string program, string line)
    {
        var lines = new Lines();
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--scenario", "normal"], lines.Add, lines.Add);
        lines.WaitFor("console: minicom");
        Signals.Send("KILL", Descendants(run.Id).Find(id => Runs(id, program)));
        Assert.IsTrue(run.WaitForExit(Wait.Patience));
        Assert.AreEqual(ExitCode.Failed, run.ExitCode, lines.ToString());
        Assert.AreEqual(line, lines.All()[^1], lines.ToString());
        Assert.IsEmpty(lines.With("everything stopped"));
    }

    [TestMethod]
    public void AUnitThatEndedShowsItsCodeAndNoLed()
    {
        var lines = new Lines();
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--scenario", "normal", "--units", "2"], lines.Add, lines.Add);
        lines.WaitFor("console: minicom", times: 2);
        lines.WaitFor("site: run-request on", times: 2);
        Signals.Send("KILL", Descendants(run.Id).Find(id => Runs(id, "Tools.VirtualUnit") && Runs(id, "well-2")));
        lines.WaitFor("well-2   | ended with code 137");
        Wait.Quiet(6); // longer than it takes until a light that no longer changes counts as steady
        List<string> after = lines.All();
        after = after[(after.FindIndex(line => line.Contains("ended with code")) + 1)..];
        Assert.IsEmpty(after.FindAll(line => line.StartsWith("well-2")), lines.ToString());
    }

    [TestMethod]
    public void QuitEndsItAndListSaysEachLineOnce()
    {
        var lines = new Lines();
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--scenario", "normal", "--units", "2"], lines.Add, lines.Add);
        lines.WaitFor("console: minicom", times: 2);
        run.Tell("list");
        lines.WaitFor("no fault is in now", times: 2);
        Assert.HasCount(1, lines.With("inject dry-well "));
        run.Tell("well-2 inject dry-well");
        run.Tell("now");
        lines.WaitFor("well-2   | site: in now: dry-well");
        run.Tell("quit");
        Assert.IsTrue(run.WaitForExit(Wait.Patience));
        Assert.AreEqual(ExitCode.Done, run.ExitCode, lines.ToString());
    }

    [TestMethod]
    public void TheCentresListFollowsWhatHappensAtTheUnit()
    {
        var lines = new Lines();
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--speed", "20"], lines.Add, lines.Add);
        lines.WaitFor("305 Pump runs dry");
        lines.WaitFor("── open alarms ──");
        lines.WaitFor("not acknowledged");
        run.Tell("centre acknowledge 1 --who desk --case 7 --arrive +90");
        lines.WaitFor("acknowledged 1: 305 Pump runs dry");
        run.Tell("power off");
        lines.WaitFor("well-1   | power cut");
        lines.WaitFor("610 Unit silent");
        run.Tell("power on");
        lines.WaitFor("all heard again");
        Assert.IsFalse(run.HasExited, lines.ToString());
        run.Tell("quit");
        Assert.IsTrue(run.WaitForExit(Wait.Patience));
        Assert.AreEqual(ExitCode.Done, run.ExitCode, lines.ToString());
    }

    [TestMethod]
    public void RunEndsByItselfAfterTheTimeAsked()
    {
        var lines = new Lines();
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--for", "2"], lines.Add, lines.Add);
        Assert.IsTrue(run.WaitForExit(Wait.Patience));
        Assert.AreEqual(ExitCode.Done, run.ExitCode, lines.ToString());
        lines.WaitFor("everything stopped");
    }

    /// <summary>Process ids below one, read from /proc.</summary>
    private static List<int> Descendants(int parent)
    {
        var parents = new Dictionary<int, int>();
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out int id) && ParentOf(id) is { } above)
            {
                parents[id] = above;
            }
        }

        var found = new List<int>();
        for (List<int> level = [parent]; level.Count > 0; found.AddRange(level))
        {
            level = parents.Where(pair => level.Contains(pair.Value)).Select(pair => pair.Key).ToList();
        }

        return found;
    }

    private static int? ParentOf(int id)
    {
        try
        {
            string[] fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            return fields[0] == "Z" ? null : int.Parse(fields[1]);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool Runs(int id, string word) => File.ReadAllText($"/proc/{id}/cmdline").Contains(word, StringComparison.Ordinal);

    private static bool IsAlive(int id) => ParentOf(id) != null;
}
