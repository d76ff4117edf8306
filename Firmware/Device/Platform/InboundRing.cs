using System;
using Firmware.Core.Ports;

namespace Firmware.Device.Platform;

/// <summary>Messages from the broker until the loop takes them, oldest first. A message that finds it full is lost: the centre repeats its receipts.</summary>
internal sealed class InboundRing
{
    /// <summary>Longest payload that is taken (PROTOCOL.md).</summary>
    public const int LongestBytes = 512;

    private const int Slots = 4;

    private readonly object _gate = new object();
    private readonly byte[][] _message = new byte[Slots][];
    private readonly int[] _count = new int[Slots];
    private readonly byte[] _kind = new byte[Slots];
    private int _first;
    private int _waiting;

    /// <summary>An empty ring.</summary>
    public InboundRing()
    {
        for (int i = 0; i < Slots; i++)
        {
            _message[i] = new byte[LongestBytes];
        }
    }

    /// <summary>Puts a message away; what is refused, without its content.</summary>
    public void Put(Inbound kind, byte[] message)
    {
        lock (_gate)
        {
            if (_waiting == Slots)
            {
                return;
            }

            int at = (_first + _waiting) % Slots;
            _kind[at] = (byte)kind;
            _count[at] = kind == Inbound.Refused ? 0 : message.Length;
            Array.Copy(message, 0, _message[at], 0, _count[at]);
            _waiting++;
        }
    }

    /// <summary>Takes the oldest message into a buffer; <paramref name="count"/> is its length.</summary>
    public Inbound TryTake(byte[] into, out int count)
    {
        lock (_gate)
        {
            count = 0;
            if (_waiting == 0)
            {
                return Inbound.None;
            }

            var kind = (Inbound)_kind[_first];
            count = _count[_first];
            Array.Copy(_message[_first], 0, into, 0, count);
            _first = (_first + 1) % Slots;
            _waiting--;
            return kind;
        }
    }
}
