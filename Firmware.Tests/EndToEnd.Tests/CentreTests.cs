using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Centre.Tests.Support;
using Tools.Centre.Records;
using Tools.Host;

namespace EndToEnd.Tests;

/// <summary>The centre as a process, on a real broker and a real file.</summary>
[TestClass]
public class CentreTests
{
    private const double Speed = 4;

    [TestMethod]
    public void AnAcknowledgementIsNotedByOneProcessAndSentByAnother()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        bench.StartUnit("well-1", "dry-well", Speed);
        bench.Centre.WaitFor("305 Pump runs dry");
        StringAssert.StartsWith(bench.AskCentre("acknowledge", "1", "--who", "张工", "--case", "GD-88", "--arrive", "+90"), "acknowledged 1: 305 Pump runs dry");
        Wait.Until("the command", () => subscriber.All("command").Count > 0, subscriber.ToString);
        Received command = subscriber.All("command")[0];
        Assert.IsFalse(command.Retained);
        Assert.AreEqual("acknowledge", (string)command.Json["command"]);
        Assert.AreEqual(305, (int)command.Json["code"]);
        Assert.AreEqual(1, (int)command.Json["occurrence"]);
        Assert.AreEqual("张工", (string)command.Json["who"]);
        Assert.AreEqual((string)subscriber.Alarms(305, "raised")[0]["id"], $"{(long)command.Json["epoch"]}-1");
        bench.Centre.WaitFor("张工  case GD-88");
        StringAssert.Contains(bench.AskCentre("list"), "acknowledged  张工  case GD-88");
    }

    [TestMethod]
    [DataRow("acknowledge 9 --who x --case 1 --arrive +90", "centre: there is no alarm \"9\"")]
    [DataRow("acknowledge 7-9 --who x --case 1 --arrive +90", "centre: there is no alarm \"7-9\"")]
    [DataRow("acknowledge 1 --who x --case 1 --arrive soon", "centre: --arrive does not take \"soon\"")]
    [DataRow("acknowledge 1 --who thirteen-long --case 1 --arrive +90", "centre: --who takes 1 to 12 bytes")]
    [DataRow("show x", "centre: there is no alarm \"x\"")]
    [DataRow("retire east/none --who x", "centre: there is no unit \"east/none\"")]
    public void AWrongCallGivesOneLine(string call, string line)
    {
        using var bench = new Bench();
        bench.StartCentre();
        bench.Subscribe("well-9").Publish("alarm", Encoding.UTF8.GetBytes(Wire.Alarm(1)), retain: false);
        bench.Centre.WaitFor("305 ");
        string said = bench.AskCentre(call.Split(' '));
        StringAssert.StartsWith(said, line);
        Assert.DoesNotContain('\n', said);
    }

    /// <summary>The messages of a metered link: the will alone is JSON, and the centre tells no difference.</summary>
    [TestMethod]
    public void AUnitThatSendsCborIsHeardAndAnswered()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit unit = bench.StartUnit("well-1", "dry-well", Speed, null, "encoding=cbor");
        bench.Centre.WaitFor("305 Pump runs dry");
        Wait.Until("the receipt", () => subscriber.All("stored").Any(answer => (long)answer.Json["upTo"] >= 1), subscriber.ToString);
        string page = bench.AskCentre("show", "1");
        StringAssert.Contains(page, "305 Pump runs dry");
        StringAssert.Contains(page, "Flow, pulse meter 0 mL/s");
        StringAssert.Contains(bench.AskCentre("units"), "三号井");
        foreach (Received message in subscriber.All("alarm").Concat(subscriber.All("snapshot")).Concat(subscriber.All("telemetry")).Concat(subscriber.All("about")))
        {
            Assert.AreEqual((byte)0xBF, message.Payload[0], message.Kind);
        }

        unit.Kill();
        bench.Centre.WaitFor("offline ");
        StringAssert.StartsWith(Encoding.UTF8.GetString(subscriber.All("state")[^1].Payload), "{");
    }

    /// <summary>Platform decision 31.</summary>
    [TestMethod]
    public void AnOlderLateWillChangesNothing()
    {
        using var bench = new Bench();
        bench.StartCentre();
        Subscriber subscriber = bench.Subscribe("well-1");
        VirtualUnit first = bench.StartUnit("well-1", "normal", Speed);
        long session = (long)subscriber.WaitForState("online", IsOnline)["session"];
        first.Kill();
        JsonNode will = subscriber.WaitForState("the will", state => !IsOnline(state));
        Assert.AreEqual(session, (long)will["session"]);
        bench.Centre.WaitFor("offline ");
        bench.StartUnit("well-1", "normal", Speed);
        subscriber.WaitForState("a new session", state => IsOnline(state) && (long)state["session"] > session);
        bench.Centre.WaitFor("#131073"); // the second start's first session
        subscriber.Publish("state", Encoding.UTF8.GetBytes(will.ToJsonString()), retain: true);
        Wait.Quiet(1);
        Assert.HasCount(1, bench.Centre.With("offline "), bench.Centre.ToString());
        StringAssert.Contains(bench.AskCentre("units"), "  online  ");
    }

    /// <summary>Whatever the centre answered for is in its file, whenever it is killed.</summary>
    [TestMethod]
    public void WhatWasAnsweredForIsStoredAtWhateverMomentTheCentreIsKilled()
    {
        const int Kills = 6;
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-9");
        int seq = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            Child centre = bench.StartCentre();
            for (int end = seq + 40; seq < end;)
            {
                seq++;
                subscriber.Publish("alarm", Encoding.UTF8.GetBytes(Wire.Alarm(seq, occurrence: seq)), retain: false);
            }

            int answers = subscriber.All("stored").Count + (kill * 7);
            Wait.Until("some answers", () => subscriber.All("stored").Count > answers, subscriber.ToString);
            centre.Kill();
        }

        HashSet<long> answered = [.. subscriber.All("stored").SelectMany(receipt => Ids(receipt.Json))];
        using Store store = Store.OpenExisting(bench.Store);
        HashSet<long> stored = [.. new Ledger(store).OfKind("alarm", int.MaxValue).Select(record => (long)record.Id.Seq)];
        Assert.IsGreaterThan(Kills, answered.Count);
        Assert.IsEmpty(answered.Except(stored), $"answered {answered.Count}, stored {stored.Count}");
    }

    /// <summary>A file that may not grow, as on a full disk: said in one line, nothing answered, nothing lost.</summary>
    [TestMethod]
    public void AFullDiskIsSaidInOneLineAndNothingIsAnswered()
    {
        using var bench = new Bench();
        Subscriber subscriber = bench.Subscribe("well-9");
        bench.StartCentre().Dispose();
        long kilobytes = new FileInfo(bench.Store).Length / 1024;
        using (Child full = StartCentreThatMayWrite(bench, kilobytes + 60))
        {
            bench.Centre.WaitFor("listening to", times: 2);
            for (int seq = 1; seq <= 60; seq++)
            {
                subscriber.Publish("alarm", Padded(seq), retain: false);
            }

            bench.Centre.WaitFor("NOT STORED, and not answered");
            Wait.Quiet(2);
            Assert.HasCount(1, bench.Centre.With("NOT STORED, and not answered"), bench.Centre.ToString());
        }

        HashSet<long> answered = [.. subscriber.All("stored").SelectMany(receipt => Ids(receipt.Json))];
        Assert.DoesNotContain(60L, answered);
        bench.StartCentre();
        using (Store store = Store.OpenExisting(bench.Store))
        {
            Assert.IsEmpty(answered.Except(new Ledger(store).OfKind("alarm", 99).Select(record => (long)record.Id.Seq)));
        }

        subscriber.Publish("alarm", Padded(60), retain: false);
        Wait.Until("the answer", () => subscriber.All("stored").Exists(receipt => Ids(receipt.Json).Contains(60)), subscriber.ToString);
    }

    private static bool IsOnline(JsonNode state) => (bool)state["online"];

    private static byte[] Padded(int seq) =>
        Encoding.UTF8.GetBytes(Wire.Alarm(seq).Replace("\"suppressed\"", $"\"padding\":\"{new string('x', 3000)}\",\"suppressed\""));

    private static IEnumerable<long> Ids(JsonNode receipt)
    {
        for (long seq = 1; seq <= (long)receipt["upTo"]; seq++)
        {
            yield return seq;
        }

        foreach (JsonNode pair in receipt["plus"].AsArray())
        {
            yield return (long)pair[0];
        }
    }

    /// <summary>A limit on the size of each file that it writes; the signal that comes with it is ignored, so writing fails as on a full disk.</summary>
    private static Child StartCentreThatMayWrite(Bench bench, long kilobytes)
    {
        string centre = Path.Combine(AppContext.BaseDirectory, "Tools.Centre.dll");
        string command = $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec dotnet '{centre}' run --broker {bench.Broker.Endpoint} --lang en --store '{bench.Store}'";
        return Child.StartProgram("centre", "/bin/bash", ["-c", command], bench.Centre.Add, bench.Centre.Add);
    }
}
