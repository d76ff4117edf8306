using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Tools.NanoLint;
using Tools.NanoLint.Rules;

namespace Lint.Tests;

/// <summary>The emulated packages wrap .NET's types, so only the rules about names hold for them.</summary>
[TestClass]
public class BoardNativeTests
{
    [TestMethod]
    public void TakesNoNameOfDotNets()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Board.Native.dll");
        using var target = new LintTarget(path, Layers.Host, Settings.None, Array.Empty<string>(), Array.Empty<string>());

        var findings = HostRules.AssemblyNames(target).Concat(HostRules.TypeNames(target)).Select(f => f.What);

        Assert.AreEqual("", string.Join("\n", findings));
    }
}
