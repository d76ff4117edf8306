using System;
using System.Device.Adc;
using System.Device.Gpio;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;
using Environment = Board.Native.Environment;
using Thread = Board.Native.Thread;
using Unit = Board.Native.Hardware;

namespace Native.Tests;

/// <summary>What a steady tick calls allocates nothing here, so that a count of the firmware's own allocations is honest.</summary>
[TestClass]
public class AllocationTests : UnitTest
{
    private const int Rounds = 10_000;

    private static object s_sink;

    [TestMethod]
    public void SteadyCallsAllocateNothing()
    {
        Action round = MakeRound();
        Assert.AreEqual(0, AllocatedBy(round));
    }

    [TestMethod]
    public void OneBoxedIntegerIsSeen()
    {
        Action round = MakeRound();
        int n = 1000;
        Assert.IsGreaterThan(0, AllocatedBy(() =>
        {
            round();
            s_sink = n++;
        }));
        Assert.IsNotNull(s_sink);
    }

    private static Action MakeRound()
    {
        var gpio = new GpioController();
        GpioPin led = gpio.OpenPin(25, PinMode.Output);
        GpioPin input = gpio.OpenPin(26, PinMode.InputPullUp);
        AdcChannel adc = new AdcController().OpenChannel(6);
        var counter = new GpioPulseCounter(27);
        counter.Start();
        SerialPort port = OpenPort();
        UartLineRing ring = new(port);
        Unit.SetVolts(34, 1.2);
        return () =>
        {
            led.Write(input.Read());
            led.Toggle();
            adc.ReadValue();
            Unit.Pulse(27);
            counter.Read();
            _ = Environment.TickCount64;
            _ = HighResTimer.GetCurrent();
            _ = Board.Native.DateTime.UtcNow.ToUnixTimeSeconds();
            Thread.Sleep(0);
            ring.Turn();
        };
    }

    private static SerialPort OpenPort()
    {
        Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(16, DeviceFunction.COM2_RX);
        var port = new SerialPort("COM2", 115200);
        port.Open();
        return port;
    }

    private static long AllocatedBy(Action round)
    {
        for (int i = 0; i < 100; i++)
        {
            round();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Ten bytes out and ten back each round.</summary>
    private sealed class UartLineRing(SerialPort port)
    {
        private readonly byte[] _buffer = new byte[10];
        private readonly Board.Native.UartLine _line = Unit.Uart("COM2");

        internal void Turn()
        {
            port.Write(_buffer, 0, 10);
            _line.Send(_buffer);
            Board.Native.UnitTime.Advance(1_000);
            while (_line.TryTake(out _))
            {
            }

            port.Read(_buffer, 0, port.BytesToRead);
        }
    }
}
