using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>A 4–20 mA transducer of 1,000 kPa on 150 Ω: 745 counts at 4 mA, 3,723 at 20 mA.</summary>
[TestClass]
public class TransducerTests
{
    [TestMethod]
    [DataRow(745, 0)]
    [DataRow(3723, 1000)]
    [DataRow(2234, 500)]
    [DataRow(700, 0)]
    [DataRow(0, 0)]
    [DataRow(3800, 1025)]
    public void Counts_LieOnTheLine(int counts, int kilopascal)
    {
        Assert.AreEqual(kilopascal, Transducer.Linear(counts, 745, 3723, 1000));
    }

    [TestMethod]
    public void LineWithoutSlope_DoesNotDivideByZero()
    {
        Assert.AreEqual(0, Transducer.Linear(100, 100, 100, 1000));
    }

    [TestMethod]
    [DataRow(669, false)]
    [DataRow(670, true)]
    [DataRow(3900, true)]
    [DataRow(3901, false)]
    [DataRow(0, false)]
    [DataRow(4095, false)]
    public void OutsideLiveRange_IsNoReading(int counts, bool live)
    {
        var readings = new Readings();
        Transducer.Take(readings, Signal.Pressure, counts, 670, 3900, 310);
        Assert.AreEqual(live, readings.Has(Signal.Pressure));
        Assert.AreEqual(live ? 0 : 5, (int)readings.ReasonOf(Signal.Pressure));
        Assert.AreEqual(live ? 310 : 0, readings.ValueOf(Signal.Pressure));
    }
}
