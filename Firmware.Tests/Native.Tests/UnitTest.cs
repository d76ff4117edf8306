using System;
using System.Threading;
using System.Threading.Tasks;
using Board.Native;

[assembly: DoNotParallelize]

namespace Native.Tests;

/// <summary>A freshly powered unit for each test: manual time, a storage folder of its own, a working network, no stalls.</summary>
public abstract class UnitTest
{
    private static readonly BoardProfile s_profile = BoardProfile.Esp32Rev3 with
    {
        FileCloseStall = 0,
        DnsStall = 0,
        DnsFailureStall = 0,
    };

    [TestInitialize]
    public void PowerOn()
    {
        UnitTime.UseManualTime();
        Hardware.Profile = s_profile;
        Hardware.StorageRoot = System.IO.Directory.CreateTempSubdirectory("native-tests-").FullName;
        Hardware.Storage.FailCloses = 0;
        Hardware.Network.LinkUp = true;
        Hardware.Network.DnsWorks = true;
        Hardware.Network.SntpReachable = true;
        Hardware.Network.CredentialsAccepted = true;
        UnitTime.Advance(10_000_000); // what is still on a wire from the test before has passed
        Hardware.CutPower();
        while (Hardware.Uart("COM2").TryTake(out _))
        {
        }

        for (int gpio = 0; gpio < Hardware.Profile.PinCount; gpio++)
        {
            Hardware.Release(gpio);
        }
    }

    [TestCleanup]
    public void RemoveStorage() => System.IO.Directory.Delete(Hardware.StorageRoot, true);

    /// <summary>Runs a call that waits in unit time, moving time in steps until it returns or throws.</summary>
    /// <returns>How long it took, in unit milliseconds, to within a step.</returns>
    protected static long RunFor(Action call, int stepMilliseconds = 10, int limitMilliseconds = 120_000)
    {
        long start = UnitTime.Microseconds;
        Task task = Task.Factory.StartNew(call, TaskCreationOptions.LongRunning);
        while (!task.Wait(2))
        {
            Assert.IsLessThan(limitMilliseconds, Elapsed(start), "the call does not return");
            UnitTime.Advance(stepMilliseconds * 1000L);
        }

        return Elapsed(start);
    }

    /// <summary>Waits in real time for something that another thread does.</summary>
    protected static void Until(Func<bool> condition, string what, int realMilliseconds = 5000)
    {
        if (!SpinWait.SpinUntil(condition, realMilliseconds))
        {
            Assert.Fail(what + " did not happen");
        }
    }

    /// <summary>Brings the network up without waiting for anything.</summary>
    protected static void GoOnline()
    {
        RunFor(() => Assert.IsTrue(nanoFramework.Networking.WifiNetworkHelper.Reconnect()), 100);
    }

    private static long Elapsed(long start) => (UnitTime.Microseconds - start) / 1000;
}
