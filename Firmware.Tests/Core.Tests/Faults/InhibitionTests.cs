using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Faults;

/// <summary>
/// Every pair of consequence and root cause of the catalogue: while the cause lasts the consequence is not raised and says why; once the cause is cleared
/// it is judged anew, for the whole of its own time.
/// </summary>
[TestClass]
public class InhibitionTests
{
    private const int Lasts = 2000;

    /// <summary>102 is judged only while the rest value is young, which is taken with the pump off.</summary>
    private const int LastsForSag = 200;

    /// <summary>
    /// The seconds run from the end of the cause: its clear time, one decision where the cause stands after the consequence in the table, the raise time. A difference of
    /// the meters stands until the next compared volume, 200 s here.
    /// </summary>
    [TestMethod]
    [DataRow(102, 101, 66)]
    [DataRow(102, 103, 37)]
    [DataRow(105, 103, 91)]
    [DataRow(106, 102, 661)]
    [DataRow(106, 103, 631)]
    [DataRow(201, 101, 76)]
    [DataRow(203, 202, 36)]
    [DataRow(203, 103, 46)]
    [DataRow(205, 201, 81)]
    [DataRow(205, 202, 81)]
    [DataRow(205, 204, 91)]
    [DataRow(205, 207, 122)]
    [DataRow(205, 208, 362)]
    [DataRow(205, 210, 122)]
    [DataRow(207, 206, 41)]
    [DataRow(207, 208, 312)]
    [DataRow(207, 210, 72)]
    [DataRow(209, 205, 463)]
    [DataRow(209, 207, 362)]
    [DataRow(209, 208, 758)]
    [DataRow(209, 402, 462)]
    [DataRow(209, 403, 462)]
    [DataRow(209, 405, 362)]
    [DataRow(301, 101, 63)]
    [DataRow(301, 103, 33)]
    [DataRow(305, 101, 71)]
    [DataRow(305, 301, 16)]
    [DataRow(303, 103, 33)]
    [DataRow(304, 103, 33)]
    [DataRow(305, 308, 72)]
    [DataRow(306, 308, 72)]
    [DataRow(310, 103, 41)]
    [DataRow(310, 202, 31)]
    [DataRow(310, 203, 131)]
    [DataRow(402, 101, 241)]
    [DataRow(402, 201, 201)]
    [DataRow(402, 207, 242)]
    [DataRow(402, 208, 503)]
    [DataRow(402, 305, 241)]
    [DataRow(402, 405, 242)]
    [DataRow(403, 207, 122)]
    [DataRow(403, 208, 383)]
    [DataRow(404, 101, 121)]
    [DataRow(404, 301, 66)]
    [DataRow(404, 305, 91)]
    [DataRow(404, 403, 221)]
    [DataRow(404, 408, 92)]
    [DataRow(407, 408, 92)]
    [DataRow(405, 302, 33)]
    [DataRow(405, 305, 51)]
    [DataRow(602, 601, 121)]
    [DataRow(602, 603, 92)]
    [DataRow(901, 902, 5)]
    public void Consequence_WaitsForItsCauseAndIsJudgedAnew(int code, int cause, int seconds)
    {
        SiteBench bench = Both(code, cause);
        bench.Run(code == 102 ? LastsForSag : Lasts);
        IsInhibited(bench, code, cause);
        EndCause(bench, code, cause);
        Assert.AreEqual(seconds, bench.SecondsUntil(code, true, 2 * Lasts));

        // 302 is latched: it only waits for its reset, and explains nothing any more.
        Assert.AreEqual(cause == 302, bench.IsRaised(cause));
        Assert.AreEqual(cause == 302, bench.Monitors.WaitsForReset(bench.Row(cause)));
        Assert.AreEqual(0, bench.Monitors.InhibitedBy(bench.Row(code)));
    }

    /// <summary>603 ends only with a connection, which ends 601 too: the broker is gone again afterwards.</summary>
    [TestMethod]
    public void LinkLost_WaitsForRefusedAndIsJudgedAnew()
    {
        SiteBench bench = Both(601, 603);
        bench.Run(Lasts);
        IsInhibited(bench, 601, 603);
        SiteFaults.End(bench, 603);
        bench.Run(31);
        SiteFaults.Begin(bench, 601);
        Assert.AreEqual(1801, bench.SecondsUntil(601, true, Lasts));
    }

    /// <summary>Each consequence, and after it its causes: a cause that is added to the catalogue, taken out of it or exchanged fails here, and the table above is to follow.</summary>
    [TestMethod]
    public void Catalogue_HasThesePairsAndNoOther()
    {
        var catalogue = new FaultCatalogue();
        string pairs = "";
        for (int row = 0; row < catalogue.Count; row++)
        {
            string causes = "";
            for (int i = 0; i < 6; i++)
            {
                causes += catalogue.Cause(row, i) == 0 ? "" : " " + catalogue.Cause(row, i).ToString();
            }

            pairs += causes == "" ? "" : catalogue.Code(row).ToString() + ":" + causes + "; ";
        }

        Assert.AreEqual(
            "102: 101 103; 105: 103; 106: 102 103; 201: 101; 203: 202 103; 205: 201 202 204 207 208 210; 207: 206 208 210; 209: 207 208 205 402 403 405; "
            + "301: 101 103; 303: 103; 304: 103; 305: 101 308 301; 306: 308; 310: 202 203 103; 402: 101 201 207 208 305 405; 403: 207 208; "
            + "404: 101 301 305 403 408; 405: 302 305; 407: 408; 601: 603; 602: 603 601; 901: 902; ",
            pairs);
    }

    [TestMethod]
    public void SameTick_OnlyTheCauseIsRaised()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        SiteFaults.Begin(bench, 101);
        bench.Run(20);
        Assert.IsTrue(bench.IsRaised(101));
        Assert.IsFalse(bench.IsRaised(305));
        Assert.AreEqual(1, bench.Queue.Count);
    }

    [TestMethod]
    public void CauseFailsForOneTick_TheConsequenceStandsStillAndGoesOn()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        bench.Run(10);
        bench.Set(Signal.MainsPresent, 0);
        bench.Step(1000);
        Assert.AreEqual(101, bench.Monitors.InhibitedBy(bench.Row(305)));
        bench.Set(Signal.MainsPresent, 1);
        Assert.AreEqual(1, bench.SecondsUntil(305, true, 100));
    }

    [TestMethod]
    public void CauseIsRaised_TheConsequenceBeginsAgain()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        bench.Run(10);
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(20);
        Assert.IsTrue(bench.IsRaised(101));
        Assert.IsTrue(bench.Monitors.IsExplained(bench.Row(305)));
        bench.Set(Signal.MainsPresent, 1);
        Assert.AreEqual(71, bench.SecondsUntil(305, true, 100));
    }

    [TestMethod]
    public void CauseComesLater_RaisedConsequenceStaysAndClearsOnlyAfterIt()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        bench.Run(20);
        Assert.IsTrue(bench.IsRaised(305));
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(100);
        bench.Set(Signal.BusFlow, 11111);
        bench.Run(100);
        Assert.IsTrue(bench.IsRaised(305));
        bench.Set(Signal.MainsPresent, 1);
        Assert.AreEqual(91, bench.SecondsUntil(305, false, 200));
    }

    [TestMethod]
    public void CauseComesWhileClearing_ClearTimeStandsStill()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        SiteFaults.Begin(bench, 305);
        bench.Run(20);
        bench.Set(Signal.BusFlow, 11111);
        bench.Run(29);
        bench.Set(Signal.MainsPresent, 0);
        bench.Step(1000);
        bench.Set(Signal.MainsPresent, 1);
        Assert.AreEqual(2, bench.SecondsUntil(305, false, 100));
    }

    /// <summary>The time is up and only the queue has no place: what was confirmed before its cause came is told.</summary>
    [TestMethod]
    public void ConfirmedWhileTheQueueIsFull_IsToldThoughTheCauseHasCome()
    {
        SiteBench bench = SiteFaults.Healthy(305);
        for (int i = 0; i < 16; i++)
        {
            bench.Queue.Add(bench.Catalogue, 0, FaultEvent.Raised, 1, 1, 0, 0, 0, bench.View.Readings);
        }

        SiteFaults.Begin(bench, 305);
        bench.Run(20);
        bench.Set(Signal.MainsPresent, 0);
        bench.Run(2);
        bench.Queue.DropFirst();
        bench.Step(1000);
        Assert.IsTrue(bench.IsRaised(305));
    }

    private static SiteBench Both(int code, int cause)
    {
        bool runs = code == 102 || code == 201 || code == 207 || code == 305 || code == 306 || code == 404 || code == 405 || cause == 102 || cause == 201;
        SiteBench bench = SiteFaults.Healthy(IsLearned(code) ? code : cause == 403 ? 403 : runs ? 305 : code);
        SiteFaults.Begin(bench, code);
        SiteFaults.Begin(bench, cause);
        if (cause == 205)
        {
            bench.BusLitresPerStep = 11;
        }

        if (code == 207 && cause == 206)
        {
            bench.Set(Signal.BusFlow, -11111);
        }

        if (code == 405)
        {
            bench.Set(Signal.Pressure, 700);
        }

        if (cause == 301 && runs)
        {
            bench.Set(Signal.BusFlow, 0);
            bench.Set(Signal.PulseFlow, 0);
            bench.PulsesPerStep = 0;
        }

        return bench;
    }

    private static bool IsLearned(int code) => code == 209 || code == 402 || code == 403 || code == 407;

    private static void Restore(SiteBench bench, int code)
    {
        bench.PulsesPerStep = 1;
        bench.BusLitresPerStep = 10;
        bench.Set(Signal.Pressure, 310);
        bench.Set(Signal.BusFlow, 11111);
        bench.Set(Signal.PulseFlow, 11111);
        if (code != 407)
        {
            SiteFaults.Begin(bench, code);
        }
    }

    private static void IsInhibited(SiteBench bench, int code, int cause)
    {
        Assert.IsTrue(bench.IsRaised(cause));
        Assert.IsFalse(bench.IsRaised(code));
        Assert.AreEqual(cause, bench.Monitors.InhibitedBy(bench.Row(code)));
        Assert.AreEqual(0, (int)bench.Monitors.OutcomeOf(bench.Row(code)));
    }

    /// <summary>The cause ends and leaves the site as the consequence alone would have it.</summary>
    private static void EndCause(SiteBench bench, int code, int cause)
    {
        SiteFaults.End(bench, cause);
        if (IsLearned(code))
        {
            Restore(bench, code);
        }
        else if (cause == 102 || cause == 103)
        {
            bench.Set(Signal.Supply, code == 102 ? 11200 : code == 105 ? 11500 : code == 106 ? 12500 : 13600);
        }
        else if (cause == 206 || cause == 305 || (cause == 301 && code == 404))
        {
            bench.Set(Signal.BusFlow, code == 207 ? 30000 : 11111);
            bench.PulsesPerStep = 1;
        }
        else if (cause == 208)
        {
            bench.PulsesPerStep = code == 207 ? 1 : 0;
        }

        if (code == 404)
        {
            bench.Set(Signal.Pressure, 100);
        }
    }
}
