using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Records;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>The file that a provisioning tool leaves on the drive.</summary>
[TestClass]
public class SettingsFileTests : BoardTest
{
    private const string Line = "unit=well-7\n";

    [TestMethod]
    public void AFileIsTakenOver()
    {
        Write(Line);
        Settings settings = SettingsFile.Load();
        Assert.AreEqual("well-7", settings.Unit);
        Assert.AreEqual(0, settings.Rejected);
    }

    [TestMethod]
    public void AMissingFileLeavesTheDefaultsAndIsCounted()
    {
        Settings settings = SettingsFile.Load();
        Assert.AreEqual(new Settings().Unit, settings.Unit);
        Assert.AreEqual(1, settings.Rejected);
    }

    [TestMethod]
    public void OfAFileThatIsTooLongTheBeginningIsTakenAndNothingThrows()
    {
        string filling = new('#', SettingsText.MaxBytes - Line.Length - 1);
        Write(Line + filling + "\n" + "unit=well-8\n");
        Assert.AreEqual("well-7", SettingsFile.Load().Unit);
        Write(filling + "\n" + Line);
        Assert.AreEqual("well-7", SettingsFile.Load().Unit, "the last byte that is taken");
    }

    private static void Write(string text) => System.IO.File.WriteAllText(System.IO.Path.Combine(Hardware.StorageRoot, "unit.cfg"), text);
}
