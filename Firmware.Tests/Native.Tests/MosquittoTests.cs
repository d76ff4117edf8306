using System;
using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using Tools.Mosquitto;

namespace Native.Tests;

/// <summary>The binding of libmosquitto, against a real broker.</summary>
[TestClass]
public class MosquittoTests
{
    [TestMethod]
    public void AMissingLibraryIsOneLineThatNamesThePackage()
    {
        MosquittoMissingException e = Assert.ThrowsExactly<MosquittoMissingException>(() => MosquittoLibrary.Load("libmosquitto-not-here.so.1"));
        Assert.Contains("libmosquitto1", e.Message);
        Assert.DoesNotContain("\n", e.Message);
    }

    [TestMethod]
    public void APortWithoutBrokerIsOneLine()
    {
        using var client = new MosquittoClient();
        int port = Broker.FreePort();
        MosquittoException e = Assert.ThrowsExactly<MosquittoException>(() => client.Connect("127.0.0.1", port));
        Assert.Contains($"connect to 127.0.0.1:{port}", e.Message);
    }

    [TestMethod]
    public void PublishesAndReceivesWithAcknowledgement()
    {
        using var broker = new Broker();
        using var client = new MosquittoClient("both-ends");
        var events = new BlockingCollection<string>();
        client.Connected += code => events.Add("connected " + code);
        client.Subscribed += (_, granted) => events.Add("subscribed " + granted[0]);
        client.MessageReceived += m => events.Add($"{m.Topic} {Encoding.UTF8.GetString(m.Payload)} {m.Qos} {m.Retain}");
        int acknowledged = 0;
        client.Published += id => acknowledged = id;
        client.Connect("127.0.0.1", broker.Port);
        client.StartLoop();
        Assert.AreEqual("connected 0", Next(events));
        client.Subscribe("a/#", 1);
        Assert.AreEqual("subscribed 1", Next(events));
        int sent = client.Publish("a/水", "流量"u8, 1, retain: true);
        Assert.AreEqual("a/水 流量 1 False", Next(events));
        Assert.IsTrue(SpinWait.SpinUntil(() => acknowledged == sent, 5000));
    }

    [TestMethod]
    public void TheWillIsPublishedUnlessTheClientDisconnects()
    {
        using var broker = new Broker();
        using var watcher = new MosquittoClient();
        var wills = new BlockingCollection<string>();
        watcher.MessageReceived += m => wills.Add(Encoding.UTF8.GetString(m.Payload));
        watcher.Subscribed += (_, _) => wills.Add("ready");
        watcher.Connected += _ => watcher.Subscribe("will", 1);
        watcher.Connect("127.0.0.1", broker.Port);
        watcher.StartLoop();
        Assert.AreEqual("ready", Next(wills));
        Vanish(broker, "first", politely: true);
        Vanish(broker, "second", politely: false);
        Assert.AreEqual("second", Next(wills));
    }

    [TestMethod]
    public void RefusedCredentialsComeAsACode()
    {
        using var broker = new Broker("allow_anonymous false");
        using var client = new MosquittoClient();
        var codes = new BlockingCollection<int>();
        client.Connected += codes.Add;
        client.SetCredentials("unit", "wrong");
        client.Connect("127.0.0.1", broker.Port);
        client.StartLoop();
        Assert.IsTrue(codes.TryTake(out int code, 5000));
        Assert.AreEqual(5, code);
    }

    [TestMethod]
    public void WhatAHandlerThrowsComesOutOfTheLoop()
    {
        using var broker = new Broker();
        using var client = new MosquittoClient();
        client.Connected += _ => throw new InvalidOperationException("handler");
        client.Connect("127.0.0.1", broker.Port);
        Assert.ThrowsExactly<InvalidOperationException>(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                client.Loop(100);
            }
        });
    }

    [TestMethod]
    public void ReconnectsWhenAsked()
    {
        using var broker = new Broker();
        using var client = new MosquittoClient("again");
        int connects = 0;
        client.Connected += _ => Interlocked.Increment(ref connects);
        client.Connect("127.0.0.1", broker.Port);
        client.StartLoop(TimeSpan.FromMilliseconds(100));
        Assert.IsTrue(SpinWait.SpinUntil(() => Volatile.Read(ref connects) == 1, 5000));
        broker.Kill();
        broker.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => Volatile.Read(ref connects) == 2, 5000));
    }

    [TestMethod]
    public void MayBeDisposedInAHandler()
    {
        using var broker = new Broker();
        var client = new MosquittoClient();
        using var done = new ManualResetEventSlim();
        client.Connected += _ =>
        {
            client.Dispose();
            done.Set();
        };
        client.Connect("127.0.0.1", broker.Port);
        client.StartLoop();
        Assert.IsTrue(done.Wait(5000));
    }

    private static void Vanish(Broker broker, string will, bool politely)
    {
        using var client = new MosquittoClient();
        using var connected = new ManualResetEventSlim();
        client.SetWill("will", Encoding.UTF8.GetBytes(will), 1, false);
        client.Connected += _ => connected.Set();
        client.Connect("127.0.0.1", broker.Port);
        client.StartLoop();
        Assert.IsTrue(connected.Wait(5000));
        if (politely)
        {
            using var gone = new ManualResetEventSlim();
            client.Disconnected += _ => gone.Set();
            client.Disconnect();
            Assert.IsTrue(gone.Wait(5000));
        }
    }

    private static string Next(BlockingCollection<string> events)
    {
        Assert.IsTrue(events.TryTake(out string next, 5000), "nothing came");
        return next;
    }
}
