using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>The order in which transitions become records. Rows: 0 is 101 (level 1), 1 is 102, …; only the numbers matter here.</summary>
[TestClass]
public class TransitionQueueTests
{
    [TestMethod]
    public void Taken_InTheOrderOfTheirConfirmation()
    {
        TransitionQueue queue = Filled(0, 3, 1, 4);
        Assert.AreEqual("0 1 ", Drained(queue));
    }

    [TestMethod]
    public void WhatMustNotWait_ComesForward()
    {
        TransitionQueue queue = Filled(5, 3, 6, 4, 7, 1, 8, 2);
        Assert.IsTrue(queue.TryBringForward(2));
        Assert.AreEqual(1, (int)queue.Level);
        Assert.AreEqual("7 5 6 8 ", Drained(queue));
    }

    [TestMethod]
    public void ARowsOwnOlderTransition_ComesFirst()
    {
        TransitionQueue queue = Filled(5, 3, 9, 4, 9, 2, 6, 3);
        Assert.IsTrue(queue.TryBringForward(2));
        Assert.AreEqual(9, queue.Row);
        Assert.AreEqual(4, (int)queue.Level);
        queue.DropFirst();
        Assert.IsTrue(queue.TryBringForward(2));
        Assert.AreEqual(2, (int)queue.Level);
        Assert.AreEqual("9 5 6 ", Drained(queue));
    }

    [TestMethod]
    public void NothingUrgent_NothingMoves()
    {
        TransitionQueue queue = Filled(5, 3, 6, 4);
        Assert.IsFalse(queue.TryBringForward(2));
        Assert.AreEqual("5 6 ", Drained(queue));
        Assert.IsFalse(queue.TryBringForward(2));
    }

    /// <summary>Many times round the ring, brought forward again and again: each comes out once, and a row's own in their order.</summary>
    [TestMethod]
    public void ManyTimesRound_EachComesOutOnceAndARowsInOrder()
    {
        var catalogue = new FaultCatalogue();
        var readings = new Readings();
        var queue = new TransitionQueue(5);
        var taken = new int[4];
        var given = new int[4];
        uint noise = 7;
        for (int step = 0; step < 2000; step++)
        {
            noise = Support.Text.Noise(noise);
            int row = (int)(noise >> 16) % 4;
            if (!queue.IsFull)
            {
                given[row]++;
                queue.Add(catalogue, row, FaultEvent.Raised, (byte)(1 + ((noise >> 24) % 4)), given[row], 0, step, step, readings);
            }

            if ((noise >> 28) % 3 != 0 && queue.Count > 0)
            {
                queue.TryBringForward(2);
                taken[queue.Row]++;
                Assert.AreEqual(taken[queue.Row], queue.Occurrence, "seed 7, step " + step);
                queue.DropFirst();
            }
        }

        Assert.AreEqual(queue.Count, given[0] + given[1] + given[2] + given[3] - taken[0] - taken[1] - taken[2] - taken[3]);
    }

    /// <summary>Pairs of row and level.</summary>
    private static TransitionQueue Filled(params int[] pairs)
    {
        var catalogue = new FaultCatalogue();
        var readings = new Readings();
        var queue = new TransitionQueue();
        for (int i = 0; i < pairs.Length; i += 2)
        {
            queue.Add(catalogue, pairs[i], FaultEvent.Raised, (byte)pairs[i + 1], 1, 0, i, i, readings);
        }

        return queue;
    }

    private static string Drained(TransitionQueue queue)
    {
        string rows = "";
        while (queue.Count > 0)
        {
            rows += queue.Row + " ";
            queue.DropFirst();
        }

        return rows;
    }
}
