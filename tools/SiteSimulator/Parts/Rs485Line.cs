using System;
using System.Collections.Generic;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Parts;

/// <summary>
/// The RS485 pair with its slaves. A request ends with silence on the line; the addressed slave answers after its
/// turnaround time. A cut pair carries nothing either way; noise flips bits of bytes in both directions, a few of them on a
/// sound line too. Two slaves at one address speak at once and pull each other's bits to zero.
/// </summary>
public sealed class Rs485Line : SitePart
{
    internal static readonly Parameter Speed = new("rs485BitsPerSecond", 9600, 1200, 115_200, "line speed, 8N1");
    internal static readonly Parameter Turnaround = new("slaveTurnaroundMilliseconds", 20, 0, 2000, "from the end of a request to the reply");

    private const int LongestFrame = 256;
    private const int ReadRequestLength = 8;
    private const double GiveUpSeconds = 0.1; // an unfinished request is forgotten after this silence

    private static readonly Parameter NoiseShare = new("corruptedFraction", 0.1, 0.0001, 1, "bytes that arrive with a flipped bit");

    private const double ErrorsPerMetre = 1e-9; // of the bytes, on a sound line
    private const double StormSeconds = 3;

    private static readonly Parameter BetweenStorms = new("secondsBetween", 30, 1, 86_400, "mean time between two storms of 3 s, in which every byte is spoilt");
    private static readonly Parameter Late = new("lateSeconds", 1.5, 0.05, 10, "how much later every reply comes");

    private readonly NoiseSource _noise;
    private readonly Episodes _storms;
    private readonly double _soundErrors;
    private readonly Pair _pair;
    private readonly double _gapSeconds;
    private readonly double _turnaroundSeconds;
    private readonly List<ModbusSlave> _slaves = [];
    private readonly byte[] _request = new byte[LongestFrame];
    private readonly byte[] _reply = new byte[2 * LongestFrame];
    private readonly byte[] _other = new byte[2 * LongestFrame];
    private int _requestLength;
    private int _replyLength;
    private int _replySent;
    private bool _heard;
    private double _silence;
    private double _untilReply;

    /// <summary>A quiet line without slaves.</summary>
    public Rs485Line(ParameterSet site, NoiseSource noise)
    {
        (_noise, _storms) = (noise, new Episodes(noise, StormSeconds));
        _soundErrors = ErrorsPerMetre * site[SignalWire.Metres];
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
        new("rs485-storm", "a frequency converter is switched on nearby, over and over", BetweenStorms, (site, between) => site.Rs485.StormBetween = between),
        new("rs485-echo", "the unit's receiver hears its own sending: every reply comes behind an echo of the request", null, (site, _) => site.Rs485.Echo = true),
        new("rs485-late", "a converter in the line stores replies: they come late", Late, (site, late) => site.Rs485.LateSeconds = late),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The unit's end of the pair.</summary>
    public SerialTerminal Terminal => _pair;

    private bool Cut { get; set; }

    private double CorruptedFraction { get; set; }

    private double StormBetween { get; set; }

    private bool Echo { get; set; }

    private double LateSeconds { get; set; }

    private double ErrorShare => _storms.On ? 1 : Math.Max(CorruptedFraction, _soundErrors);

    /// <summary>Connects one more slave.</summary>
    public void Attach(ModbusSlave slave) => _slaves.Add(slave);

    /// <inheritdoc/>
    public override bool Quiet => _requestLength == 0 && _replySent == _replyLength && !_heard;

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        _storms.Step(seconds, StormBetween);
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
    public override void Heal() => (Cut, Echo, CorruptedFraction, StormBetween, LateSeconds) = (false, false, 0, 0, 0);

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
        int echoed = Echo ? _requestLength : 0;
        request[..echoed].CopyTo(_reply);
        (_replyLength, _replySent, _untilReply) = (echoed, 0, _turnaroundSeconds + LateSeconds);
        for (int i = 0; i < _slaves.Count; i++)
        {
            Collide(_reply.AsSpan(echoed), _slaves[i].Answer(request, _other), _replyLength - echoed);
        }

        _requestLength = 0;
    }

    /// <summary>Lays one more reply over what is on the line: where both drive it, a zero bit wins.</summary>
    private void Collide(Span<byte> line, int length, int already)
    {
        for (int i = 0; i < length && i < line.Length; i++)
        {
            line[i] = i < already ? (byte)(line[i] & _other[i]) : _other[i];
        }

        _replyLength += Math.Max(0, Math.Min(length, line.Length) - already);
    }

    private byte OverTheWire(byte value) => _noise.Happens(ErrorShare) ? (byte)(value ^ (1 << (int)(_noise.NextBits() & 7))) : value;

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
