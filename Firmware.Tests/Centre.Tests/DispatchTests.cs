using System.Linq;
using System.Text;
using Centre.Tests.Support;
using Core.Tests.Support;
using Firmware.Core.Ports;
using Tools.Centre.Desk;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>Acknowledgements on their way to the unit.</summary>
[TestClass]
public class DispatchTests
{
    private Bench _bench;

    [TestInitialize]
    public void Open()
    {
        _bench = new Bench();
        _bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1)), ("alarm", Wire.Alarm(2, code: 201)));
        new Incidents(_bench.Store).Acknowledge(new Acknowledgement(0, 1, "张工", "88", 1790007200, _bench.Now, null, null));
    }

    [TestCleanup]
    public void Close() => _bench.Dispose();

    [TestMethod]
    public void ItGoesToTheUnitAsTheContractSays()
    {
        _bench.Pass(1);
        CollectionAssert.AreEqual(new[] { """east/well-1 command {"v":1,"command":"acknowledge","epoch":7,"code":305,"occurrence":1,"who":"张工","case":"88","arrive":1790007200}""" }, Commands());
        StringAssert.Contains(_bench.Lines[^1], "张工  case 88  arrives");
    }

    [TestMethod]
    public void TheCommandIsTheGoldenOne()
    {
        var incident = new Incident { Epoch = 2864434397, Code = 305, Occurrence = 3 };
        Assert.AreEqual(Support.Bench.Golden("command"), Dispatch.Command(incident, new Acknowledgement(0, 1, "desk-2", "GD-1121-07", 1790007200, 0, null, null)));
    }

    [TestMethod]
    public void ItGoesAgainAfterABirthAndAfterTenMinutes()
    {
        _bench.Pass(300);
        Assert.HasCount(1, Commands());
        _bench.Feed(("state", Wire.State(true, 65538)));
        _bench.Pass(2);
        Assert.HasCount(2, Commands());
        _bench.Pass(601);
        Assert.HasCount(3, Commands());
    }

    [TestMethod]
    public void OnceTheUnitHasRecordedItItRests()
    {
        _bench.Pass(1);
        _bench.Feed(("alarm", Wire.Alarm(3, @event: "acknowledged", by: "\"centre\"")));
        _bench.Feed(("state", Wire.State(true, 65538)));
        _bench.Pass(2000);
        Assert.HasCount(1, Commands());
        Assert.IsNotNull(new Incidents(_bench.Store).AcknowledgementOf(1).ConfirmedAt);
    }

    /// <summary>The record of who acts at the enclosure says nothing of a command that may have been lost.</summary>
    [TestMethod]
    public void WhoTakesItOnAtTheUnitConfirmsNoCommand()
    {
        _bench.Pass(1);
        _bench.Feed(("alarm", Wire.Alarm(3, @event: "acknowledged", by: "12")));
        Assert.IsNull(new Incidents(_bench.Store).AcknowledgementOf(1).ConfirmedAt);
        _bench.Pass(601);
        Assert.HasCount(2, Commands());
    }

    /// <summary>Another arrival was promised: the first is confirmed, the second still has to reach the unit.</summary>
    [TestMethod]
    public void TheRecordConfirmsWhatWasSentLast()
    {
        _bench.Pass(1);
        var incidents = new Incidents(_bench.Store);
        incidents.Acknowledge(new Acknowledgement(0, 1, "李工", "89", 1790009000, _bench.Now, null, null));
        _bench.Feed(("alarm", Wire.Alarm(3, @event: "acknowledged", by: "\"centre\"")));
        Assert.IsNull(incidents.AcknowledgementOf(1).ConfirmedAt);
        _bench.Pass(1);
        StringAssert.Contains(Commands()[^1], "李工");
        _bench.Feed(("alarm", Wire.Alarm(4, @event: "acknowledged", by: "\"centre\"")));
        Assert.IsNotNull(incidents.AcknowledgementOf(1).ConfirmedAt);
        _bench.Pass(2000);
        Assert.HasCount(2, Commands());
    }

    /// <summary>The link was half open: the unit had recorded the first promise a minute before the second was made, which was lost.</summary>
    [TestMethod]
    [DataRow(1, "1790000060")]
    [DataRow(2, "1790000060")]
    [DataRow(2, "null")]
    public void TheRecordOfAFirstPromise_DoesNotConfirmASecond(int sentInBoot, string sentAt)
    {
        _bench.Pass(50);
        var incidents = new Incidents(_bench.Store);
        incidents.Acknowledge(new Acknowledgement(0, 1, "李工", "89", 1790009000, _bench.Now, null, null));
        _bench.Pass(1);
        Assert.HasCount(2, Commands());
        string late = Wire.Alarm(3, @event: "acknowledged", by: "\"centre\"").Replace("\"sent\":{\"at\":1790000000,\"boot\":1,\"ms\":61300}", $"\"sent\":{{\"at\":{sentAt},\"boot\":{sentInBoot},\"ms\":121300}}");
        StringAssert.Contains(late, "121300");
        _bench.Feed(("alarm", late));
        Assert.IsNull(incidents.AcknowledgementOf(1).ConfirmedAt);
        _bench.Pass(601);
        Assert.HasCount(3, Commands());
        StringAssert.Contains(Commands()[^1], "李工");
        _bench.Feed(("alarm", Wire.Alarm(4, @event: "acknowledged", by: "\"centre\"", boot: 2)));
        Assert.IsNotNull(incidents.AcknowledgementOf(1).ConfirmedAt);
    }

    [TestMethod]
    public void ThatItGoesAgainIsNoNews()
    {
        _bench.Pass(1900);
        Assert.HasCount(4, Commands());
        Assert.HasCount(1, _bench.Notices.OfType<AcknowledgementNotice>());
    }

    [TestMethod]
    public void WhileTheUnitIsAwayItWaits()
    {
        _bench.Feed(("state", Wire.State(false)));
        _bench.Pass(100);
        Assert.IsEmpty(Commands());
    }

    [TestMethod]
    public void WhatTheBrokerDidNotTakeGoesAgain()
    {
        _bench.Connected = false;
        _bench.Pass(5);
        Assert.IsNull(new Incidents(_bench.Store).AcknowledgementOf(1).SentAt);
        _bench.Connected = true;
        _bench.Pass(1);
        Assert.HasCount(1, Commands());
    }

    [TestMethod]
    public void OnlyTheLatestGoesOut()
    {
        new Incidents(_bench.Store).Acknowledge(new Acknowledgement(0, 1, "李工", "89", 1790007200, _bench.Now, null, null));
        _bench.Pass(1);
        StringAssert.Contains(Commands().Single(), "李工");
    }

    [TestMethod]
    public void AfterTheEndOfTheAlarmNothingGoesOut()
    {
        _bench.Feed(("alarm", Wire.Alarm(3, @event: "cleared")));
        _bench.Pass(5);
        Assert.IsEmpty(Commands());
    }

    [TestMethod]
    [DataRow("张工", true)]
    [DataRow("", false)]
    [DataRow("一二三四", true)]
    [DataRow("一二三四a", false)]
    [DataRow("a\u001b[2J", false)]
    [DataRow("a\nb", false)]
    public void NamesFitTheCommandAndTheTerminal(string text, bool fits) => Assert.AreEqual(fits, Dispatch.Fits(text, 12));

    [TestMethod]
    public void TheLongestCommandFitsItsTopic()
    {
        var incident = new Incident { Epoch = uint.MaxValue, Code = 999, Occurrence = uint.MaxValue };
        var made = new Acknowledgement(0, 0, new string('"', Dispatch.LongestWhoBytes), new string('"', Dispatch.LongestCaseBytes), 4102444800, 0, null, null);
        string command = Dispatch.Command(incident, made);
        Assert.IsLessThanOrEqualTo(512, Encoding.UTF8.GetByteCount(command));
    }

    /// <summary>The ordinary case, through a whole unit: the desk changes the arrival that it promised. Both come back confirmed, and nothing is sent again.</summary>
    [TestMethod]
    public void ASecondAcknowledgementIsTakenByTheUnitAndRests()
    {
        using var bench = new Bench();
        var unit = new UnitBench();
        var incidents = new Incidents(bench.Store);
        int published = 0;
        int sent = 0;
        unit.Link.Connect();
        Turn(5);
        unit.Io.Supply = 10000;
        Turn(20);
        long id = bench.Open().Single(incident => incident.Code == 103).Id;
        foreach (long arrival in new[] { 1790007200L, 1790009000L })
        {
            incidents.Acknowledge(new Acknowledgement(0, id, "desk-2", "GD-1", arrival, bench.Now, null, null));
            Turn(5);
            Assert.IsNotNull(incidents.AcknowledgementOf(id).ConfirmedAt);
        }

        Turn(1300);
        Assert.HasCount(2, bench.Sent.FindAll(line => line.Contains(" command ")));
        Assert.AreEqual(1790009000L, unit.Unit.Contract.Acknowledgements.Arrive(unit.Unit.Contract.Acknowledgements.Find(103, 1)));

        void Turn(int seconds)
        {
            for (int second = 0; second < seconds; second++)
            {
                unit.Run(1000);
                for (; published < unit.Link.Count; published++)
                {
                    bench.Receive(unit.Link.Topic(published), Encoding.UTF8.GetBytes(unit.Link.Payload(published)));
                }

                bench.Pass(1);
                for (; sent < bench.Sent.Count; sent++)
                {
                    string[] parts = bench.Sent[sent].Split(' ', 3);
                    unit.Link.Send(parts[1] == "stored" ? Inbound.Stored : Inbound.Command, parts[2]);
                }
            }
        }
    }

    private string[] Commands() => [.. _bench.Sent.Where(line => line.Contains(" command "))];
}
