using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Tools.NanoTest;

namespace NanoTools.Tests;

/// <summary>The runner's parser and counter: a line too few or too many is a failure, and so is a run without tests.</summary>
[TestClass]
public class LauncherRunTests
{
    private static readonly Dictionary<string, int> TwoTests = new() { ["N.C.A"] = 1, ["N.C.B"] = 2 };

    private static readonly string[] AllPassed = { "Ready.", "Test passed,N.C.A.0,87", "Test passed,N.C.B.0,1", "Test passed,N.C.B.1,1" };

    [TestMethod]
    [DataRow("Test passed,N.C.A.0,87", Outcome.Passed, "N.C.A", "87")]
    [DataRow("Test failed,N.C.A.12,got 1, expected 2", Outcome.Failed, "N.C.A", "got 1, expected 2")]
    [DataRow("Test skipped,N.C.A.0,", Outcome.Skipped, "N.C.A", "")]
    public void ReadsALine(string line, Outcome outcome, string method, string detail) =>
        Assert.AreEqual(new TestLine(outcome, method, detail), TestLine.Parse(line));

    [TestMethod]
    [DataRow("Test passed,N.C.A,87")]
    [DataRow(" Test passed,N.C.A.0,87")]
    [DataRow("Test ended,N.C.A.0,87")]
    [DataRow("")]
    public void OtherLinesAreNone(string line) => Assert.IsNull(TestLine.Parse(line));

    [TestMethod]
    public void PassesWhenEveryLineCame() => Assert.IsTrue(new LauncherRun(TwoTests, AllPassed).Passed);

    [TestMethod]
    public void AMissingRowFails()
    {
        var run = new LauncherRun(TwoTests, AllPassed.SkipLast(1));

        Assert.IsFalse(run.Passed);
        CollectionAssert.AreEqual(new[] { "N.C.B: 1 of 2 lines" }, run.Missing.ToArray());
    }

    [TestMethod]
    public void ALineOfAnotherBuildFails()
    {
        var run = new LauncherRun(TwoTests, AllPassed.Append("Test passed,N.C.Renamed.0,1"));

        Assert.IsFalse(run.Passed);
        CollectionAssert.AreEqual(new[] { "N.C.Renamed: 1 lines, expected 0" }, run.Unexpected.ToArray());
    }

    [TestMethod]
    public void AFailedLineFails() => Assert.IsFalse(new LauncherRun(TwoTests, AllPassed.Select(l => l.Replace("passed,N.C.A", "failed,N.C.A"))).Passed);

    [TestMethod]
    public void ASkippedLineIsNoFailureAndNoPass()
    {
        var run = new LauncherRun(TwoTests, AllPassed.Select(l => l.Replace("passed,N.C.A", "skipped,N.C.A")));

        Assert.IsTrue(run.Passed);
        Assert.AreEqual(2, run.CountOf(Outcome.Passed));
        Assert.AreEqual(1, run.CountOf(Outcome.Skipped));
    }

    [TestMethod]
    public void ARunWithoutTestsFails() => Assert.IsFalse(new LauncherRun(new Dictionary<string, int>(), Array.Empty<string>()).Passed);

    [TestMethod]
    public void CountsRowsMethodsSetupAndCleanup()
    {
        var expected = CountIn(@"
            using nanoFramework.TestFramework;
            namespace N
            {
                [TestClass]
                public class C
                {
                    [Setup] public void Before() { }
                    [TestMethod] public void Plain() { }
                    [TestMethod] [DataRow(1)] [DataRow(2)] public void Rows(int n) { }
                    [DataRow(1)] public void RowOnly(int n) { }
                    [Cleanup] public void After() { }
                    public void NoTest() { }
                }

                public class NoTests
                {
                    [TestMethod] public void Lost() { }
                }
            }");

        var lines = string.Join(" ", expected.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={e.Value}"));
        Assert.AreEqual("N.C.After=1 N.C.Before=1 N.C.Plain=1 N.C.RowOnly=1 N.C.Rows=2", lines);
    }

    [TestMethod]
    public void CoreLibraryComesFirstAndTestsLast()
    {
        var order = Launcher.Order(new[] { "x/Firmware.Core.pe", "x/NFUnitTest.pe", "x/mscorlib.pe", "x/nanoFramework.TestFramework.pe", "x/nanoFramework.UnitTestLauncher.pe" });

        CollectionAssert.AreEqual(
            new[] { "x/mscorlib.pe", "x/nanoFramework.UnitTestLauncher.pe", "x/nanoFramework.TestFramework.pe", "x/Firmware.Core.pe", "x/NFUnitTest.pe" }, order);
    }

    [TestMethod]
    public void AMissingLauncherIsNamed()
    {
        var error = Assert.ThrowsExactly<FileNotFoundException>(() => Launcher.Order(new[] { "x/mscorlib.pe", "x/NFUnitTest.pe" }));

        StringAssert.StartsWith(error.Message, "nanoFramework.UnitTestLauncher.pe is missing");
    }

    private static Dictionary<string, int> CountIn(string source)
    {
        var references = new[] { "mscorlib", "nanoFramework.TestFramework" }.Select(n => MetadataReference.CreateFromFile(Path.Combine(Folders.NanoReferences, n + ".dll")));
        var compilation = CSharpCompilation.Create("NFUnitTest", new[] { CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp10)) }, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Directory.CreateTempSubdirectory("count-").FullName, "NFUnitTest.dll");
        var result = compilation.Emit(path);
        Assert.IsTrue(result.Success, string.Join("; ", result.Diagnostics));
        var count = ExpectedTests.Count(path);
        Directory.Delete(Path.GetDirectoryName(path), recursive: true);
        return count;
    }
}
