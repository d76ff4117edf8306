using Tools.Mutate;

namespace Mutate.Tests;

/// <summary>Which changes are made of which code, and what is done with the list of equivalents.</summary>
[TestClass]
public class MutationTests
{
    private const string Catalogue = """
        public class Catalogue
        {
            private const byte NoLevel = 0;
            public Catalogue()
            {
                Row(101, "a.b", 1, NoLevel, Check.First, 10, true, "PART");
                CausedBy(103);
                Has(Policy.One, Policy.Two);
                Settles(10);
                Row(102, "c.d", 4, 3, Check.Second, 1, false, "PART");
                Evidence(Signal.Supply, Signal.Pressure);
            }
            private void Row(short code, string name, byte level, byte worse, byte check, byte raiseSeconds, bool latched, string part) { }
        }
        """;

    [TestMethod]
    public void Catalogue_LosesOrMovesEveryRule()
    {
        string[] expected =
        [
            "level 1 → 2", "worse NoLevel → 1", "check Check.First → Check.Second", "raiseSeconds 10 → 8", "raiseSeconds 10 → 12", "latched true → false",
            "CausedBy 103 removed", "Has Policy.One removed", "Has Policy.Two removed", "Settles 10 → 8", "Settles 10 → 12",
            "level 4 → 3", "worse 3 → 2", "worse 3 → 4", "worse 3 → NoLevel", "check Check.Second → Check.First", "raiseSeconds 1 → 0", "raiseSeconds 1 → 2",
            "latched false → true",
            "Evidence Signal.Supply removed", "Evidence Signal.Pressure removed",
        ];
        CollectionAssert.AreEqual(expected, CatalogueMutations.In(Planted.File("c.cs", Catalogue)).Select(m => m.What).ToArray());
    }

    [TestMethod]
    [DataRow("CausedBy 103 removed", "_ = 0;")]
    [DataRow("Evidence Signal.Supply removed", "Evidence(Signal.Pressure);")]
    [DataRow("worse 3 → NoLevel", "Row(102, \"c.d\", 4, NoLevel, Check.Second, 1, false, \"PART\");")]
    public void Catalogue_WithAChange_HasItInItsText(string what, string text)
    {
        SourceFile file = Planted.File("c.cs", Catalogue);
        string changed = file.With(CatalogueMutations.In(file).Single(m => m.What == what)).ToString();
        Assert.Contains(text, changed);
    }

    [TestMethod]
    [DataRow("a < 10", "a <= 10", "a >= 10", "a < 8", "a < 12")]
    [DataRow("a >= 3", "a > 3", "a < 3", "a >= 2", "a >= 4")]
    [DataRow("a == b", "a != b")]
    [DataRow("x && y || z", "(x && y && z)", "(x || y) || z")]
    [DataRow("a is < 1", "a is <= 1", "a is >= 1", "a is < 0", "a is < 2")]
    [DataRow("!x")]
    public void Expression_Becomes(string expression, params string[] expected)
    {
        const string Before = "class C { bool M(int a, int b, bool x, bool y, bool z) => ";
        SourceFile file = Planted.File("c.cs", Before + expression + "; }");
        string[] changed = [.. RuleMutations.In(file).Select(m => file.With(m).ToString()[Before.Length..^3])];
        CollectionAssert.AreEqual(expected, changed);
    }

    [TestMethod]
    public void Defaults_AreOnlyTheFirstValuesOfFields()
    {
        SourceFile file = Planted.File("s.cs", "class S { int limit = 100; long day = 24 * Hour; string text = \"5\"; int Sum() { int more = 3; return more + limit; } }");
        CollectionAssert.AreEqual(new[] { "100 → 80", "100 → 120", "24 → 20", "24 → 28" }, RuleMutations.Defaults(file).Select(m => m.What).ToArray());
    }

    [TestMethod]
    public void Change_SaysFileLineAndSource()
    {
        SourceFile file = Planted.File("Firmware/Core/Faults/Checks/C.cs", "class C\n{\n    int wait = 5;\n}\n");
        Mutation change = RuleMutations.In(file).First();
        Assert.AreEqual("Firmware/Core/Faults/Checks/C.cs:3: 5 → 4   [int wait = 5;]", change.ToString());
        Assert.AreEqual("C", change.Subject);
    }

    [TestMethod]
    public void Equivalents_ExplainASurvivorAndAreStaleWithoutIt()
    {
        SourceFile file = Planted.File("c.cs", "class C\n{\n    int wait = 5;\n}\n");
        Mutation[] changes = [.. RuleMutations.In(file)];
        var equivalents = new Equivalents(["# comment", "", "c.cs | int wait = 5; | 5 → 4 | nobody waits"]);
        Assert.IsTrue(equivalents.Has(changes[0]));
        Assert.IsFalse(equivalents.Has(changes[1]));
        Assert.IsEmpty(equivalents.Stale(changes));
        CollectionAssert.AreEqual(new[] { "c.cs: 5 → 4   [int wait = 5;]" }, equivalents.Stale([changes[1]]).ToArray());
    }

    /// <summary>An entry whose line has changed explains nothing any more, and would hide a survivor that comes back with the same words.</summary>
    [TestMethod]
    public void EveryEquivalent_IsAChangeThatIsMade()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Firmware.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var equivalents = new Equivalents(File.ReadLines(Path.Combine(root, "tools", "Mutate", "equivalents.txt")));
        Assert.AreEqual("", string.Join('\n', equivalents.Stale(Subject.Of(root).Mutations)));
    }

    [TestMethod]
    public void Equivalents_WithoutAReason_AreRefused()
    {
        Assert.ThrowsExactly<InvalidDataException>(() => new Equivalents(["c.cs | int wait = 5; | 5 → 4"]));
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(1, "--only", "5 → 4")]
    [DataRow(2, "--only", "5 → 4", "--only", "5 → 6")]
    [DataRow(1, "--only", "5 → 4", "--only", "7 → 8")]
    [DataRow(1, "--except", "5 → 4")]
    [DataRow(0, "--only", "c.cs", "--except", "c.cs")]
    public void OnlyAndExcept_ChooseByTheLine(int expected, params string[] line)
    {
        SourceFile file = Planted.File("c.cs", "class C\n{\n    int wait = 5;\n}\n");
        Assert.AreEqual(expected, RuleMutations.In(file).Count(Options.Parse(line).Takes));
    }

    [TestMethod]
    [DataRow("--max 0")]
    [DataRow("--jobs two")]
    [DataRow("--only")]
    [DataRow("--fast")]
    public void WrongCommandLine_IsRefused(string line)
    {
        Assert.ThrowsExactly<ArgumentException>(() => Options.Parse(line.Split(' ')));
    }
}
