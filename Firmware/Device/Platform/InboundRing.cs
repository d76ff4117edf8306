using System;
using Firmware.Core.Ports;

namespace Firmware.Device.Platform;

/// <summary>
/// Messages from the broker until the loop takes them, oldest first: one after the other in 0.8 KB, each after its kind and its length (16). A message that finds no room
/// is lost: the centre repeats its receipts.
/// </summary>
internal sealed class InboundRing
{
    /// <summary>Longest payload that is taken (PROTOCOL.md).</summary>
    public const int LongestBytes = 512;

    private const int HeadBytes = 3;

    /// <summary>The longest and four receipts, or the receipts of as many publishes as may be in flight: one of a single record takes some 60 B.</summary>
    private const int RoomBytes = HeadBytes + LongestBytes + 256;

    private readonly object _gate = new object();
    private readonly byte[] _room = new byte[RoomBytes];
    private int _used;

    /// <summary>Puts a message away; what is refused, without its content.</summary>
    public void Put(Inbound kind, byte[] message)
    {
        int count = kind == Inbound.Refused ? 0 : message.Length;
        lock (_gate)
        {
            if (_used + HeadBytes + count > RoomBytes)
            {
                return;
            }

            _room[_used] = (byte)kind;
            _room[_used + 1] = (byte)(count >> 8);
            _room[_used + 2] = (byte)count;
            Array.Copy(message, 0, _room, _used + HeadBytes, count);
            _used += HeadBytes + count;
        }
    }

    /// <summary>Takes the oldest message into a buffer; <paramref name="count"/> is its length.</summary>
    public Inbound TryTake(byte[] into, out int count)
    {
        lock (_gate)
        {
            count = 0;
            if (_used == 0)
            {
                return Inbound.None;
            }

            var kind = (Inbound)_room[0];
            count = (_room[1] << 8) | _room[2];
            int end = HeadBytes + count;
            Array.Copy(_room, HeadBytes, into, 0, count);
            Array.Copy(_room, end, _room, 0, _used - end);
            _used -= end;
            return kind;
        }
    }
}
