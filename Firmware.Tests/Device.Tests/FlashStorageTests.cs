using System;
using System.Linq;
using Board.Native;
using Firmware.Core.Service;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>Slots as files of the emulated drive.</summary>
[TestClass]
public class FlashStorageTests : BoardTest
{
    private const string Folder = "I:\\u";
    private readonly byte[] _into = new byte[512];

    [TestMethod]
    public void WhatWasReplacedIsReadAndWhatWasDeletedIsGone()
    {
        var storage = new FlashStorage(Folder, new Troubles());
        Assert.AreEqual(0, storage.Read(2, _into));
        Assert.IsTrue(storage.Replace(2, Bytes(300, 7), 300));
        AssertHolds(storage, 2, Bytes(300, 7));
        Assert.AreEqual(0, storage.Read(1, _into));
        Assert.IsTrue(storage.Delete(2));
        Assert.AreEqual(0, storage.Read(2, _into));
        Assert.IsTrue(storage.Delete(2), "removing nothing succeeds");
    }

    [TestMethod]
    public void AnotherStorageOverTheSameFolderReadsIt()
    {
        Assert.IsTrue(new FlashStorage(Folder, new Troubles()).Replace(3, Bytes(384, 9), 384));
        AssertHolds(new FlashStorage(Folder, new Troubles()), 3, Bytes(384, 9));
    }

    [TestMethod]
    public void ALongerOldContentLeavesNothingBehind()
    {
        var storage = new FlashStorage(Folder, new Troubles());
        Assert.IsTrue(storage.Replace(0, Bytes(300, 7), 300));
        Assert.IsTrue(storage.Replace(0, Bytes(10, 1), 10));
        AssertHolds(storage, 0, Bytes(10, 1));
    }

    [TestMethod]
    public void ACloseThatFailsIsToldAndTheOldContentStands()
    {
        var storage = new FlashStorage(Folder, new Troubles());
        Assert.IsTrue(storage.Replace(0, Bytes(20, 7), 20));
        Hardware.Storage.FailCloses = 1;
        Assert.IsFalse(storage.Replace(0, Bytes(20, 8), 20));
        AssertHolds(storage, 0, Bytes(20, 7));
        Assert.IsTrue(storage.Replace(0, Bytes(20, 8), 20), "the next one works");
        AssertHolds(storage, 0, Bytes(20, 8));
    }

    [TestMethod]
    public void TheLengthIsWrittenWithItsCheck()
    {
        Assert.IsTrue(new FlashStorage(Folder, new Troubles()).Replace(1, Bytes(360, 7), 360));
        byte[] file = System.IO.File.ReadAllBytes(System.IO.Path.Combine(Hardware.StorageRoot, "u", "1"));
        CollectionAssert.AreEqual(new byte[] { 0xE1, 0x68, 7 }, file[..3]);
    }

    /// <summary>What no unit wrote is handed over as it is, never as nothing: the reader counts it. At most what the reader has room for.</summary>
    [TestMethod]
    [DataRow(new byte[] { 0xD8, 4, 1, 2, 3, 4 }, new byte[] { 1, 2, 3, 4 })]
    [DataRow(new byte[] { 0xD8, 4, 1, 2, 3, 4, 9, 9 }, new byte[] { 1, 2, 3, 4 })]
    [DataRow(new byte[] { 0xD0, 5, 1, 2, 3, 4 }, new byte[] { 1, 2, 3, 4 })]
    [DataRow(new byte[] { 0xD8, 2, 1, 2, 3, 4 }, new byte[] { 1, 2, 3, 4 })]
    [DataRow(new byte[] { 0xD8, 4 }, new byte[] { 0xD8, 4 })]
    [DataRow(new byte[] { 0, 0, 1, 2 }, new byte[] { 1, 2 })]
    [DataRow(new byte[] { 7 }, new byte[] { 7 })]
    [DataRow(new byte[] { 255, 255, 1 }, new byte[] { 1 })]
    [DataRow(new byte[0], new byte[0])]
    public void AFileThatNoUnitWroteIsNotNothing(byte[] file, byte[] read)
    {
        var storage = new FlashStorage(Folder, new Troubles());
        System.IO.File.WriteAllBytes(System.IO.Path.Combine(Hardware.StorageRoot, "u", "1"), file);
        AssertHolds(storage, 1, read);
    }

    [TestMethod]
    public void AFileThatIsTooLongIsNotNothing()
    {
        var storage = new FlashStorage(Folder, new Troubles());
        byte[] file = Bytes(100_000, 200);
        (file[0], file[1]) = (0xFF, 0xFF);
        System.IO.File.WriteAllBytes(System.IO.Path.Combine(Hardware.StorageRoot, "u", "1"), file);
        Assert.AreEqual(512, storage.Read(1, _into));
    }

    [TestMethod]
    public void WithoutAFolderNothingIsKeptNothingIsKnownAndNothingThrows()
    {
        System.IO.File.WriteAllText(System.IO.Path.Combine(Hardware.StorageRoot, "u"), "a file where the folder should be");
        var storage = new FlashStorage(Folder, new Troubles());
        Assert.IsFalse(storage.Replace(0, Bytes(4, 1), 4));
        Assert.AreEqual(-1, storage.Read(0, _into));
    }

    /// <summary>The folder is moved away while the unit runs: what lay in it is unknown, not gone; it is there again with the folder.</summary>
    [TestMethod]
    public void AFolderThatIsMovedAwayTakesNothingWithIt()
    {
        var storage = new FlashStorage(Folder, new Troubles());
        Assert.IsTrue(storage.Replace(2, Bytes(30, 7), 30));
        string folder = System.IO.Path.Combine(Hardware.StorageRoot, "u");
        System.IO.Directory.Move(folder, folder + "-away");
        Assert.AreEqual(-1, storage.Read(2, _into));
        Assert.AreEqual(-1, storage.Read(1, _into));
        Assert.IsFalse(storage.Replace(1, Bytes(30, 7), 30));
        System.IO.Directory.Move(folder + "-away", folder);
        AssertHolds(storage, 2, Bytes(30, 7));
        Assert.AreEqual(0, storage.Read(1, _into));
        Assert.IsTrue(storage.Replace(1, Bytes(30, 7), 30));
    }

    private static byte[] Bytes(int count, byte value) => Enumerable.Repeat(value, count).ToArray();

    private void AssertHolds(FlashStorage storage, int slot, byte[] expected)
    {
        int count = storage.Read(slot, _into);
        CollectionAssert.AreEqual(expected, _into.AsSpan(0, count).ToArray());
    }
}
