using System;
using System.Collections.Generic;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt;

/// <summary>What a request asks of the broker.</summary>
internal enum MqttRequestKind
{
    Publish,
    Subscribe,
    Unsubscribe,
}

/// <summary>Something on its way to the broker, from the call that queued it until it is answered or given up.</summary>
internal sealed class MqttRequest
{
    internal MqttRequestKind Kind { get; init; }

    internal string[] Topics { get; init; }

    internal MqttQoSLevel[] Levels { get; init; }

    internal byte[] Payload { get; init; }

    internal bool Retain { get; init; }

    /// <summary>M2Mqtt's id, told to the caller.</summary>
    internal ushort Id { get; set; }

    /// <summary>Tries so far; libmosquitto sends once, the others are only counted.</summary>
    internal int Attempts { get; set; }

    /// <summary>Unit time of the last try, µs.</summary>
    internal long TriedAt { get; set; }

    /// <summary>libmosquitto's ids in the order of <see cref="Topics"/>, 0 where answered.</summary>
    internal int[] Waiting { get; set; }

    /// <summary>Granted levels in the order of <see cref="Topics"/>.</summary>
    internal MqttQoSLevel[] Granted { get; set; }

    internal bool IsAnswered => Array.TrueForAll(Waiting, id => id == 0);

    internal bool WantsAnswer => Kind != MqttRequestKind.Publish || Levels[0] != MqttQoSLevel.AtMostOnce;
}

/// <summary>The client's queue in RAM; outlives a connection, not a Close.</summary>
internal sealed class MqttOutbox
{
    private readonly List<MqttRequest> _requests = new();

    internal bool TryAdd(MqttRequest request, int limit)
    {
        lock (_requests)
        {
            if (_requests.Count >= limit)
            {
                return false;
            }

            _requests.Add(request);
            return true;
        }
    }

    internal void Remove(MqttRequest request)
    {
        lock (_requests)
        {
            _requests.Remove(request);
        }
    }

    internal void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
        }
    }

    internal MqttRequest[] Snapshot()
    {
        lock (_requests)
        {
            return _requests.ToArray();
        }
    }
}
