using System.IO;
using Tools.Listener;

namespace Listener.Tests;

[TestClass]
public class JournalTests
{
    private static readonly UnitAddress s_unit = new("east", "well-1");
    private string _folder;

    private string File => Path.Combine(_folder, "journal");

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("journal-test-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void WhatWasAppendedIsThereAtTheNextStart()
    {
        Append(Record(1, "{\"name\":\"三号井\"}"), new JournalEntry(s_unit, 7, 17, 1790000001, null));
        using var journal = new Journal(File);
        Assert.HasCount(2, journal.Entries);
        Assert.AreEqual(Record(1, "{\"name\":\"三号井\"}"), journal.Entries[0]);
        Assert.IsTrue(journal.Entries[1].IsStart);
        Assert.AreEqual(17u, journal.Entries[1].Seq);
    }

    [TestMethod]
    public void BlanksAndLineEndsInAnAlarmDoNotBreakTheLine()
    {
        Append(Record(1, "{\n \"code\" : 305\n}"));
        using var journal = new Journal(File);
        Assert.AreEqual("{\"code\":305}", journal.Entries[0].Alarm);
    }

    [TestMethod]
    public void ATornEndIsCutOffAndTheNextEntryIsWhole()
    {
        Append(Record(1, "{}"), Record(2, "{}"));
        using (FileStream file = new(File, FileMode.Open))
        {
            file.SetLength(file.Length - 5);
        }

        Append(Record(3, "{}"));
        using var journal = new Journal(File);
        Assert.AreEqual(0, journal.UnreadableLines);
        Assert.HasCount(2, journal.Entries);
        Assert.AreEqual(3u, journal.Entries[1].Seq);
    }

    [TestMethod]
    public void DamagedLinesAreCountedAndTheOthersHold()
    {
        Append(Record(1, "{}"));
        System.IO.File.AppendAllText(File, "no JSON\n{\"site\":\"east\"}\n[]\n{\"site\":\"east\",\"unit\":\"x\",\"epoch\":-1,\"seq\":1,\"at\":1,\"alarm\":{}}\n");
        Append(Record(2, "{}"));
        using var journal = new Journal(File);
        Assert.AreEqual(4, journal.UnreadableLines);
        Assert.HasCount(2, journal.Entries);
    }

    [TestMethod]
    public void AFullDiskIsSaid()
    {
        using var journal = new Journal("/dev/full");
        Assert.Throws<IOException>(() => journal.Append(Record(1, "{}")));
    }

    private static JournalEntry Record(uint seq, string alarm) => new(s_unit, 7, seq, 1790000000, alarm);

    private void Append(params JournalEntry[] entries)
    {
        using var journal = new Journal(File);
        foreach (JournalEntry entry in entries)
        {
            journal.Append(entry);
        }
    }
}
