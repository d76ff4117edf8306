using System.IO;
using System.Net.Sockets;
using System.Threading;
using Board.Native;
using Environment = Board.Native.Environment;
using File = Board.Native.File;
using Thread = Board.Native.Thread;

namespace Native.Tests;

/// <summary>While native code holds the processor, no emulated call of the unit returns.</summary>
[TestClass]
public class StallTests : UnitTest
{
    [TestMethod]
    public void NothingReturnsWhileAnotherThreadStalls()
    {
        using var stalling = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        bool returned = false;
        System.Threading.Tasks.Task staller = System.Threading.Tasks.Task.Run(() => StallGate.During(() =>
        {
            stalling.Set();
            release.Wait();
        }));
        Assert.IsTrue(stalling.Wait(5000));
        var other = new Thread(() =>
        {
            _ = Environment.TickCount64;
            returned = true;
        });
        other.Start();
        System.Threading.Thread.Sleep(50);
        bool returnedDuringStall = returned;
        release.Set();
        staller.Wait();
        Assert.IsFalse(returnedDuringStall);
        Until(() => returned, "the return of the call");
    }

    [TestMethod]
    public void ASleeperOversleepsAStall()
    {
        using var sleeps = new ManualResetEventSlim();
        using var woke = new ManualResetEventSlim();
        new Thread(() =>
        {
            sleeps.Set();
            Thread.Sleep(10);
            woke.Set();
        }).Start();
        Assert.IsTrue(sleeps.Wait(5000));
        System.Threading.Thread.Sleep(50); // from the signal into the sleep
        bool duringStall = true;
        StallGate.During(() =>
        {
            UnitTime.Advance(1_000_000);
            duringStall = woke.Wait(50);
        });
        Assert.IsFalse(duringStall);
        Assert.IsTrue(woke.Wait(5000));
    }

    [TestMethod]
    public void ClosingAWrittenFileStalls()
    {
        Hardware.Profile = Hardware.Profile with { FileCloseStall = 65_000 };
        long start = UnitTime.Microseconds;
        File.WriteAllBytes("I:\\a", [1]);
        Assert.AreEqual(65_000, UnitTime.Microseconds - start);
        new Board.Native.FileStream("I:\\a", FileMode.Open).Close();
        Assert.AreEqual(65_000, UnitTime.Microseconds - start);
    }

    [TestMethod]
    public void ANameLookupStalls()
    {
        GoOnline();
        Hardware.Profile = Hardware.Profile with { DnsStall = 40_000, DnsFailureStall = 4_000_000 };
        long start = UnitTime.Microseconds;
        Dns.GetHostEntry("localhost");
        Assert.AreEqual(40_000, UnitTime.Microseconds - start);
        Hardware.Network.DnsWorks = false;
        Assert.ThrowsExactly<SocketException>(() => Dns.GetHostEntry("localhost"));
        Assert.AreEqual(4_040_000, UnitTime.Microseconds - start);
    }
}
