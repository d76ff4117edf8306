using System;
using System.Device.Gpio;
using System.Device.I2c;
using Board.Native;
using Board.Native.Parts;
using nanoFramework.Hardware.Esp32;

namespace Native.Tests;

/// <summary>The manners of the two-wire bus and of the parts on it.</summary>
[TestClass]
public class I2cTests : UnitTest
{
    private const int Data = 21;
    private const int Clock = 22;
    private const int Address = 0x20;

    private readonly I2cWires _wires = Hardware.I2c(Data, Clock);

    [TestInitialize]
    public void Map()
    {
        Configuration.SetPinFunction(Data, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(Clock, DeviceFunction.I2C1_CLOCK);
    }

    [TestCleanup]
    public void TakeOff()
    {
        _wires.IsStuck = false;
        _wires.Attach(Address, null);
    }

    [TestMethod]
    public void NobodyAtTheAddressIsToldAtOnce()
    {
        I2cTransferResult result = default;
        long took = RunFor(() => result = Open().Read(new SpanByte(new byte[2])));
        Assert.AreEqual(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
        Assert.AreEqual(0u, result.BytesTransferred);
        Assert.IsLessThan(100, took);
    }

    [TestMethod]
    public void ADeadPartIsSilentAndComesBack()
    {
        var part = new Pcf8575();
        _wires.Attach(Address, part);
        I2cDevice device = Open();
        part.Answers = false;
        Assert.AreEqual(I2cTransferStatus.SlaveAddressNotAcknowledged, device.WriteByte(0).Status);
        Assert.AreEqual(0, device.ReadByte());
        part.Answers = true;
        Assert.AreEqual(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
    }

    [TestMethod]
    public void AWireHeldLowCostsASecond()
    {
        _wires.Attach(Address, new Pcf8575());
        _wires.IsStuck = true;
        I2cTransferResult result = default;
        long took = RunFor(() => result = Open().Read(new SpanByte(new byte[2])));
        Assert.AreEqual(I2cTransferStatus.ClockStretchTimeout, result.Status);
        Assert.AreEqual(1000, took, 50);
    }

    [TestMethod]
    public void ThePinsAreThoseOfTheTableWhenThePartIsOpened()
    {
        _wires.Attach(Address, new Pcf8575());
        Configuration.SetPinFunction(4, DeviceFunction.I2C1_DATA);
        Assert.AreEqual(I2cTransferStatus.SlaveAddressNotAcknowledged, Open().WriteByte(0).Status);
        Assert.ThrowsExactly<ArgumentException>(() => new I2cDevice(new I2cConnectionSettings(3, Address)));
        new GpioController().OpenPin(4, PinMode.Input);
        Assert.ThrowsExactly<Exception>(Open);
    }

    [TestMethod]
    public void TheExpandersPinsAreHighUntilSomebodyPullsThemLow()
    {
        var part = new Pcf8575();
        _wires.Attach(Address, part);
        I2cDevice device = Open();
        CollectionAssert.AreEqual(new byte[] { 0xFF, 0xFF }, Read(device, 2));
        part.SetInput(3, false);
        part.SetInput(8, false);
        CollectionAssert.AreEqual(new byte[] { 0xF7, 0xFE }, Read(device, 2));
        device.Write(new SpanByte([0xFE, 0x7F]));
        Assert.IsFalse(part.Level(0));
        Assert.IsFalse(part.Level(15));
        CollectionAssert.AreEqual(new byte[] { 0xF6, 0x7E }, Read(device, 2));
    }

    [TestMethod]
    public void OnlyAPowerCutLetsTheExpandersOutputsGo()
    {
        var part = new Pcf8575();
        _wires.Attach(Address, part);
        Open().Write(new SpanByte([0x00, 0x00]));
        Hardware.Restart();
        Assert.IsFalse(part.Level(0));
        Hardware.CutPower();
        Assert.IsTrue(part.Level(0));
    }

    [TestMethod]
    public void TheClockRunsOnThroughAPowerCutUnlessItsCellIsEmpty()
    {
        var chip = new Ds3231();
        _wires.Attach(Address, chip);
        Assert.AreEqual(0x80, Read(Open(), 1, 0x0F)[0] & 0x80);
        I2cDevice device = Open();
        device.Write(new SpanByte([0x00, 0x59, 0x59, 0x23, 0x07, 0x31, 0x12, 0x26]));
        device.Write(new SpanByte([0x0F, 0x00]));
        UnitTime.Advance(2_000_000);
        Hardware.CutPower();
        Map();
        CollectionAssert.AreEqual(new byte[] { 0x01, 0x00, 0x00 }, Read(Open(), 3, 0x00));
        CollectionAssert.AreEqual(new byte[] { 0x01, 0x01, 0x27 }, Read(Open(), 3, 0x04));
        Assert.AreEqual(0, Read(Open(), 1, 0x0F)[0] & 0x80);
        chip.CellEmpty = true;
        Hardware.CutPower();
        Map();
        Assert.AreEqual(0x80, Read(Open(), 1, 0x0F)[0] & 0x80);
    }

    [TestMethod]
    [DataRow(25.25, 0x19, 0x40)]
    [DataRow(-10.75, 0xF5, 0x40)]
    [DataRow(70.0, 0x46, 0x00)]
    public void TheClockTellsItsTemperature(double celsius, int high, int low)
    {
        _wires.Attach(Address, new Ds3231 { Celsius = celsius });
        byte[] read = Read(Open(), 2, 0x11);
        Assert.AreEqual(high, read[0]);
        Assert.AreEqual(low, read[1]);
    }

    [TestMethod]
    public void TheReaderAcknowledgesThenAnswers()
    {
        var reader = new Pn532 { Card = 0x12345678 };
        _wires.Attach(Address, reader);
        I2cDevice device = Open();
        device.Write(new SpanByte([0x00, 0x00, 0xFF, 0x04, 0xFC, 0xD4, 0x4A, 0x01, 0x00, 0xE1, 0x00]));
        CollectionAssert.AreEqual(new byte[] { 1, 0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00 }, Read(device, 7));
        byte[] answer = Read(device, 20);
        CollectionAssert.AreEqual(new byte[] { 1, 0x00, 0x00, 0xFF, 12, 0xF4, 0xD5, 0x4B, 1, 1, 0, 4, 8, 4, 0x12, 0x34, 0x56, 0x78 }, answer[..18]);
        Assert.AreEqual(0, Read(device, 1)[0]);
    }

    [TestMethod]
    public void TheReaderIgnoresADamagedCommand()
    {
        _wires.Attach(Address, new Pn532());
        I2cDevice device = Open();
        device.Write(new SpanByte([0x00, 0x00, 0xFF, 0x04, 0xFC, 0xD4, 0x4A, 0x01, 0x00, 0xE2, 0x00]));
        Assert.AreEqual(0, Read(device, 7)[0]);
    }

    private static I2cDevice Open() => I2cDevice.Create(new I2cConnectionSettings(1, Address));

    private static byte[] Read(I2cDevice device, int count)
    {
        byte[] read = new byte[count];
        Assert.AreEqual(I2cTransferStatus.FullTransfer, device.Read(read).Status);
        return read;
    }

    private static byte[] Read(I2cDevice device, int count, byte register)
    {
        byte[] read = new byte[count];
        Assert.AreEqual(I2cTransferStatus.FullTransfer, device.WriteRead(new SpanByte([register]), read).Status);
        return read;
    }
}
