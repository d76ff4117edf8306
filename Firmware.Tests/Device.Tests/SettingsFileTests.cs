using Board.Native;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>The file that a provisioning tool leaves on the drive.</summary>
[TestClass]
public class SettingsFileTests : BoardTest
{
    private readonly byte[] _file = new byte[SettingsFile.RoomBytes];

    [TestMethod]
    public void AFileIsTakenOver()
    {
        Write("site=east\nunit=well-7\n");
        SettingsStore store = Load();
        Assert.AreEqual("well-7", store.InForce.Unit);
        Assert.AreEqual(0, store.InForce.Rejected);
        Assert.IsTrue(store.IsWriting, "it becomes the configuration");
    }

    [TestMethod]
    public void WithoutAFileTheDefaultsHoldAndThatIsCounted()
    {
        SettingsStore store = Load();
        Assert.AreEqual(new Settings().Unit, store.InForce.Unit);
        Assert.AreEqual(1, store.InForce.Rejected);
        Assert.AreEqual(SettingsFault.Nothing, store.Fault);
    }

    /// <summary>2,048 bytes are taken; one more and nothing of it is.</summary>
    [TestMethod]
    [DataRow(0, 0, SettingsFault.None)]
    [DataRow(1, 1, SettingsFault.TooBig)]
    [DataRow(100_000, 1, SettingsFault.TooBig)]
    public void AFileThatIsTooLongIsRefusedAsAWhole(int more, int rejected, SettingsFault fault)
    {
        const string Lines = "site=east\nunit=well-7\n";
        Write(Lines + new string('#', SettingsText.MaxBytes - Lines.Length - 1 + more) + "\n");
        SettingsStore store = Load();
        Assert.AreEqual(rejected, store.InForce.Rejected);
        Assert.AreEqual(fault, store.Fault);
        Assert.AreEqual(rejected == 0 ? "well-7" : "unset", store.InForce.Unit);
    }

    private SettingsStore Load()
    {
        var storage = new FlashStorage("I:\\u", new Troubles());
        return SettingsStore.Load(storage, new NativeChecksum(), Hardware.MacAddress, _file, SettingsFile.Read(_file));
    }

    private static void Write(string text) => System.IO.File.WriteAllText(System.IO.Path.Combine(Hardware.StorageRoot, "unit.cfg"), text);
}
