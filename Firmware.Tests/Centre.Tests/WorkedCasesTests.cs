using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Centre.Tests.Support;
using Firmware.Contract;
using Firmware.Core.Faults;
using Tools.Centre.Pages;
using Tools.Centre.Records;

namespace Centre.Tests;

/// <summary>
/// The worked cases of the service contracts §2, by hand, local time of the site (UTC+8), through the unit's clocks and through the centre's. Events: onset, reported, complete, phone, remote, arrived. A clock
/// that starts with what the unit does not learn of runs at the centre alone.
/// </summary>
[TestClass]
public class WorkedCasesTests
{
    private const string Form = "yyyy-MM-dd HH:mm";
    private static readonly TimeSpan s_offset = TimeSpan.FromHours(8);
    private static readonly string[] s_events = ["onset", "reported", "complete", "phone", "remote", "arrived"];

    [TestMethod]
    [DataRow(
        "A", 201, 1, "onset 2026-09-19 21:40, reported 2026-09-19 22:10",
        "Respond Sat 22:40 | OnSite Sun 00:10 | Repaired Sun 22:10 | StandIn Sun 22:10",
        "Respond Sat 22:40 | OnSite Sun 00:10 | Repaired Sun 22:10 | StandIn Sun 22:10")]
    [DataRow(
        "A", 207, 3, "reported 2026-09-19 10:00",
        "Respond Sat 10:30 | Repaired Sat 14:00 target | Repaired Sun 10:00 | StandIn Sun 10:00",
        "Respond Sat 10:30 | Repaired Sat 14:00 target | Repaired Sun 10:00 | StandIn Sun 10:00")]
    [DataRow("A", 101, 1, "reported 2026-09-19 10:00", "", "")]
    [DataRow("B1", 305, 2, "reported 2026-09-18 16:50, phone 2026-09-18 17:20", "Respond Fri 16:55 | OnSite Sun 17:20", "Respond Fri 16:55")]
    [DataRow("B2", 305, 2, "reported 2026-09-19 09:00, complete 2026-09-19 09:20", "Dispatch Sat 09:30 | OnSite Sat 11:20", "Dispatch Sat 09:10 | OnSite Sat 11:00")]
    [DataRow(
        "C", 301, 1, "reported 2026-10-01 08:00, arrived 2026-10-01 09:40",
        "Respond Thu 09:00 | OnSite Thu 10:00 met | Repaired Fri 08:00 | RepairWork Thu 17:40 | StandIn Sat 08:00",
        "Respond Thu 09:00 met | OnSite Thu 10:00 met | Repaired Fri 08:00 | RepairWork Thu 17:40 | StandIn Sat 08:00")]
    [DataRow(
        "D", 203, 3, "reported 2026-09-19 08:00, remote 2026-09-19 10:30",
        "Respond Sat 08:30 | RemoteSolved Sat 12:00 | OnSite Sat 22:30 | Repaired Sat 22:30 | Parts Sat 22:30",
        "Respond Sat 08:30 | RemoteSolved Sat 12:00")]
    [DataRow(
        "E", 102, 2, "reported 2026-09-19 23:50, phone 2026-09-20 00:10",
        "Respond Sun 00:20 | OnSite Sun 02:10 | Repaired Sun 03:50 | StandIn Tue 23:50",
        "Respond Sun 00:20 | Repaired Sun 03:50 | StandIn Tue 23:50")]
    public void DueTimes(string contract, int code, int level, string events, string atTheCentre, string atTheUnit)
    {
        long?[] when = [.. s_events.Select(name => At(events, name))];
        Assert.AreEqual(atTheCentre, string.Join(" | ", AtTheCentre(contract, code, level, when)));
        Assert.AreEqual(atTheUnit, string.Join(" | ", AtTheUnit(contract, code, (byte)level, when)));
    }

    /// <summary>Who is called for which level of a fault of the equipment, at the unit and at the centre: E answers level 4 within the hour, the others put it on the work list.</summary>
    [TestMethod]
    [DataRow("A", 3, true)]
    [DataRow("A", 4, false)]
    [DataRow("B1", 4, false)]
    [DataRow("B2", 4, false)]
    [DataRow("B3", 4, false)]
    [DataRow("C", 4, false)]
    [DataRow("D", 4, false)]
    [DataRow("E", 3, true)]
    [DataRow("E", 4, true)]
    public void UnitAndCentreAgreeWhichLevelsHaveAClock(string contract, int level, bool covered)
    {
        var catalogue = new FaultCatalogue();
        ServiceProfile profile = Clocks.Contract(contract);
        Assert.AreEqual(covered, profile.Covers(catalogue, catalogue.RowOf(203), level));
        Assert.AreEqual(covered, profile.AnswerClock(level) != ServiceProfile.None);
        Assert.AreEqual(covered, Clocks.Covers(203, level, profile));
        Assert.AreEqual(covered, Clocks.Of(new Incident { Code = 203, Level = level }, Steps.None, profile).Count > 0);
        Assert.IsFalse(Clocks.Covers(101, level, profile));
    }

    /// <summary>The grid's 103, at the end of an outage that the battery has bridged: no clock at the desk either, and no reminder; a record that names no cause, or another, has them, and so has another code.</summary>
    [TestMethod]
    [DataRow(103, 101, false)]
    [DataRow(103, 0, true)]
    [DataRow(103, 102, true)]
    [DataRow(305, 101, true)]
    public void WhatIsOwedToTheGridHasNoClock(int code, int cause, bool covered)
    {
        ServiceProfile profile = Clocks.Contract("A");
        using var bench = new Bench();
        bench.Feed(("state", Wire.State(true)), ("alarm", Wire.Alarm(1, code: code, level: 1, cause: cause)));
        Incident incident = new Incidents(bench.Store).Open().Single();
        Assert.AreEqual(!covered, incident.IsExcused);
        Assert.AreEqual(covered, Clocks.Covers(incident, profile));
        Assert.AreEqual(covered, Clocks.Of(incident, Steps.None, profile).Count > 0);
        Assert.AreEqual(covered, !bench.Lines.Last(line => line.Contains($" {code} ")).Contains("[work list]"));
    }

    /// <summary>A, 201: the half hour without a link is shown, and charged to nobody.</summary>
    [TestMethod]
    public void TheTimeBeforeTheReportIsChargedToNobody()
    {
        ServiceClocks clocks = Reported(Clocks.Contract("A"), 201, 1, At("2026-09-19 21:40"), At("2026-09-19 22:10"), out int place);
        Assert.AreEqual(1800, clocks.UndeliveredSeconds(place));
        Assert.AreEqual(At("2026-09-19 22:10"), clocks.ReportedUnix(place));
    }

    private static IEnumerable<string> AtTheCentre(string contract, int code, int level, long?[] when)
    {
        var incident = new Incident { Code = code, Level = level, StoredAt = when[1].Value };
        return Clocks.Of(incident, new Steps(when[3], when[4], when[5], when[2]), Clocks.Contract(contract))
            .Select(clock => Say(clock.Kind, clock.DueAt.Value, clock.IsFirm, clock.MetAt <= clock.DueAt));
    }

    private static IEnumerable<string> AtTheUnit(string contract, int code, byte level, long?[] when)
    {
        var catalogue = new FaultCatalogue();
        ServiceProfile profile = Clocks.Contract(contract);
        if (!catalogue.IsSuppliers(catalogue.RowOf(code)))
        {
            return [];
        }

        ServiceClocks clocks = Reported(profile, code, level, when[0] ?? when[1].Value, when[1].Value, out int place);
        if (when[5] is { } arrived)
        {
            clocks.Arrive((arrived - (when[0] ?? when[1].Value)) * 1000);
        }

        return Enumerable.Range(0, profile.Count).Where(clock => clocks.DueSeconds(place, clock) != ClockMath.Never)
            .Select(clock => Say(profile.Kind(clock), when[1].Value + clocks.DueSeconds(place, clock), profile.IsFirm(clock), clocks.IsMet(place, clock)));
    }

    /// <summary>The unit's uptime begins at the onset.</summary>
    private static ServiceClocks Reported(ServiceProfile profile, int code, byte level, long onset, long reported, out int place)
    {
        var clocks = new ServiceClocks(profile);
        place = clocks.Open(code, 1, level, 0);
        clocks.Report(place, (reported - onset) * 1000, reported, 0);
        return clocks;
    }

    private static string Say(ClockKind kind, long due, bool firm, bool met) =>
        $"{kind} {DateTimeOffset.FromUnixTimeSeconds(due).ToOffset(s_offset).ToString("ddd HH:mm", CultureInfo.InvariantCulture)}{(firm ? "" : " target")}{(met ? " met" : "")}";

    private static long? At(string events, string name) => events.Split(", ").FirstOrDefault(happened => happened.StartsWith(name + " ", StringComparison.Ordinal)) is { } found
        ? At(found[(name.Length + 1)..])
        : null;

    private static long At(string local) =>
        new DateTimeOffset(DateTime.ParseExact(local, Form, CultureInfo.InvariantCulture), s_offset).ToUnixTimeSeconds();
}
