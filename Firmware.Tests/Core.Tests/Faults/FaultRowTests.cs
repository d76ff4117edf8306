using Core.Tests.Support;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>Every row of the catalogue from the site's change to the alarm and back, in the time that was declared for it.</summary>
[TestClass]
public class FaultRowTests
{
    private const int CentreAlone = 610;

    /// <summary>
    /// Code, seconds until it is raised, seconds until it is cleared. The seconds count decisions from the site's change: the check's own settle time, one decision that begins the
    /// count, and the row's time. Written here, not read from the row.
    /// </summary>
    private static readonly int[] s_rows =
    {
        101, 11, 61, 102, 6, 61, 103, 6, 31, 104, 11, 61, 105, 61, 301, 106, 601, 301, 201, 20, 21, 202, 21, 21, 203, 16, 121, 204, 11, 31,
        205, 61, 61, 206, 11, 31, 207, 13, 61, 208, 6, 301, 209, 361, 360, 210, 11, 61, 301, 8, 6, 302, 7, 13, 303, 63, 3, 304, 63, 3,
        305, 11, 31, 306, 11, 61, 307, 2, 1801, 308, 6, 61, 309, 11, 11, 310, 11, 21, 311, 20, 11, 401, 241, 121, 402, 241, 180, 403, 121, 180,
        404, 61, 61, 405, 21, 61, 406, 31, 61, 407, 61, 660, 408, 11, 31, 409, 301, 301, 501, 1801, 11, 502, 61, 61, 503, 11, 31,
        504, 11, 11, 601, 1801, 61, 602, 61, 11, 603, 301, 31, 604, 61, 61, 605, 61, 61, 606, 61, 11, 607, 2, 3629, 701, 3, 61, 702, 11, 61,
        703, 3, 3, 704, 3, 3628, 705, 61, 3601, 801, 61, 11, 802, 2, 2, 803, 2, 2, 804, 2, 11, 805, 2, 2, 901, 3, 61, 902, 2, 2,
        903, 61, 61, 904, 2, 3629, 905, 61, 301, 906, 2, 2, 907, 61, 301,
    };

    /// <summary>
    /// It is the catalogue that is gone through: a row without its line here, or without its change of the site in <see cref="SiteFaults"/>, fails; and so does a line whose row is gone. Of 610
    /// the unit that it is about says nothing (Centre.Tests).
    /// </summary>
    [TestMethod]
    public void EveryRowOfTheCatalogue_IsRaisedAloneAndClearedInItsTime()
    {
        var catalogue = new FaultCatalogue();
        for (int row = 0; row < catalogue.Count; row++)
        {
            int code = catalogue.Code(row);
            int line = LineOf(code);
            Assert.AreEqual(code == CentreAlone, line < 0, "the line of " + code.ToString());
            if (line >= 0)
            {
                Play(code, s_rows[line + 1], s_rows[line + 2]);
            }
        }

        Assert.AreEqual(3 * (catalogue.Count - 1), s_rows.Length);
    }

    /// <summary>105 needs the mains to be gone, which is a fault of its own: the two are raised beside each other.</summary>
    private static void Play(int code, int raiseSeconds, int clearSeconds)
    {
        int others = code == 105 ? 1 : 0;
        SiteBench bench = SiteFaults.Healthy(code);
        Assert.AreEqual(0, bench.Monitors.RaisedCount, code.ToString());
        SiteFaults.Begin(bench, code);
        Assert.AreEqual(raiseSeconds, bench.SecondsUntil(code, true, 4000), code.ToString());
        Assert.AreEqual(1 + others, bench.Monitors.RaisedCount, code.ToString());
        Assert.AreEqual(1 + others, bench.Queue.Count, code.ToString());
        Assert.IsTrue(bench.IsRaised(code == 105 ? 101 : code));
        SiteFaults.End(bench, code);
        if (code == 302 || code == 502)
        {
            // Latched: a person resets it once its cause has been gone for its time.
            bench.Run(clearSeconds);
            Assert.IsTrue(bench.IsRaised(code));
            Assert.IsTrue(bench.Monitors.TryReset(bench.Row(code), 7, bench.View));
            clearSeconds = 0;
        }

        Assert.AreEqual(clearSeconds, bench.SecondsUntil(code, false, 4000), code.ToString());
        Assert.AreEqual((int)FaultEvent.Cleared, (int)LastEvent(bench), code.ToString());
    }

    private static int LineOf(int code)
    {
        for (int line = 0; line < s_rows.Length; line += 3)
        {
            if (s_rows[line] == code)
            {
                return line;
            }
        }

        return -1;
    }

    [TestMethod]
    public void HealthySite_RaisesNothingInTwoHours()
    {
        SiteBench rest = SiteFaults.Healthy(101);
        SiteBench run = SiteFaults.Healthy(305);
        rest.Run(7200);
        run.Run(7200);
        Assert.AreEqual(0, rest.Queue.Count);
        Assert.AreEqual(0, run.Queue.Count);
    }

    private static FaultEvent LastEvent(SiteBench bench)
    {
        FaultEvent last = FaultEvent.None;
        while (bench.Queue.Count > 0)
        {
            last = bench.Queue.Event;
            bench.Queue.DropFirst();
        }

        return last;
    }
}
