using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The RS485 pair with its slaves. A request ends with silence on the line; the addressed slave answers after its
/// turnaround time. A cut pair carries nothing either way; noise flips bits of bytes in both directions.
/// </summary>
public sealed class Rs485Line : SitePart
{
    internal static readonly Parameter Speed = new("rs485BitsPerSecond", 9600, 1200, 115_200, "line speed, 8N1");
    internal static readonly Parameter Turnaround = new("slaveTurnaroundMilliseconds", 20, 0, 2000, "from the end of a request to the reply");

    private const int LongestFrame = 256;
    private const int ReadRequestLength = 8;
    private const double GiveUpSeconds = 0.1; // an unfinished request is forgotten after this silence

    private static readonly Parameter NoiseShare = new("corruptedFraction", 0.1, 0.0001, 1, "bytes that arrive with a flipped bit");

    private readonly NoiseSource _noise;
    private readonly Pair _pair;
    private readonly double _gapSeconds;
    private readonly double _turnaroundSeconds;
    private readonly List<ModbusSlave> _slaves = [];
    private readonly byte[] _request = new byte[LongestFrame];
    private readonly byte[] _reply = new byte[LongestFrame];
    private int _requestLength;
    private int _replyLength;
    private int _replySent;
    private bool _heard;
    private double _silence;
    private double _untilReply;

    /// <summary>A quiet line without slaves.</summary>
    public Rs485Line(ParameterSet site, NoiseSource noise)
    {
        _noise = noise;
        _pair = new Pair(this, (int)site[Speed]);
        _gapSeconds = Math.Max(0.00175, 3.5 * 10 / site[Speed]);
        _turnaroundSeconds = site[Turnaround] / 1000;
        Terminals = [_pair];
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Speed, Turnaround];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("rs485-cut", "the RS485 pair is cut", null, (site, _) => site.Rs485.Cut = true),
        new("rs485-noise", "the RS485 pair lies beside the motor cable and its shield is open", NoiseShare, (site, share) => site.Rs485.CorruptedFraction = share),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The unit's end of the pair.</summary>
    public SerialTerminal Terminal => _pair;

    private bool Cut { get; set; }

    private double CorruptedFraction { get; set; }

    /// <summary>Connects one more slave.</summary>
    public void Attach(ModbusSlave slave) => _slaves.Add(slave);

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _untilReply = Math.Max(0, _untilReply - seconds);
        _silence = _heard ? 0 : _silence + seconds;
        _heard = false;
        bool whole = _requestLength >= ReadRequestLength && _silence >= _gapSeconds;
        if (_requestLength > 0 && (whole || _silence >= GiveUpSeconds))
        {
            AskSlaves();
        }
    }

    /// <inheritdoc/>
    public override void Heal() => (Cut, CorruptedFraction) = (false, 0);

    private void Hear(byte value)
    {
        _heard = true;
        if (!Cut && _requestLength < LongestFrame)
        {
            _request[_requestLength++] = OverTheWire(value);
        }
    }

    private bool TrySpeak(out byte value)
    {
        value = 0;
        while (_untilReply <= 0 && _replySent < _replyLength)
        {
            value = OverTheWire(_reply[_replySent++]);
            if (!Cut)
            {
                return true;
            }
        }

        return false;
    }

    private void AskSlaves()
    {
        ReadOnlySpan<byte> request = _request.AsSpan(0, _requestLength);
        _requestLength = 0;
        (_replyLength, _replySent, _untilReply) = (0, 0, _turnaroundSeconds);
        for (int i = 0; i < _slaves.Count && _replyLength == 0; i++)
        {
            _replyLength = _slaves[i].Answer(request, _reply);
        }
    }

    private byte OverTheWire(byte value) => CorruptedFraction > 0 && _noise.Happens(CorruptedFraction)
        ? (byte)(value ^ (1 << (int)(_noise.NextBits() & 7)))
        : value;

    /// <summary>The pair's screw terminals.</summary>
    private sealed class Pair : SerialTerminal
    {
        private readonly Rs485Line _line;

        public Pair(Rs485Line line, int bitsPerSecond)
            : base("rs485") => (_line, BitsPerSecond) = (line, bitsPerSecond);

        public override int BitsPerSecond { get; }

        public override void FromUnit(byte value) => _line.Hear(value);

        public override bool TryTake(out byte value) => _line.TrySpeak(out value);
    }
}
