using Core.Tests.Support;
using Firmware.Core.Contracts;

namespace Core.Tests.Faults.Checks;

/// <summary>Checks that look at one reading: where they fail, where they come back, and that no reading is never a pass.</summary>
[TestClass]
public class SingleReadingCheckTests
{
    private const int Pass = 1;
    private const int Fail = 2;

    /// <summary>
    /// 101: the mains relay's contact. 104: 15.0 V, and 14.8 V to come back. 203: more than 5 % (in tenths), and 3 % to come back. 204: bit 0 of the status word, and no other.
    /// 206: 1 m³/h backwards. 210: another serial number than the first one seen. 405: 600 kPa, and 550 kPa to come back. 501: the door switch.
    /// </summary>
    [TestMethod]
    [DataRow(101, Signal.MainsPresent, 1, false, Pass)]
    [DataRow(101, Signal.MainsPresent, 0, false, Fail)]
    [DataRow(101, Signal.MainsPresent, 0, true, Fail)]
    [DataRow(101, Signal.MainsPresent, 1, true, Pass)]
    [DataRow(104, Signal.Supply, 15000, false, Pass)]
    [DataRow(104, Signal.Supply, 15001, false, Fail)]
    [DataRow(104, Signal.Supply, 14801, true, Fail)]
    [DataRow(104, Signal.Supply, 14800, true, Pass)]
    [DataRow(104, Signal.Supply, 0, false, Pass)]
    [DataRow(104, Signal.Supply, 2147483647, false, Fail)]
    [DataRow(203, Signal.BusErrors, 50, false, Pass)]
    [DataRow(203, Signal.BusErrors, 51, false, Fail)]
    [DataRow(203, Signal.BusErrors, 31, true, Fail)]
    [DataRow(203, Signal.BusErrors, 30, true, Pass)]
    [DataRow(203, Signal.BusErrors, 0, false, Pass)]
    [DataRow(203, Signal.BusErrors, 1000, true, Fail)]
    [DataRow(204, Signal.BusStatus, 0, false, Pass)]
    [DataRow(204, Signal.BusStatus, 1, false, Fail)]
    [DataRow(204, Signal.BusStatus, 65534, false, Pass)]
    [DataRow(204, Signal.BusStatus, 65535, false, Fail)]
    [DataRow(204, Signal.BusStatus, 2, true, Pass)]
    [DataRow(206, Signal.BusFlow, -278, false, Pass)]
    [DataRow(206, Signal.BusFlow, -279, false, Fail)]
    [DataRow(206, Signal.BusFlow, 0, false, Pass)]
    [DataRow(206, Signal.BusFlow, 11111, false, Pass)]
    [DataRow(206, Signal.BusFlow, -2147483648, false, Fail)]
    [DataRow(210, Signal.BusSerial, 4711, false, Pass)]
    [DataRow(210, Signal.BusSerial, 4712, false, Fail)]
    [DataRow(210, Signal.BusSerial, 0, false, Fail)]
    [DataRow(210, Signal.BusSerial, -1, false, Fail)]
    [DataRow(210, Signal.BusSerial, 4711, true, Pass)]
    [DataRow(405, Signal.Pressure, 600, false, Pass)]
    [DataRow(405, Signal.Pressure, 601, false, Fail)]
    [DataRow(405, Signal.Pressure, 551, true, Fail)]
    [DataRow(405, Signal.Pressure, 550, true, Pass)]
    [DataRow(405, Signal.Pressure, 0, false, Pass)]
    [DataRow(501, Signal.DoorOpen, 0, false, Pass)]
    [DataRow(501, Signal.DoorOpen, 1, false, Fail)]
    [DataRow(501, Signal.DoorOpen, 1, true, Fail)]
    [DataRow(501, Signal.DoorOpen, 0, true, Pass)]
    public void Value_IsJudged(int code, int signal, int value, bool raised, int expected)
    {
        var bench = new SiteBench();
        bench.Set(signal, value);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(code, raised));
    }

    /// <summary>By the reason why there is no reading: not tested (0), stale (3), error (4), not fitted (5).</summary>
    [TestMethod]
    [DataRow(101, Signal.MainsPresent)]
    [DataRow(104, Signal.Supply)]
    [DataRow(203, Signal.BusErrors)]
    [DataRow(204, Signal.BusStatus)]
    [DataRow(206, Signal.BusFlow)]
    [DataRow(210, Signal.BusSerial)]
    [DataRow(405, Signal.Pressure)]
    [DataRow(501, Signal.DoorOpen)]
    public void NoReading_IsNeitherPassNorFail(int code, int signal)
    {
        WithoutReadingIs(0, code, signal, 1);
        WithoutReadingIs(0, code, signal, 2);
        WithoutReadingIs(5, code, signal, 3);
        WithoutReadingIs(3, code, signal, 4);
        WithoutReadingIs(4, code, signal, 5);
        WithoutReadingIs(4, code, signal, 6);
    }

    private static void WithoutReadingIs(int expected, int code, int signal, int reason)
    {
        var bench = new SiteBench();
        bench.Miss(signal, (NoDataReason)reason);
        bench.Update(1000);
        Assert.AreEqual(expected, bench.Judge(code));
        Assert.AreEqual(expected, bench.Judge(code, true));
    }
}
