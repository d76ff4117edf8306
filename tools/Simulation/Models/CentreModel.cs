using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>
/// A service centre by PROTOCOL.md: stores each id once, then answers every record, new or repeated, with what is stored; answers a unit that came online as soon as
/// its snapshot is known. What it has committed it never loses.
/// </summary>
public sealed class CentreModel
{
    private const int MostPairs = 16;
    private const int MinuteMs = 60_000;
    private const int AgainMs = 10 * MinuteMs;
    private const int TakenOn = 120;

    /// <summary>What tells one document from another. (Its checksum is over the bytes as sent, and another one where the encoding was changed in between.)</summary>
    private static readonly string[] s_namesOfDocument = ["kind", "report", "part", "number", "due"];

    private readonly Dictionary<ulong, AlarmSeen> _records = [];
    private readonly Dictionary<uint, EpochState> _epochs = [];
    private readonly BrokerModel _broker;
    private readonly ClockModel _clock;
    private readonly Wire _wire;
    private readonly Dice _dice;
    private readonly Dictionary<uint, SessionSeen> _sessions = [];
    private readonly Dictionary<(int Code, long Occurrence), bool> _told = [];
    private readonly Dictionary<ulong, string> _documents = [];
    private uint? _sessionEpoch;
    private uint? _epoch;
    private bool _greets;
    private int _births;
    private int _stops;
    private int _life;

    /// <summary>A centre that has stored nothing.</summary>
    public CentreModel(BrokerModel broker, ClockModel clock, Wire wire, Dice dice)
    {
        (_broker, _clock, _wire, _dice) = (broker, clock, wire, dice);
        broker.Centre = this;
    }

    /// <summary>It runs.</summary>
    public bool Up => _stops == 0;

    /// <summary>What is stored, by id.</summary>
    public IReadOnlyDictionary<ulong, AlarmSeen> Records => _records;

    /// <summary>What it believes of the unit: online or not; null before the first word.</summary>
    public bool? Online { get; private set; }

    /// <summary>Told of each record that arrives: as it is, and as it was stored before (null: it is new).</summary>
    public Action<AlarmSeen, AlarmSeen> Watcher { get; set; }

    /// <summary>There is no desk, only somebody who reads what the broker has: nothing is answered.</summary>
    public bool IsMute { get; set; }

    /// <summary>Takes over what another centre has stored and told: the history before a cut.</summary>
    public void Remember(IEnumerable<AlarmSeen> records, IEnumerable<(int Code, long Occurrence)> told)
    {
        foreach (AlarmSeen record in records)
        {
            Store(record.Key, record);
        }

        foreach ((int Code, long Occurrence) incident in told)
        {
            _told[incident] = true; // this desk says it no more
        }
    }

    /// <summary>The incidents that the unit was told to be taken on.</summary>
    public IEnumerable<(int Code, long Occurrence)> Told => _told.Keys;

    /// <summary>Those of an epoch in which the centre knows the unit to be, of which it has not said that it knows; none where there is no desk.</summary>
    public IEnumerable<(int Code, long Occurrence)> Unconfirmed(uint epoch) => IsMute || _epoch != epoch ? [] : _told.Where(told => !told.Value).Select(told => told.Key);

    /// <summary>The command by which somebody takes an incident on.</summary>
    public static byte[] Command(uint epoch, int code, long occurrence) => Encoding.UTF8.GetBytes(
        $"{{\"v\":1,\"command\":\"acknowledge\",\"epoch\":{epoch},\"code\":{code},\"occurrence\":{occurrence},\"who\":\"desk-2\",\"case\":\"GD-{code}\",\"arrive\":1790007200}}");

    /// <summary>True where the id is stored.</summary>
    public bool Has(ulong key) => _records.ContainsKey(key);

    /// <summary>It stops (+1) or comes back (−1).</summary>
    public void CountStops(int more)
    {
        _stops += more;
        _life += more > 0 ? 1 : 0;
        if (Up)
        {
            _wire.Send(_broker.CentreCame);
        }
    }

    /// <summary>A message from the broker.</summary>
    public void Receive(string kind, byte[] payload)
    {
        try
        {
            Dispatch(kind, payload);
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new Violation("wire form", $"{kind}: {error.Message} in {Encoding.UTF8.GetString(payload)}");
        }
    }

    private void Dispatch(string kind, byte[] payload)
    {
        switch (kind)
        {
            case "alarm":
                OnAlarms(AlarmSeen.ReadAll(payload));
                break;
            case "drill":
                OnAlarms([AlarmSeen.ReadDrill(payload)]);
                break;
            case "inspection":
            case "visit":
                OnDocument(payload);
                break;
            case "state":
                OnState(payload);
                break;
            case "snapshot":
                OnSnapshot(payload);
                break;
        }
    }

    /// <summary>All of one publish, and one answer for each epoch in it.</summary>
    private void OnAlarms(List<AlarmSeen> alarms)
    {
        alarms.ForEach(OnAlarm);
        foreach (IGrouping<uint, uint> epoch in alarms.GroupBy(alarm => alarm.Epoch, alarm => alarm.Seq))
        {
            Answer(epoch.Key, [.. epoch]);
        }
    }

    private void OnAlarm(AlarmSeen alarm)
    {
        _records.TryGetValue(alarm.Key, out AlarmSeen before);
        if (_documents.ContainsKey(alarm.Key))
        {
            throw new Violation("id reused", $"the centre has stored a document under the id of {alarm}");
        }

        JudgeAnswer(alarm);
        Watcher?.Invoke(alarm, before);
        if (before == null)
        {
            Store(alarm.Key, alarm);
            TakeOn(alarm);
        }
        else if (alarm.StandsFor > before.StandsFor)
        {
            _records[alarm.Key] = alarm; // it may stand for more than its last copy did
        }
    }

    private void OnDocument(byte[] payload)
    {
        using var document = JsonDocument.Parse(Payload.Json(payload));
        string[] id = document.RootElement.GetProperty("id").GetString().Split('-');
        (uint epoch, uint seq) = (uint.Parse(id[0]), uint.Parse(id[1]));
        string what = string.Join('/', s_namesOfDocument.Select(name => document.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : ""));
        ulong key = AlarmSeen.KeyOf(epoch, seq);
        if (_records.ContainsKey(key) || (_documents.TryGetValue(key, out string before) && before != what))
        {
            throw new Violation("id reused", $"the centre has stored something else under the id {epoch}-{seq}");
        }

        if (_documents.TryAdd(key, what))
        {
            EpochOf(epoch).Add(seq, _clock.TrueUnix);
        }

        Answer(epoch, [seq]);
    }

    private void Store(ulong key, AlarmSeen alarm)
    {
        _records[key] = alarm;
        EpochOf(alarm.Epoch).Add(alarm.Seq, _clock.TrueUnix);
    }

    /// <summary>The unit says that the centre has taken an incident on: then it has.</summary>
    private void JudgeAnswer(AlarmSeen alarm)
    {
        if (alarm.Event != AlarmSeen.Acknowledged || alarm.By != "centre")
        {
            return;
        }

        (int, long) incident = (alarm.Code, alarm.Occurrence);
        if (!_told.ContainsKey(incident))
        {
            throw new Violation("acknowledged by nobody", $"{alarm}, and the centre has told nothing of it");
        }

        _told[incident] = true;
    }

    /// <summary>Now and then somebody at the desk takes a raise on, some time later.</summary>
    private void TakeOn(AlarmSeen alarm)
    {
        if (alarm.Event == "raised" && _dice.Chance(TakenOn))
        {
            _wire.At(_wire.NowMs + _dice.Between(MinuteMs, 20 * MinuteMs), () => Tell((alarm.Code, alarm.Occurrence)));
        }
    }

    /// <summary>A command goes out every ten minutes until the unit says that it knows, or has another incident of the code.</summary>
    private void Tell((int Code, long Occurrence) incident)
    {
        bool isLater = _told.Keys.Any(told => told.Code == incident.Code && told.Occurrence > incident.Occurrence);
        if (isLater || _told.GetValueOrDefault(incident))
        {
            return;
        }

        if (Up && !IsMute && _epoch is { } epoch)
        {
            _told.TryAdd(incident, false);
            _wire.Send(() => _broker.PublishDown(Inbound.Command, Command(epoch, incident.Code, incident.Occurrence)));
        }

        _wire.At(_wire.NowMs + AgainMs, () => Tell(incident));
    }

    /// <summary>Of the sessions whose will has not come the last born is the unit's; in an epoch each number above the highest one is new.</summary>
    private void OnState(byte[] payload)
    {
        using var document = JsonDocument.Parse(Payload.Json(payload));
        uint epoch = document.RootElement.GetProperty("epoch").GetUInt32();
        long number = document.RootElement.GetProperty("session").GetInt64();
        bool online = document.RootElement.GetProperty("online").GetBoolean();
        bool known = _sessions.TryGetValue(epoch, out SessionSeen seen);
        if (known && (number < seen.Number || (number == seen.Number && seen.IsOver)))
        {
            return; // overtaken, or over
        }

        bool isNew = !known || number > seen.Number;
        _sessions[epoch] = new SessionSeen(epoch, number, !online, isNew ? ++_births : seen.Born);
        bool isPresent = epoch == (_sessionEpoch ?? epoch);
        if (online && (isPresent || isNew))
        {
            (_sessionEpoch, Online, _greets) = (epoch, true, true);
        }
        else if (!online && isPresent)
        {
            SessionSeen other = _sessions.Values.Where(session => !session.IsOver).MaxBy(session => session.Born);
            (_sessionEpoch, Online, _greets) = (other?.Epoch ?? epoch, other != null, other != null);
        }
    }

    private void OnSnapshot(byte[] payload)
    {
        using var document = JsonDocument.Parse(Payload.Json(payload));
        uint epoch = document.RootElement.GetProperty("epoch").GetUInt32();
        uint oldest = document.RootElement.GetProperty("oldest").GetUInt32();
        if (oldest < 1)
        {
            throw new Violation("wire form", "a snapshot's oldest id is 0, and ids begin with 1");
        }

        EpochOf(epoch).StartAt(oldest);
        _epoch = epoch;
        if (_greets)
        {
            _greets = false;
            Answer(epoch, EpochOf(epoch).Since(oldest));
        }
    }

    /// <summary>The commit takes its time; a centre that stops in between has committed and not answered.</summary>
    private void Answer(uint epoch, List<uint> answered)
    {
        int life = _life;
        _wire.At(_wire.NowMs + _dice.Between(2, 40), () =>
        {
            if (life == _life && !IsMute)
            {
                byte[] receipt = Encoding.ASCII.GetBytes(EpochOf(epoch).Receipt(epoch, answered, _clock.TrueUnix));
                _wire.Send(() => _broker.PublishDown(Inbound.Stored, receipt));
            }
        });
    }

    private EpochState EpochOf(uint epoch)
    {
        if (!_epochs.TryGetValue(epoch, out EpochState state))
        {
            _epochs.Add(epoch, state = new EpochState());
        }

        return state;
    }

    /// <summary>The highest session of an epoch.</summary>
    private sealed record SessionSeen(uint Epoch, long Number, bool IsOver, int Born);

    /// <summary>Which ids of an epoch are stored, and up to which one without a gap.</summary>
    private sealed class EpochState
    {
        private readonly SortedDictionary<uint, long> _stored = [];
        private readonly SortedSet<uint> _beyond = [];
        private uint _upTo;

        public void Add(uint seq, long at)
        {
            _stored.TryAdd(seq, at);
            if (seq > _upTo)
            {
                _beyond.Add(seq);
                Close();
            }
        }

        public void StartAt(uint oldest)
        {
            if (oldest - 1 > _upTo)
            {
                _upTo = oldest - 1;
                Close();
            }
        }

        /// <summary>What is stored from an id on, the highest: a receipt of it may have been lost.</summary>
        public List<uint> Since(uint seq) => [.. _stored.Keys.Reverse().TakeWhile(stored => stored >= seq).Take(MostPairs)];

        /// <summary>The ids that are answered first, wherever they lie, then the lowest beyond the gap; in their order.</summary>
        public string Receipt(uint epoch, List<uint> answered, long now)
        {
            IEnumerable<uint> named = answered.Where(_stored.ContainsKey).Concat(_beyond.Except(answered)).Take(MostPairs).Order();
            return $"{{\"epoch\":{epoch},\"upTo\":{_upTo},\"at\":{now},\"plus\":[{string.Join(',', named.Select(seq => $"[{seq},{_stored[seq]}]"))}]}}";
        }

        private void Close()
        {
            _beyond.RemoveWhere(seq => seq <= _upTo);
            while (_beyond.Remove(_upTo + 1))
            {
                _upTo++;
            }
        }
    }
}
