using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Swap;

/// <summary>
/// What a unit's stored reports tell of its inspections, put together again as the unit itself keeps it: the last run with its values, the history of the meters, and when each plan was last carried out. Reports of which a
/// part is missing are passed over.
/// </summary>
public sealed class InspectionHistory
{
    private const int MinuteSeconds = 60;

    private readonly long[] _done = new long[Plan.Count];

    private InspectionHistory()
    {
        var site = new SiteView(new Settings());
        Run = new InspectionRun(new Checklist(new Settings()), site, new FaultMonitors(new FaultCatalogue(), new TransitionQueue()), new UnitFacts());
    }

    /// <summary>The last run, and the meters.</summary>
    public InspectionRun Run { get; }

    /// <summary>How many reports it is from.</summary>
    public int Reports { get; private set; }

    /// <summary>The history of a unit, from its records of the kind <c>inspection</c>, the oldest first.</summary>
    public static InspectionHistory Of(IEnumerable<StoredRecord> records)
    {
        var history = new InspectionHistory();
        var parts = records.Select(record => (record.StoredAt, Json: JsonDocument.Parse(record.Payload).RootElement)).Where(part => Text(part.Json, "kind") == "report");
        foreach (var report in parts.GroupBy(part => Text(part.Json, "report")))
        {
            List<JsonElement> inOrder = [.. report.Select(part => part.Json).OrderBy(part => Whole(part, "part"))];
            if (inOrder.Count > 0 && Whole(inOrder[0], "part") == 1 && Whole(inOrder[0], "parts") == inOrder.Count)
            {
                history.Take(inOrder[0], inOrder.Skip(1).SelectMany(part => Members(part, "items")), report.First().StoredAt);
            }
        }

        return history;
    }

    /// <summary>The schedule as the unit had it: what no report tells of counts from <paramref name="since"/>, the acceptance too.</summary>
    /// <param name="since">When the unit was first heard, Unix seconds.</param>
    /// <param name="now">Unix seconds.</param>
    public Schedule ScheduleAt(long since, long now)
    {
        var schedule = new Schedule(new Settings());
        schedule.Calendar.Restore((int)(now / MinuteSeconds), true);
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            bool counts = plan is Plan.Patrol or Plan.Maintenance or Plan.Commissioning;
            long done = _done[plan] != 0 ? _done[plan] : counts ? since : 0;
            schedule.Restore(plan, done == 0 ? Schedule.Never : (int)(done / MinuteSeconds), Schedule.Never, 0);
        }

        return schedule;
    }

    private void Take(JsonElement head, IEnumerable<JsonElement> items, long storedAt)
    {
        int plans = Members(head, "plans").Sum(name => Enumerable.Range(0, Plan.Count).Where(plan => Plan.NameOf(plan) == name.GetString()).Sum(Plan.Bit));
        long ended = Whole(head, "ended") is var at && at == 0 ? storedAt : at;
        if (!Run.Start(plans, StarterOf(Text(head, "by")), (int)Whole(head, "person"), Whole(head, "began")))
        {
            return;
        }

        foreach (JsonElement item in items)
        {
            Take(item);
        }

        for (int row = 0; row < Run.Checklist.Count; row++)
        {
            if (Run.Takes(row) && Run.ResultOf(row) == ItemResult.Open)
            {
                Run.Set(row, ItemResult.NotTested, ItemReason.Interrupted, false, 0, 0);
            }
        }

        Run.Step(0, ended);
        Members(head, "faults").Take(Run.Faults.Length).Select(code => (short)code.GetInt32()).ToArray().CopyTo(Run.Faults, 0);
        TakeMeters(head, ended);
        int done = Run.PlansDone();
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            _done[plan] = Plan.IsIn(plan, done) ? ended : _done[plan];
        }

        Reports++;
    }

    private void Take(JsonElement item)
    {
        int row = Enumerable.Range(0, Run.Checklist.Count).Where(row => ItemName.Of(Run.Checklist.Number(row)) == Text(item, "item")).DefaultIfEmpty(-1).First();
        if (row < 0)
        {
            return;
        }

        bool has = item.TryGetProperty("value", out _);
        Run.Set(row, ResultOf(Text(item, "result")), ReasonOf(Text(item, "why")), has, (int)Whole(item, "value"), (int)Whole(item, "pm"));
        if (item.TryGetProperty("was", out _))
        {
            Run.SetBefore(row, true, (int)Whole(item, "was"));
        }
    }

    private void TakeMeters(JsonElement head, long ended)
    {
        foreach (JsonElement swap in Members(head, "swaps"))
        {
            int meter = MeterOf(swap);
            byte[] old = Encoding.UTF8.GetBytes(Text(swap, "old"));
            byte[] fitted = Encoding.UTF8.GetBytes(Text(swap, "new"));
            byte[] seal = Encoding.UTF8.GetBytes(Text(swap, "seal"));
            if (old.Length > 0)
            {
                Run.Meters.TakeOut(meter, old, 0, old.Length, (int)Whole(swap, "last_l"));
            }

            Run.Meters.Fit(meter, fitted, 0, fitted.Length, (int)Whole(swap, "first_l"), (int)Whole(swap, "person"), Whole(swap, "at"));
            Run.Meters.Seal(meter, seal, 0, seal.Length, (int)Whole(swap, "valid"));
        }

        Run.Meters.NoteReported(0);
        Run.Meters.NoteAcknowledged(0);
        int row = Run.Checklist.RowOf(VerificationItem);
        if (Whole(head, "reference_l") != 0 && Run.HasValue(row))
        {
            Run.Meters.NoteVerification(MeterOf(head), ended, (int)Whole(head, "person"), (int)Whole(head, "reference_l"), (int)Whole(head, "flow_ml_s"), Run.ValueOf(row), Run.UncertaintyOf(row));
        }
    }

    private static int MeterOf(JsonElement of) => Text(of, "meter") == "bus" ? MeterBook.Bus : MeterBook.Pulse;

    private static Starter StarterOf(string by) => Enum.GetValues<Starter>().FirstOrDefault(starter => ReportMessage.NameOf(starter) == by, Starter.Visit);

    private static ItemResult ResultOf(string name) => Enum.GetValues<ItemResult>().Where(result => result != ItemResult.Open).FirstOrDefault(result => ReportMessage.NameOf(result) == name, ItemResult.NotTested);

    private static ItemReason ReasonOf(string name) => Enum.GetValues<ItemReason>().FirstOrDefault(reason => ReportMessage.NameOf(reason) == name, ItemReason.None);

    private const int VerificationItem = 38;

    private static IEnumerable<JsonElement> Members(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : "";

    private static long Whole(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out long value) ? value : 0;
}
