using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Tools.Simulation;

/// <summary>
/// A service centre by PROTOCOL.md: stores each id once, then answers every record, new or repeated, with what is stored; answers a unit that came online as soon as
/// its snapshot is known. What it has committed it never loses.
/// </summary>
public sealed class CentreModel
{
    private const int MostPairs = 16;

    private readonly Dictionary<ulong, AlarmSeen> _records = [];
    private readonly Dictionary<uint, EpochState> _epochs = [];
    private readonly BrokerModel _broker;
    private readonly ClockModel _clock;
    private readonly Wire _wire;
    private readonly Dice _dice;
    private readonly Dictionary<uint, SessionSeen> _sessions = [];
    private uint? _sessionEpoch;
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

    /// <summary>Takes over what another centre has stored: the history before a cut.</summary>
    public void Remember(IEnumerable<AlarmSeen> records)
    {
        foreach (AlarmSeen record in records)
        {
            Store(record);
        }
    }

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
                AlarmSeen.ReadAll(payload).ForEach(OnAlarm);
                break;
            case "drill":
                OnAlarm(AlarmSeen.ReadDrill(payload));
                break;
            case "state":
                OnState(payload);
                break;
            case "snapshot":
                OnSnapshot(payload);
                break;
        }
    }

    private void OnAlarm(AlarmSeen alarm)
    {
        _records.TryGetValue(alarm.Key, out AlarmSeen before);
        Watcher?.Invoke(alarm, before);
        if (before == null)
        {
            Store(alarm);
        }
        else if (alarm.StandsFor > before.StandsFor)
        {
            _records[alarm.Key] = alarm; // it may stand for more than its last copy did
        }

        Answer(alarm.Epoch, alarm.Seq);
    }

    private void Store(AlarmSeen alarm)
    {
        _records[alarm.Key] = alarm;
        EpochOf(alarm.Epoch).Add(alarm.Seq, _clock.TrueUnix);
    }

    /// <summary>Of the sessions whose will has not come the last born is the unit's; in an epoch each number above the highest one is new.</summary>
    private void OnState(byte[] payload)
    {
        using var document = JsonDocument.Parse(payload);
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
        using var document = JsonDocument.Parse(payload);
        uint epoch = document.RootElement.GetProperty("epoch").GetUInt32();
        uint oldest = document.RootElement.GetProperty("oldest").GetUInt32();
        if (oldest < 1)
        {
            throw new Violation("wire form", "a snapshot's oldest id is 0, and ids begin with 1");
        }

        EpochOf(epoch).StartAt(oldest);
        if (_greets)
        {
            _greets = false;
            Answer(epoch, 0);
        }
    }

    /// <summary>The commit takes its time; a centre that stops in between has committed and not answered.</summary>
    private void Answer(uint epoch, uint seq)
    {
        int life = _life;
        _wire.At(_wire.NowMs + _dice.Between(2, 40), () =>
        {
            if (life == _life)
            {
                byte[] receipt = Encoding.ASCII.GetBytes(EpochOf(epoch).Receipt(epoch, seq, _clock.TrueUnix));
                _wire.Send(() => _broker.PublishDown(receipt));
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
        private readonly SortedDictionary<uint, long> _beyond = [];
        private uint _upTo;

        public void Add(uint seq, long at)
        {
            if (seq > _upTo)
            {
                _beyond[seq] = at;
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

        public string Receipt(uint epoch, uint answered, long now)
        {
            var pairs = new List<KeyValuePair<uint, long>>(MostPairs);
            foreach (KeyValuePair<uint, long> pair in _beyond)
            {
                if (pairs.Count < MostPairs)
                {
                    pairs.Add(pair);
                }
                else if (pair.Key == answered)
                {
                    pairs[MostPairs - 1] = pair; // the record that is being answered has its answer, however long the gap stays
                }
            }

            return $"{{\"epoch\":{epoch},\"upTo\":{_upTo},\"at\":{now},\"plus\":[{string.Join(',', pairs.ConvertAll(pair => $"[{pair.Key},{pair.Value}]"))}]}}";
        }

        private void Close()
        {
            var done = new List<uint>();
            foreach (uint seq in _beyond.Keys)
            {
                if (seq > _upTo + 1)
                {
                    break;
                }

                _upTo = Math.Max(_upTo, seq);
                done.Add(seq);
            }

            done.ForEach(seq => _beyond.Remove(seq));
        }
    }
}
