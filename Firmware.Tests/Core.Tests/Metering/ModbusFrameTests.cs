using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Frames as literals: CRC values from the worked example of "MODBUS over Serial Line V1.02" and from a calculator.</summary>
[TestClass]
public class ModbusFrameTests
{
    [TestMethod]
    public void RequestIsTheOneOfTheSpecification()
    {
        byte[] frame = new byte[ModbusFrame.RequestBytes];
        int count = ModbusFrame.WriteRead(frame, 17, 0x6B, 3);
        Assert.AreEqual(8, count);
        Assert.AreEqual(17, (int)frame[0]);
        Assert.AreEqual(3, (int)frame[1]);
        Assert.AreEqual(0x6B, (int)frame[3]);
        Assert.AreEqual(3, (int)frame[5]);
        Assert.AreEqual(0x76, (int)frame[6]);
        Assert.AreEqual(0x87, (int)frame[7]);
    }
}
