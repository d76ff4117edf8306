using System;
using System.Buffers.Binary;
using Tools.Simulation;

namespace Simulation.Tests;

/// <summary>The judges of the store see what they are there for.</summary>
[TestClass]
public class JudgeTests
{
    /// <summary>Each slot of a unit at its longest: the limit holds it, and one byte more in any of them breaks it.</summary>
    [TestMethod]
    [DataRow(0, 384)]
    [DataRow(3, 410)]
    [DataRow(8, 46)]
    [DataRow(10, 37)]
    [DataRow(13, 0)]
    [DataRow(40, 1056)]
    [DataRow(44, 382)]
    [DataRow(60, 1056)]
    [DataRow(64, 151)]
    [DataRow(123, 151)]
    public void ASlotIsNoLongerThanPlanned(int slot, int longest)
    {
        StepJudge.JudgeStore(Files((slot, slot, longest)));
        Violation broken = Assert.ThrowsExactly<Violation>(() => StepJudge.JudgeStore(Files((slot, slot, longest + 1))));
        Assert.AreEqual("store", broken.Rule);
    }

    /// <summary>Eight large files take eight of the 32 blocks, the others share 24 of 612 B; 26 B of length and tags go with each: 410 + 7 × 406 + 6 × 408 + 60 × 149 = 14,640 B of 14,688.</summary>
    [TestMethod]
    public void TheStoreTakesNoMoreThan128Kilobytes()
    {
        StepJudge.JudgeStore(Full(123));
        Violation broken = Assert.ThrowsExactly<Violation>(() => StepJudge.JudgeStore(Full(124)));
        Assert.AreEqual("store: 33 blocks of 4 KB, at most 32 are planned", broken.Message);
    }

    /// <summary>What a sound slot tells is the least that a start may go on with, and what any tells the most.</summary>
    [TestMethod]
    [DataRow(0, 7_000_000, true)]
    [DataRow(0, 6_999_999, false)]
    [DataRow(0, 0, false)]
    [DataRow(8, 6_500_000, true)]
    [DataRow(8, 6_499_999, false)]
    [DataRow(64, 7_000_000, true)]
    [DataRow(64, 6_500_000, false)]
    [DataRow(64, 7_000_001, false)]
    public void TheVolumeOutlivesTheSlot(int damaged, long volume, bool holds)
    {
        byte[][] files = Files((0, 0, 100), (6, 6, 100), (8, 8, 46));
        Put(files[0], 35, 6_500_000);
        Put(files[6], 63, 6_400);
        Put(files[8], 29, 7_000_000);
        if (holds)
        {
            VolumeJudge.Judge(volume, files, damaged);
        }
        else
        {
            Assert.AreEqual("volume", Assert.ThrowsExactly<Violation>(() => VolumeJudge.Judge(volume, files, damaged)).Rule);
        }
    }

    private static byte[][] Full(int record) => Files((0, 0, 384), (1, 7, 380), (40, 43, 1056), (44, 49, 382), (60, 63, 1056), (64, 123, record));

    private static void Put(byte[] file, int at, long value) => BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(2 + at), value);

    private static byte[][] Files(params (int First, int Last, int Bytes)[] rows)
    {
        var files = new byte[StorageModel.Slots][];
        foreach ((int first, int last, int bytes) in rows)
        {
            for (int slot = first; slot <= last && bytes > 0; slot++)
            {
                files[slot] = StorageModel.FileOf(new byte[bytes]);
            }
        }

        return files;
    }
}
