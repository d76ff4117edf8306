using Tools.Mutate;

namespace Mutate.Tests;

/// <summary>A rule that tests hold, one that they pass by, and one that a change sends round in circles.</summary>
[TestClass]
public class JudgeTests
{
    private static readonly SourceFile Core = Planted.File("Firmware/Core/Planted/Rule.cs", """
        using System.Threading;
        namespace Firmware.Core.Planted;
        public static class Rule
        {
            public const int Copied = 7;
            public static bool Held(int celsius) => celsius > 60;
            public static bool Weak(int celsius) => celsius < 50;
            public static int Rounds()
            {
                int done = 0;
                while (done < 3)
                {
                    done += 1;
                    Thread.Sleep(1);
                }
                return done;
            }
        }
        """);

    private const string Tests = """
        using Firmware.Core.Planted;
        using Microsoft.VisualStudio.TestTools.UnitTesting;
        namespace Core.Tests.Planted;
        [TestClass]
        public class RuleTests
        {
            [TestMethod]
            [DataRow(60, false)]
            [DataRow(61, true)]
            public void Held(int celsius, bool expected) => Assert.AreEqual(expected, Rule.Held(celsius));
            [TestMethod]
            public void Weak() => Assert.IsTrue(Rule.Weak(0) && !Rule.Weak(100));
            [TestMethod]
            public void Rounds() => Assert.AreEqual(3, Rule.Rounds());
            [TestMethod]
            public void ReadsTheConstantItHolds() => Assert.AreEqual(Rule.Copied, 5 + 2 + (Rule.Copied - 7));
        }
        """;

    private static readonly Judge Judge = Planted.Judge(Core, Tests);

    [TestMethod]
    public void Baseline_CountsEachDataRow()
    {
        Assert.AreEqual((5, null), Judge.Baseline());
    }

    [TestMethod]
    public void ChangesOfAHeldRule_AreKilled()
    {
        CollectionAssert.AreEqual(new[] { Verdict.Killed, Verdict.Killed, Verdict.Killed, Verdict.Killed }, Verdicts("Held"));
    }

    /// <summary>Both limits and the boundary survive; the opposite is killed by any test at all.</summary>
    [TestMethod]
    public void ChangesOfAWeaklyTestedRule_Survive()
    {
        CollectionAssert.AreEqual(new[] { Verdict.Survived, Verdict.Killed, Verdict.Survived, Verdict.Survived }, Verdicts("Weak"));
    }

    /// <summary>The tests hold a copy of the constant: only compiled anew do they say the same of the change as of the original.</summary>
    [TestMethod]
    public void ChangesOfAConstantThatTheTestsOnlyRepeat_Survive()
    {
        CollectionAssert.AreEqual(new[] { Verdict.Survived, Verdict.Survived }, Verdicts("Copied"));
    }

    [TestMethod]
    public void AChangeThatNeverEnds_HitsTheTimeLimit()
    {
        Mutation endless = RuleMutations.In(Core).Single(m => m.What == "1 → 0" && m.Source == "done += 1;");
        Assert.AreEqual(Verdict.Hung, Judge.Try(endless));
    }

    [TestMethod]
    public void AFailingTest_IsNamedByTheBaseline()
    {
        Judge broken = Planted.Judge(Core, Tests.Replace("AreEqual(3,", "AreEqual(4,"));
        Assert.AreEqual((5, "RuleTests.Rounds"), broken.Baseline());
    }

    private static Verdict[] Verdicts(string member) => [.. RuleMutations.In(Core).Where(m => m.Source.Contains(member)).Select(Judge.Try)];
}
