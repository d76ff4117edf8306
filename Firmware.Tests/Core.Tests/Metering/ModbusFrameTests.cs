using Core.Tests.Support;
using Firmware.Core.Metering;

namespace Core.Tests.Metering;

/// <summary>Frames as literals: CRC values from the worked example of "MODBUS over Serial Line V1.02" and from a calculator.</summary>
[TestClass]
public class ModbusFrameTests
{
    private const string Good = "01 03 02 00 2A 39 9B";

    [TestMethod]
    public void RequestIsTheOneOfTheSpecification()
    {
        byte[] frame = new byte[ModbusFrame.RequestBytes];
        int count = ModbusFrame.WriteRead(frame, 17, 0x6B, 3);
        Assert.AreEqual(8, count);
        Assert.AreEqual(17, (int)frame[0]);
        Assert.AreEqual(3, (int)frame[1]);
        Assert.AreEqual(0, (int)frame[2]);
        Assert.AreEqual(0x6B, (int)frame[3]);
        Assert.AreEqual(0, (int)frame[4]);
        Assert.AreEqual(3, (int)frame[5]);
        Assert.AreEqual(0x76, (int)frame[6]);
        Assert.AreEqual(0x87, (int)frame[7]);
    }

    [TestMethod]
    public void OneRegister_IsOk()
    {
        IsJudged(ModbusVerdict.Ok, Good, 1);
    }

    [TestMethod]
    public void Silence_IsNoReply()
    {
        IsJudged(ModbusVerdict.NoReply, "", 1);
    }

    [TestMethod]
    public void DamagedCheckSum_IsCrc()
    {
        IsJudged(ModbusVerdict.Crc, "01 03 02 00 2A 39 9A", 1);
    }

    [TestMethod]
    public void OtherSlave_IsWrongAddress()
    {
        IsJudged(ModbusVerdict.WrongAddress, "02 03 02 00 2A 7D 9B", 1);
    }

    [TestMethod]
    public void OtherSlaveRefuses_IsWrongAddress()
    {
        IsJudged(ModbusVerdict.WrongAddress, "02 83 02 30 F1", 1);
    }

    [TestMethod]
    public void OtherFunction_IsWrongFunction()
    {
        IsJudged(ModbusVerdict.WrongFunction, "01 04 02 00 2A 38 EF", 1);
    }

    [TestMethod]
    public void OtherFunctionRefused_IsWrongFunction()
    {
        IsJudged(ModbusVerdict.WrongFunction, "01 84 02 C2 C1", 1);
    }

    [TestMethod]
    public void CountByteDoesNotFit_IsWrongFunction()
    {
        IsJudged(ModbusVerdict.WrongFunction, "01 03 03 00 2A 68 5B", 1);
    }

    [TestMethod]
    public void WholeReplyToFewerRegisters_IsWrongFunction()
    {
        IsJudged(ModbusVerdict.WrongFunction, Good, 2);
    }

    [TestMethod]
    public void WholeReplyToMoreRegisters_IsWrongFunction()
    {
        IsJudged(ModbusVerdict.WrongFunction, "01 03 04 00 2A 00 2B 9B E4", 1);
    }

    [TestMethod]
    public void Refused_IsException()
    {
        IsJudged(ModbusVerdict.Exception, "01 83 02 C0 F1", 1);
    }

    [TestMethod]
    public void RefusedWithDamage_IsCrc()
    {
        IsJudged(ModbusVerdict.Crc, "01 83 02 C0 00", 1);
    }

    [TestMethod]
    public void OneByteBehind_IsTrailing()
    {
        IsJudged(ModbusVerdict.Trailing, Good + " 00", 1);
    }

    [TestMethod]
    public void TwoRepliesGlued_IsTrailing()
    {
        IsJudged(ModbusVerdict.Trailing, Good + " " + Good, 1);
    }

    [TestMethod]
    public void NoiseBefore_IsCrc()
    {
        IsJudged(ModbusVerdict.Crc, "00 " + Good, 1);
    }

    [TestMethod]
    public void GoodReplyCutAnywhere_IsShortOrNone()
    {
        byte[] reply = Text.Hex(Good);
        Assert.AreEqual((int)ModbusVerdict.NoReply, (int)ModbusFrame.Judge(reply, 0, 1, 1));
        for (int count = 1; count < reply.Length; count++)
        {
            Assert.AreEqual((int)ModbusVerdict.Short, (int)ModbusFrame.Judge(reply, count, 1, 1));
        }
    }

    [TestMethod]
    public void AnyBitFlipped_IsNeverOk()
    {
        byte[] reply = Text.Hex(Good);
        for (int bit = 0; bit < 8 * reply.Length; bit++)
        {
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.AreNotEqual((int)ModbusVerdict.Ok, (int)ModbusFrame.Judge(reply, reply.Length, 1, 1));
            reply[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Registers_AreMostSignificantFirst()
    {
        byte[] reply = Text.Hex("01 03 0E FF FF F1 F0 00 01 86 A0 00 00 12 34 56 78 00 00");
        Assert.AreEqual(0xFFFF, ModbusFrame.Register(reply, 0));
        Assert.AreEqual(0x86A0, ModbusFrame.Register(reply, 3));
        Assert.AreEqual(-3600, ModbusFrame.Register32(reply, 0));
        Assert.AreEqual(100000, ModbusFrame.Register32(reply, 2));
        Assert.AreEqual(0x12345678, ModbusFrame.Register32(reply, 5));
    }

    [TestMethod]
    public void ReplyOfSevenRegisters_HasNineteenBytes()
    {
        Assert.AreEqual(19, ModbusFrame.ReplyBytes(7));
    }

    [TestMethod]
    public void CrcOfTheCheckWord()
    {
        // "123456789" gives 0x4B37 by the catalogue of CRCs.
        Assert.AreEqual(0x4B37, ModbusFrame.Crc(Text.Utf8("123456789"), 9));
    }

    private static void IsJudged(ModbusVerdict expected, string reply, int registers)
    {
        byte[] bytes = Text.Hex(reply);
        Assert.AreEqual((int)expected, (int)ModbusFrame.Judge(bytes, bytes.Length, 1, registers));
    }
}
