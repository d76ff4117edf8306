using System;
using System.Collections.Generic;
using System.Diagnostics;
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
        using Child run = Child.StartTool("run", "Tools.Run", ["--lang", "en", "--units", "2", "--scenario", "normal"], lines.Add, lines.Add);
        lines.WaitFor("console: minicom", times: 2);
        List<int> children = Descendants(run.Id);
        Assert.IsGreaterThanOrEqualTo(4, children.Count, lines.ToString());
        using (Process kill = Process.Start("kill", ["-" + signal, $"{run.Id}"]))
        {
            kill.WaitForExit();
        }

        Wait.Until("everything has ended", () => !children.Exists(IsAlive), () => string.Join(' ', children.FindAll(IsAlive)));
        if (signal != "KILL")
        {
            Assert.IsTrue(run.WaitForExit(Wait.Patience));
            Assert.AreEqual(ExitCode.Done, run.ExitCode, lines.ToString());
        }
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

    private static bool IsAlive(int id) => ParentOf(id) != null;
}
