using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

namespace Tools.Listener;

/// <summary>
/// The service centre's side of the wire contract, for now: shows each alarm once, stores it, and answers with the receipt, in
/// this order: commit, show, answer. It knows no broker: messages go in, lines and receipts come out. One caller at a time.
/// </summary>
public sealed partial class Centre
{
    private readonly Dictionary<UnitAddress, Unit> _units = new();
    private readonly Journal _journal;
    private readonly Words _words;
    private readonly Action<string> _show;
    private readonly Action<UnitAddress, string> _answer;

    /// <param name="show">Takes one line for people.</param>
    /// <param name="answer">Takes a receipt for this unit, to be published on its topic <c>stored</c>, QoS 1, not retained.</param>
    public Centre(Journal journal, Words words, Action<string> show, Action<UnitAddress, string> answer)
    {
        (_journal, _words, _show, _answer) = (journal, words, show, answer);
        foreach (var entry in journal.Entries)
        {
            Remember(entry);
        }
    }

    /// <summary>Topics that a centre subscribes to, all with QoS 1.</summary>
    public static IReadOnlyList<string> Topics { get; } =
        ["irrigation/v1/+/+/state", "irrigation/v1/+/+/about", "irrigation/v1/+/+/snapshot", "irrigation/v1/+/+/alarm", "irrigation/v1/+/+/telemetry"];

    public static string StoredTopic(UnitAddress unit) => $"irrigation/v1/{unit.Site}/{unit.Unit}/stored";

    /// <summary>One message from the broker. Never throws for what the message holds: a bad one gives one line and no answer.</summary>
    public void Receive(string topic, ReadOnlySpan<byte> payload, DateTimeOffset now)
    {
        var parts = TopicPattern().Match(topic);
        if (!parts.Success || payload.IsEmpty)
        {
            return; // not of this contract, or a retained message that somebody took back
        }

        var address = new UnitAddress(parts.Groups[1].Value, parts.Groups[2].Value);
        try
        {
            Dispatch(parts.Groups[3].Value, address, payload, now);
        }
        catch (MalformedPayloadException error)
        {
            _show(AlarmLine.Format(_words.NotUnderstood, address, Find(address).About, now, $"{parts.Groups[3].Value}: {_words.Reason(error)}"));
        }
    }

    private void Dispatch(string kind, UnitAddress address, ReadOnlySpan<byte> payload, DateTimeOffset now)
    {
        switch (kind)
        {
            case "alarm": OnAlarm(address, Messages.ReadAlarm(payload), Encoding.UTF8.GetString(payload), now); break;
            case "state": OnState(address, Messages.ReadState(payload), now); break;
            case "about": OnAbout(address, Messages.ReadAbout(payload), now); break;
            case "snapshot": OnSnapshot(address, Messages.ReadSnapshot(payload), now); break;
            case "telemetry": Messages.CheckTelemetry(payload); break;
        }
    }

    private void OnAlarm(UnitAddress address, Alarm alarm, string json, DateTimeOffset now)
    {
        EnterEpoch(address, alarm.Epoch, now);
        var unit = Find(address);
        var stored = unit.Receipts(alarm.Epoch).Has(alarm.Seq)
            || Commit(new JournalEntry(address, alarm.Epoch, alarm.Seq, now.ToUnixTimeSeconds(), json), now);
        if (unit.Shown.Add((alarm.Epoch, alarm.Seq)))
        {
            _show(AlarmLine.Format(alarm, address, unit.About, _words, now));
        }

        if (stored)
        {
            _answer(address, unit.Receipts(alarm.Epoch).ToJson(alarm.Seq, now.ToUnixTimeSeconds()));
        }
    }

    private void OnAbout(UnitAddress address, About about, DateTimeOffset now)
    {
        Unit unit = Find(address);
        unit.About = about;
        Announce(address, unit, now);
    }

    /// <summary>Says that a unit came or went; a unit that just came is announced with its name, which follows its state.</summary>
    private void Announce(UnitAddress address, Unit unit, DateTimeOffset now)
    {
        if (unit.State is { } state && !unit.IsAnnounced)
        {
            unit.IsAnnounced = true;
            _show(AlarmLine.Format(state.Online ? _words.Online : _words.Offline, address, unit.About, now, $"{address} #{state.Session}"));
        }
    }

    private void OnSnapshot(UnitAddress address, Snapshot snapshot, DateTimeOffset now)
    {
        EnterEpoch(address, snapshot.Epoch, now);
        Announce(address, Find(address), now);
        if (Find(address).Receipts(snapshot.Epoch).IsBehind(snapshot.Oldest))
        {
            Commit(new JournalEntry(address, snapshot.Epoch, snapshot.Oldest, now.ToUnixTimeSeconds(), null), now);
        }

        Greet(address, now);
    }

    /// <summary>
    /// Once for each time that a unit comes online, as soon as something is known of its epoch: it hears what is stored, that somebody
    /// listens, and what time it is.
    /// </summary>
    private void Greet(UnitAddress address, DateTimeOffset now)
    {
        Unit unit = Find(address);
        if (unit.State is { Online: true } && unit.Epoch is { } epoch && epoch != unit.Greeted && !unit.Receipts(epoch).IsEmpty)
        {
            unit.Greeted = epoch;
            _answer(address, unit.Receipts(epoch).ToJson(0, now.ToUnixTimeSeconds()));
        }
    }

    private void OnState(UnitAddress address, State state, DateTimeOffset now)
    {
        var unit = Find(address);
        if (unit.State is { } known && state.Session < known.Session)
        {
            unit.Held = state; // an older will, unless the next message tells of a new epoch
            return;
        }

        if (unit.State != state)
        {
            unit.State = state;
            unit.IsAnnounced = false;
            if (unit.About != null)
            {
                Announce(address, unit, now);
            }
        }

        unit.Greeted = null;
        Greet(address, now);
    }

    /// <summary>Sessions are numbered within an epoch: with a new one they begin again, and the state held back is the unit's.</summary>
    private void EnterEpoch(UnitAddress address, uint epoch, DateTimeOffset now)
    {
        var unit = Find(address);
        var isNew = unit.Epoch is { } old && old != epoch;
        unit.Epoch = epoch;
        if (isNew && unit.Held is { } held)
        {
            (unit.State, unit.Held) = (null, null);
            OnState(address, held, now);
        }
    }

    private bool Commit(in JournalEntry entry, DateTimeOffset now)
    {
        try
        {
            _journal.Append(entry);
        }
        catch (IOException error)
        {
            _show(AlarmLine.Format(_words.NotStored, entry.Unit, Find(entry.Unit).About, now, error.Message));
            return false;
        }

        var receipts = Find(entry.Unit).Receipts(entry.Epoch);
        if (entry.IsStart)
        {
            receipts.StartAt(entry.Seq);
        }
        else
        {
            receipts.Add(entry.Seq, entry.At);
        }

        return true;
    }

    private void Remember(in JournalEntry entry)
    {
        var unit = Find(entry.Unit);
        unit.Epoch = entry.Epoch;
        if (entry.IsStart)
        {
            unit.Receipts(entry.Epoch).StartAt(entry.Seq);
            return;
        }

        unit.Receipts(entry.Epoch).Add(entry.Seq, entry.At);
        unit.Shown.Add((entry.Epoch, entry.Seq));
    }

    private Unit Find(UnitAddress address)
    {
        if (!_units.TryGetValue(address, out var unit))
        {
            _units.Add(address, unit = new Unit());
        }

        return unit;
    }

    [GeneratedRegex("^irrigation/v1/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/([a-z]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TopicPattern();

    /// <summary>What the centre knows of one unit.</summary>
    private sealed class Unit
    {
        private readonly Dictionary<uint, Receipts> _receipts = new();

        public About About { get; set; }

        public State? State { get; set; }

        /// <summary>Whether a line has told of <see cref="State"/>.</summary>
        public bool IsAnnounced { get; set; }

        /// <summary>The last state that was refused for its session.</summary>
        public State? Held { get; set; }

        /// <summary>Epoch that the unit was answered for since its state turned online; null where that is still to come.</summary>
        public uint? Greeted { get; set; }

        /// <summary>Epoch of the last record or snapshot.</summary>
        public uint? Epoch { get; set; }

        public HashSet<(uint Epoch, uint Seq)> Shown { get; } = new();

        public Receipts Receipts(uint epoch)
        {
            if (!_receipts.TryGetValue(epoch, out var receipts))
            {
                _receipts.Add(epoch, receipts = new Receipts(epoch));
            }

            return receipts;
        }
    }
}
