using System;
using System.IO.Ports;
using System.Linq;
using System.Text;
using Board.Native;
using nanoFramework.Hardware.Esp32;

namespace Native.Tests;

/// <summary>The manners of the serial ports.</summary>
[TestClass]
public class SerialTests : UnitTest
{
    private const long ByteAt9600 = 1041; // µs: ten bits

    [TestMethod]
    public void ReadWaitsForAllBytes()
    {
        SerialPort port = OpenCom2();
        var buffer = new byte[4];
        Board.Native.Hardware.Uart("COM2").Send([1, 2]);
        long took = RunFor(() =>
        {
            System.Threading.Tasks.Task.Run(() => Board.Native.Hardware.Uart("COM2").Send([3, 4]));
            Assert.AreEqual(4, port.Read(buffer, 0, 4));
        });
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, buffer);
        Assert.IsGreaterThanOrEqualTo(4, took);
    }

    [TestMethod]
    public void ATimeOutThrowsAndKeepsWhatCame()
    {
        SerialPort port = OpenCom2();
        port.ReadTimeout = 100;
        Board.Native.Hardware.Uart("COM2").Send([7, 8]);
        var buffer = new byte[3];
        long took = RunFor(() => Assert.ThrowsExactly<TimeoutException>(() => port.Read(buffer, 0, 3)));
        Assert.IsInRange(100, 110, took);
        CollectionAssert.AreEqual(new byte[3], buffer);
        Assert.AreEqual(2, port.BytesToRead);
        Assert.AreEqual(7, port.ReadByte());
    }

    [TestMethod]
    public void BytesArriveAtTheBaudRate()
    {
        SerialPort port = OpenCom2();
        Board.Native.Hardware.Uart("COM2").Send(new byte[10]);
        UnitTime.Advance((5 * ByteAt9600) - 1);
        Assert.AreEqual(4, port.BytesToRead);
        UnitTime.Advance(1);
        Assert.AreEqual(5, port.BytesToRead);
    }

    [TestMethod]
    public void ParityAndStopBitsTakeTime()
    {
        SerialPort port = OpenCom2(Parity.Even, StopBits.Two);
        Board.Native.Hardware.Uart("COM2").Send([1]);
        UnitTime.Advance(1_200);
        Assert.AreEqual(0, port.BytesToRead);
        UnitTime.Advance(60);
        Assert.AreEqual(1, port.BytesToRead);
    }

    [TestMethod]
    public void BytesLeaveAtTheBaudRate()
    {
        SerialPort port = OpenCom2();
        port.Write([1, 2, 3], 0, 3);
        UartLine line = Board.Native.Hardware.Uart("COM2");
        Assert.IsFalse(line.TryTake(out _));
        UnitTime.Advance(ByteAt9600);
        Assert.IsTrue(line.TryTake(out byte first));
        Assert.AreEqual(1, first);
        Assert.IsFalse(line.TryTake(out _));
        UnitTime.Advance(2 * ByteAt9600);
        Assert.IsTrue(line.TryTake(out _) && line.TryTake(out _));
    }

    [TestMethod]
    public void AWriteLongerThanTheFifoWaits()
    {
        SerialPort port = OpenCom2();
        long took = RunFor(() => port.Write(new byte[328], 0, 328));
        Assert.IsInRange(200, 230, took); // 200 bytes at 9600 baud
    }

    [TestMethod]
    public void AWriteThatTakesTooLongThrows()
    {
        SerialPort port = OpenCom2();
        port.WriteTimeout = 50;
        RunFor(() => Assert.ThrowsExactly<TimeoutException>(() => port.Write(new byte[400], 0, 400)));
    }

    [TestMethod]
    [DataRow(0, 256)]
    [DataRow(1024, 300)]
    public void InputBeyondTheBufferIsLost(int size, int kept)
    {
        SerialPort port = MakeCom2();
        port.ReadBufferSize = size == 0 ? port.ReadBufferSize : size;
        port.Open();
        UartLine line = Board.Native.Hardware.Uart("COM2");
        long before = line.Dropped;
        line.Send(new byte[300]);
        UnitTime.Advance(1_000_000);
        Assert.AreEqual(kept, port.BytesToRead);
        Assert.AreEqual(300 - kept, line.Dropped - before);
    }

    [TestMethod]
    public void WhatArrivesAtAClosedPortIsLost()
    {
        SerialPort port = OpenCom2();
        port.Close();
        UartLine line = Board.Native.Hardware.Uart("COM2");
        long before = line.Dropped;
        line.Send([1]);
        UnitTime.Advance(10_000);
        Assert.AreEqual(before + 1, line.Dropped);
        port.Open();
        Assert.AreEqual(0, port.BytesToRead);
    }

    [TestMethod]
    public void OneObjectAPort()
    {
        SerialPort port = MakeCom2();
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM2"));
        port.Dispose();
        new SerialPort("COM2").Dispose();
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM9"));
    }

    [TestMethod]
    public void UnmappedPinsMakeOpenThrow()
    {
        Assert.ThrowsExactly<Exception>(() => new SerialPort("COM2").Open());
        Map(DeviceFunction.COM3_TX);
        var rs485 = new SerialPort("COM3") { Mode = SerialMode.RS485 };
        Assert.ThrowsExactly<Exception>(rs485.Open);
        Configuration.SetPinFunction(4, DeviceFunction.COM3_RTS);
        rs485.Open();
    }

    [TestMethod]
    public void TheWireProtocolKeepsItsPort()
    {
        Map(DeviceFunction.COM1_TX);
        var port = new SerialPort("COM1");
        Assert.ThrowsExactly<ArgumentException>(port.Open);
        Board.Native.Hardware.Profile = Board.Native.Hardware.Profile with { WireProtocolPort = null };
        port.Open();
    }

    [TestMethod]
    public void DataIsAnnouncedOnTheEventThread()
    {
        SerialPort port = OpenCom2();
        int announced = 0;
        port.DataReceived += (_, _) => announced++;
        Board.Native.Hardware.Uart("COM2").Send([1, 2, 3]);
        UnitTime.Advance(2 * ByteAt9600);
        Board.Native.Hardware.WaitForEvents();
        Assert.AreEqual(0, announced);
        UnitTime.Advance(ByteAt9600);
        Board.Native.Hardware.WaitForEvents();
        Assert.AreEqual(1, announced);
    }

    [TestMethod]
    public void LinesEndAtTheNewLine()
    {
        SerialPort port = OpenCom2();
        port.NewLine = "\r\n";
        Board.Native.Hardware.Uart("COM2").Send(Encoding.ASCII.GetBytes("status\r\nhe"));
        UnitTime.Advance(100_000);
        Assert.AreEqual("status", port.ReadLine());
        Assert.AreEqual("he", port.ReadExisting());
    }

    [TestMethod]
    public void TextGoesOutAsUtf8()
    {
        SerialPort port = OpenCom2();
        port.WriteLine("水");
        UnitTime.Advance(100_000);
        UartLine line = Board.Native.Hardware.Uart("COM2");
        var bytes = Enumerable.Range(0, 4).Select(_ => line.TryTake(out byte value) ? value : (byte)0).ToArray();
        Assert.AreEqual("水\n", Encoding.UTF8.GetString(bytes));
    }

    private static SerialPort OpenCom2(Parity parity = Parity.None, StopBits stopBits = StopBits.One)
    {
        SerialPort port = MakeCom2();
        port.Parity = parity;
        port.StopBits = stopBits;
        port.Open();
        return port;
    }

    private static SerialPort MakeCom2()
    {
        Map(DeviceFunction.COM2_TX);
        return new SerialPort("COM2", 9600);
    }

    private static void Map(DeviceFunction tx)
    {
        Configuration.SetPinFunction(17, tx);
        Configuration.SetPinFunction(16, tx + 1);
    }
}
