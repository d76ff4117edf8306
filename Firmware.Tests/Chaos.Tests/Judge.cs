using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Tests;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Chaos.Tests;

/// <summary>
/// What the stores of one pair hold, held against the promise: every level-1 and level-2 transition exactly once. How often each code was brought about and ended says how many there must be; other faults are judged
/// too, but may stay: on a busy machine the emulated RS485 bus is late.
/// </summary>
internal sealed class Judge
{
    private readonly List<(int Store, StoredRecord Record, Alarm Alarm)> _alarms = [];
    private readonly List<string> _findings = [];

    /// <summary>Level-1 and level-2 transitions, each id once.</summary>
    public int Transitions { get; private set; }

    /// <summary>Ids that stand in two stores, because the receipt was lost with the first.</summary>
    public int InTwoStores { get; private set; }

    /// <summary>What is wrong; empty when all is as promised.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Judges a pair that has settled.</summary>
    /// <param name="stores">The centre's stores, oldest first; all but the last are lost to it.</param>
    /// <param name="screens">What people saw, a screen for each store.</param>
    /// <param name="turns">How often each fault was brought about or ended, by code.</param>
    public static Judge Of(IReadOnlyList<string> stores, IReadOnlyList<Lines> screens, IReadOnlyDictionary<int, int> turns)
    {
        var judge = new Judge();
        for (int number = 0; number < stores.Count; number++)
        {
            using Store store = Store.OpenExisting(stores[number]);
            judge.Read(number, store, screens[number], number == stores.Count - 1 ? turns.Keys : []);
        }

        judge.JudgeIds();
        judge.JudgeTransitions();
        foreach ((int code, int times) in turns)
        {
            judge.JudgeTurns(code, times);
        }

        return judge;
    }

    /// <summary>Raises and clearings of a code that stand in the stores, each id once.</summary>
    public int Told(int code) => _alarms.Select(row => row.Alarm).DistinctBy(alarm => alarm.Id).Count(alarm => alarm.Code == code && alarm.Event is "raised" or "cleared");

    private void Read(int number, Store store, Lines screen, IEnumerable<int> mustHaveEnded)
    {
        List<StoredRecord> records = new Ledger(store).OfKind("alarm", int.MaxValue);
        _alarms.AddRange(records.Select(record => (number, record, Messages.ReadAlarm(record.Payload))));
        Find(new Refusals(store).Count > 0, $"store {number}: refused {new Refusals(store).Newest(1).FirstOrDefault()?.English}");
        JudgeScreen(number, screen);
        foreach (Incident open in new Incidents(store).Open().Where(open => mustHaveEnded.Contains(open.Code)))
        {
            Find(true, $"store {number}: {open.Code} #{open.Occurrence} is still open");
        }
    }

    /// <summary>What people saw, without the time at which they saw it: no line twice.</summary>
    private void JudgeScreen(int number, Lines screen)
    {
        IEnumerable<string> lines = screen.With("LEVEL ").Select(line => Regex.Replace(line[8..], "  delay .*|  unit's clock ahead.*", "").Trim());
        foreach (IGrouping<string, string> line in lines.GroupBy(line => line).Where(line => line.Count() > 1))
        {
            Find(true, $"store {number}: shown {line.Count()} times: {line.Key}");
        }
    }

    /// <summary>The ids of the epoch have no gap: whatever the unit recorded stands in one of the stores.</summary>
    private void JudgeIds()
    {
        foreach (IGrouping<uint, uint> epoch in _alarms.GroupBy(row => row.Record.Id.Epoch, row => row.Record.Id.Seq))
        {
            HashSet<uint> ids = [.. epoch];
            List<uint> missing = [.. Enumerable.Range(1, (int)ids.Max()).Select(seq => (uint)seq).Where(seq => !ids.Contains(seq))];
            Find(missing.Count > 0, $"epoch {epoch.Key}: lost {string.Join(' ', missing)} of {ids.Max()}");
            InTwoStores += epoch.Count() - ids.Count;
        }

        Find(_alarms.Select(row => row.Record.Id.Epoch).Distinct().Count() != 1, "more than one epoch, or none");
        Find(_alarms.Exists(row => row.Alarm.Event == "lost"), "the unit lost records");
    }

    /// <summary>Each occurrence was raised once and cleared once.</summary>
    private void JudgeTransitions()
    {
        List<Alarm> alarms = [.. _alarms.Select(row => row.Alarm).DistinctBy(alarm => alarm.Id).Where(alarm => alarm.Level <= 2)];
        Transitions = alarms.Count;
        foreach (IGrouping<(int Code, long Occurrence, string Event), Alarm> same in alarms.GroupBy(alarm => (alarm.Code, alarm.Occurrence, alarm.Event)))
        {
            Find(same.Key.Event is "raised" or "cleared" && same.Count() != 1, $"{same.Key} under {string.Join(' ', same.Select(alarm => alarm.Id).OrderBy(id => id.Seq))}");
        }
    }

    /// <summary>There is one transition for each time that the site was changed.</summary>
    private void JudgeTurns(int code, int turns) => Find(Told(code) != turns, $"{code}: the site was changed {turns} times, and {Told(code)} transitions were told");

    private void Find(bool isWrong, string what)
    {
        if (isWrong)
        {
            _findings.Add(what);
        }
    }
}
