using System;
using Board.Native;
using Firmware.Core.Contracts;

namespace Device.Tests;

/// <summary>A freshly powered native board for each test: time moved by hand, a drive of its own, a working network, no stalls.</summary>
public abstract class BoardTest
{
    private static readonly BoardProfile s_profile = BoardProfile.Esp32Rev3 with { FileCloseStall = 0, DnsStall = 0, DnsFailureStall = 0, AdcNoiseCounts = 0 };

    [TestInitialize]
    public void PowerOn()
    {
        UnitTime.UseManualTime();
        Hardware.Profile = s_profile;
        Hardware.StorageRoot = System.IO.Directory.CreateTempSubdirectory("device-tests-").FullName;
        Mend();
        UnitTime.Advance(10_000_000); // what is still on a wire from the test before has passed
        Hardware.CutPower();
        for (int gpio = 0; gpio < Hardware.Profile.PinCount; gpio++)
        {
            Hardware.Release(gpio);
        }
    }

    [TestCleanup]
    public void PowerOff()
    {
        Hardware.CutPower();
        Mend();
        System.IO.Directory.Delete(Hardware.StorageRoot, true);
    }

    /// <summary>Moves time in steps, with a moment of real time for the threads in each, until something is true.</summary>
    protected static void Until(Func<bool> condition, string what, int limitMilliseconds = 30_000, int stepMilliseconds = 20)
    {
        for (int passed = 0; !condition(); passed += stepMilliseconds)
        {
            Assert.IsLessThan(limitMilliseconds, passed, what + " did not happen");
            UnitTime.Advance(stepMilliseconds * 1000L);
            System.Threading.Thread.Sleep(2);
        }
    }

    /// <summary>Moves time so far, in steps, with a moment of real time for the threads in each.</summary>
    protected static void Pass(int milliseconds, int stepMilliseconds = 20)
    {
        for (int passed = 0; passed < milliseconds; passed += stepMilliseconds)
        {
            UnitTime.Advance(stepMilliseconds * 1000L);
            System.Threading.Thread.Sleep(2);
        }
    }

    /// <summary>Runs a call that waits in unit time until it returns.</summary>
    /// <returns>How long it took, unit milliseconds, to within a step of 100.</returns>
    protected static long RunFor(Action call)
    {
        long start = UnitTime.Microseconds;
        System.Threading.Tasks.Task task = System.Threading.Tasks.Task.Factory.StartNew(call, System.Threading.Tasks.TaskCreationOptions.LongRunning);
        while (!task.Wait(2))
        {
            Assert.IsLessThan(300_000_000L, UnitTime.Microseconds - start, "the call does not return");
            UnitTime.Advance(100_000);
        }

        return (UnitTime.Microseconds - start) / 1000;
    }

    /// <summary>Settings of a unit that talks to a broker on this computer.</summary>
    protected static Settings SettingsFor(int port) => new() { BrokerHost = "127.0.0.1", BrokerPort = port };

    private static void Mend()
    {
        Hardware.Storage.FailCloses = 0;
        Hardware.Network.LinkUp = true;
        Hardware.Network.DnsWorks = true;
        Hardware.Network.SntpReachable = true;
        Hardware.Network.CredentialsAccepted = true;
        Hardware.Network.ConnectHangs = false;
        Hardware.Network.PublishHangs = false;
        Hardware.Uart("COM2").Driver = UartDriver.Works;
        Hardware.Uart("COM3").Driver = UartDriver.Works;
        while (Hardware.Uart("COM2").TryTake(out _) || Hardware.Uart("COM3").TryTake(out _))
        {
        }
    }
}
