using System;
using System.IO;
using System.Text;
using Board.Native;
using File = Board.Native.File;
using FileStream = Board.Native.FileStream;
using IOException = Board.Native.IOException;

namespace Native.Tests;

/// <summary>The manners of the drive I:.</summary>
[TestClass]
public class FileTests : UnitTest
{
    private const string Log = "I:\\log.bin";
    private const string Other = "I:\\other.bin";

    [TestMethod]
    public void NothingExistsBeforeClose()
    {
        var stream = new FileStream(Log, FileMode.Create);
        stream.Write([1, 2, 3], 0, 3);
        stream.Flush();
        Assert.IsFalse(File.Exists(Log));
        stream.Close();
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, File.ReadAllBytes(Log));
    }

    [TestMethod]
    public void APowerCutBeforeCloseLeavesTheOldContentEvenAfterFlush()
    {
        File.WriteAllBytes(Log, [9]);
        var stream = new FileStream(Log, FileMode.Create);
        stream.Write([1, 2, 3], 0, 3);
        stream.Flush();
        Hardware.CutPower();
        stream.Close();
        CollectionAssert.AreEqual(new byte[] { 9 }, File.ReadAllBytes(Log));
    }

    [TestMethod]
    public void ClosingTwiceWritesOnce()
    {
        long before = Hardware.Storage.Closes;
        var stream = new FileStream(Log, FileMode.Create);
        stream.WriteByte(1);
        stream.Close();
        stream.Dispose();
        Assert.AreEqual(before + 1, Hardware.Storage.Closes);
    }

    [TestMethod]
    public void ReadingWearsNothing()
    {
        File.WriteAllBytes(Log, [1]);
        long before = Hardware.Storage.Closes;
        using (var stream = new FileStream(Log, FileMode.Open))
        {
            Assert.AreEqual(1, stream.ReadByte());
        }

        Assert.AreEqual(before, Hardware.Storage.Closes);
    }

    [TestMethod]
    public void CloseCanThrowAndThenTheOldContentStands()
    {
        File.WriteAllBytes(Log, [9]);
        Hardware.Storage.FailCloses = 1;
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(Log, [1]));
        CollectionAssert.AreEqual(new byte[] { 9 }, File.ReadAllBytes(Log));
        File.WriteAllBytes(Log, [1]);
        CollectionAssert.AreEqual(new byte[] { 1 }, File.ReadAllBytes(Log));
    }

    [TestMethod]
    public void AFullDriveMakesCloseThrow()
    {
        Hardware.Profile = Hardware.Profile with { StorageBytes = 100 };
        File.WriteAllBytes(Log, new byte[60]);
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(Other, new byte[41]));
        File.WriteAllBytes(Log, new byte[100]);
        Assert.IsFalse(File.Exists(Other));
    }

    [TestMethod]
    public void AnUnwritableFolderThrowsTheDevicesException()
    {
        Hardware.StorageRoot = Path.Combine(Hardware.StorageRoot, "missing");
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(Log, [1]));
        System.IO.Directory.CreateDirectory(Hardware.StorageRoot);
    }

    [TestMethod]
    public void AppendingKeepsWhatIsThere()
    {
        File.AppendAllText(Log, "one ");
        File.AppendAllText(Log, "two");
        Assert.AreEqual("one two", File.ReadAllText(Log));
    }

    [TestMethod]
    [DataRow("/tmp/log.bin")]
    [DataRow("log.bin")]
    [DataRow("D:\\log.bin")]
    [DataRow("I:log.bin")]
    public void PathsAreOnTheDrive(string path)
    {
        IOException e = Assert.ThrowsExactly<IOException>(() => new FileStream(path, FileMode.Create));
        Assert.AreEqual(IOException.IOExceptionErrorCode.VolumeNotFound, e.ErrorCode);
    }

    [TestMethod]
    public void PathsDoNotLeaveTheDrive() =>
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes("I:\\..\\escaped.bin", [1]));

    [TestMethod]
    public void MoveRefusesAnExistingTarget()
    {
        File.WriteAllBytes(Log, [1]);
        File.WriteAllBytes(Other, [2]);
        Assert.ThrowsExactly<IOException>(() => File.Move(Log, Other));
        CollectionAssert.AreEqual(new byte[] { 2 }, File.ReadAllBytes(Other));
        File.Delete(Other);
        File.Move(Log, Other);
        Assert.IsFalse(File.Exists(Log));
    }

    [TestMethod]
    public void MissingFilesHaveAnErrorCode()
    {
        IOException e = Assert.ThrowsExactly<IOException>(() => File.OpenRead(Log));
        Assert.AreEqual(IOException.IOExceptionErrorCode.FileNotFound, e.ErrorCode);
        Assert.ThrowsExactly<IOException>(() => File.Delete(Log));
    }

    [TestMethod]
    public void CreateNewRefusesAnExistingFile()
    {
        File.WriteAllBytes(Log, [1]);
        Assert.ThrowsExactly<IOException>(() => new FileStream(Log, FileMode.CreateNew));
    }

    [TestMethod]
    public void DirectoriesListDevicePaths()
    {
        Board.Native.Directory.CreateDirectory("I:\\store\\ring");
        File.WriteAllBytes("I:\\store\\ring\\0", [1]);
        CollectionAssert.AreEqual(new[] { "I:\\store\\ring\\0" }, Board.Native.Directory.GetFiles("I:\\store\\ring"));
        CollectionAssert.AreEqual(new[] { "I:\\store\\ring" }, Board.Native.Directory.GetDirectories("I:\\store"));
        Assert.ThrowsExactly<IOException>(() => Board.Native.Directory.Delete("I:\\store\\ring"));
        Board.Native.Directory.Delete("I:\\store", true);
        Assert.IsFalse(Board.Native.Directory.Exists("I:\\store"));
    }

    [TestMethod]
    public void ModesRestrictUse()
    {
        File.WriteAllBytes(Log, Encoding.ASCII.GetBytes("abc"));
        using FileStream reader = File.OpenRead(Log);
        Assert.ThrowsExactly<NotSupportedException>(() => reader.WriteByte(1));
        reader.Seek(1, SeekOrigin.Begin);
        Assert.AreEqual('b', reader.ReadByte());
        reader.Close();
        Assert.ThrowsExactly<ObjectDisposedException>(() => reader.ReadByte());
    }
}
