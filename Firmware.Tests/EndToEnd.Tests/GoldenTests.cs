using System.IO;
using System.Linq;

namespace EndToEnd.Tests;

/// <summary>The golden payloads, read back by a validator that shares no code with the writer.</summary>
[TestClass]
public class GoldenTests
{
    [TestMethod]
    public void EveryGoldenPayloadIsValid()
    {
        (int code, string said) = Validator.Run(Validator.GoldenFiles);
        Assert.AreEqual(0, code, said);
        StringAssert.EndsWith(said.TrimEnd(), $"{Validator.GoldenFiles.Length} of {Validator.GoldenFiles.Length} as expected");
    }

    [TestMethod]
    public void EveryWrongPayloadIsRefused()
    {
        (int code, string said) = Validator.Run(Validator.RefusedFiles.Prepend("--refused"));
        Assert.AreEqual(0, code, said);
    }

    [TestMethod]
    public void AWrongPayloadFailsTheValidator()
    {
        (int code, string said) = Validator.Run(Validator.RefusedFiles.Take(1));
        Assert.AreEqual(1, code, said);
    }

    /// <summary>Our writer may not send them; a reader has to take them.</summary>
    [TestMethod]
    public void AReaderIgnoresUnknownFields()
    {
        string[] unknown = Validator.RefusedFiles.Where(file => Path.GetFileName(file).Contains("-unknown-field") || Path.GetFileName(file).Contains("-unknown-reading")).ToArray();
        Assert.HasCount(2, unknown);
        (int code, string said) = Validator.Run(unknown.Prepend("--reader"));
        Assert.AreEqual(0, code, said);
    }

    [TestMethod]
    [DataRow("about")]
    [DataRow("alarm")]
    [DataRow("command")]
    [DataRow("drill")]
    [DataRow("inspection")]
    [DataRow("snapshot")]
    [DataRow("state")]
    [DataRow("stored")]
    [DataRow("telemetry")]
    [DataRow("visit")]
    public void EveryMessageHasGoldenAndRefusedSamples(string kind)
    {
        Assert.IsTrue(Validator.GoldenFiles.Any(file => Path.GetFileName(file).StartsWith(kind)));
        Assert.IsTrue(Validator.RefusedFiles.Any(file => Path.GetFileName(file).StartsWith(kind)));
    }
}
