using System.Linq;
using Firmware.Console;

namespace Console.Tests.Host;

/// <summary>The rows of the command table: what everybody may do is a list that is read here, not what somebody forgot.</summary>
[TestClass]
public class CommandTableTests
{
    private static readonly int[] s_commands = Enumerable.Range(0, CommandTable.Max).Where(CommandTable.Has).ToArray();

    [TestMethod]
    public void OnlyTheseAreForAnybody()
    {
        string[] expected =
        {
            "bands", "clock", "config", "config KEY", "counters", "drill", "export", "faults", "help", "help COMMAND", "help all", "inspect", "lamp", "lang en", "lang zh", "log", "login PERSON", "logout",
            "meter", "network", "parts", "persons", "readings", "readings live", "screen COLUMNS", "screen COLUMNS LINES", "selftest", "selftest start", "shelve", "status", "storage", "version", "visit", "why CODE",
        };
        CollectionAssert.AreEqual(expected, FormsWith(Access.Open));
        CollectionAssert.AreEqual(new[] { "persons add PERSON" }, FormsWith(Access.Enrol));
        CollectionAssert.AreEqual(new[] { "factory reset" }, FormsWith(Access.Deliberate));
    }

    [TestMethod]
    public void TheseAreAskedForOnceMore()
    {
        string[] expected =
        {
            "bands reset", "factory reset", "faults clear", "layup off", "layup on", "persons remove PERSON", "reset CODE", "restart", "shutdown", "swap",
        };
        CollectionAssert.AreEqual(expected, s_commands.Where(CommandTable.IsConfirmed).Select(CommandTable.FormOf).Order(System.StringComparer.Ordinal).ToArray());
    }

    /// <summary>A row that was forgotten is a technician's and has no page; every command has both form and row.</summary>
    [TestMethod]
    public void EveryCommandHasItsRow_AndAFreeNumberIsNobodys()
    {
        foreach (int command in s_commands)
        {
            Assert.AreNotEqual(PageKind.None, CommandTable.PageOf(command), CommandTable.FormOf(command));
        }

        Assert.IsFalse(CommandTable.Has(CommandTable.Max));
        Assert.AreEqual(PageKind.None, CommandTable.PageOf(CommandTable.Max));
        Assert.AreEqual(Access.Technician, CommandTable.AccessOf(CommandTable.Max));
    }

    private static string[] FormsWith(Access access)
    {
        return s_commands.Where(command => CommandTable.AccessOf(command) == access).Select(CommandTable.FormOf).Order(System.StringComparer.Ordinal).ToArray();
    }
}
