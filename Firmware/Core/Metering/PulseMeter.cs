using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Flow and volume from a pulse meter's count. The flow is measured between pulses, over at least two seconds; while none comes it is
/// bounded by "one pulse since then", and it is 0 once four of the intervals measured last (and two seconds) have passed without one, or
/// when the bound falls below what counts as flow.
/// </summary>
public sealed class PulseMeter
{
    private const int MinWindowMs = 2000;
    private const int SilentIntervals = 4;
    private const int MaxIntervalMs = 600000;

    private readonly int _pulseMillilitres;
    private readonly int _noFlow;
    private long _lastCount = -1;
    private long _lastPulseMs;
    private long _windowStartMs;
    private long _windowPulses;
    private long _silenceMs;
    private bool _atRest = true;
    private int _flow;

    /// <param name="pulseMillilitres">Volume of a pulse, mL.</param>
    /// <param name="noFlow">Flow below which it is 0, mL/s.</param>
    public PulseMeter(int pulseMillilitres, int noFlow)
    {
        _pulseMillilitres = pulseMillilitres;
        _noFlow = noFlow;
    }

    /// <summary>Flow, mL/s.</summary>
    public int Flow => _flow;

    /// <summary>Volume counted since commissioning, mL.</summary>
    public long TotalMillilitres { get; set; }

    /// <summary>When the last pulse was seen (ms of uptime); the first step counts as one.</summary>
    public long LastPulseMs => _lastPulseMs;

    /// <summary>Takes the counter's present value. A counter that went back (restarted) counts from there.</summary>
    public void Step(long nowMs, long count)
    {
        if (_lastCount < 0)
        {
            Begin(nowMs, count);
            return;
        }

        long pulses = count < _lastCount ? count : count - _lastCount;
        _lastCount = count;
        if (pulses > 0)
        {
            Count(nowMs, pulses);
        }
        else
        {
            Decay(nowMs);
        }
    }

    private void Begin(long nowMs, long count)
    {
        _lastCount = count;
        _lastPulseMs = nowMs;
    }

    private void Count(long nowMs, long pulses)
    {
        TotalMillilitres += pulses * _pulseMillilitres;
        _lastPulseMs = nowMs;
        if (_atRest)
        {
            // This pulse only says where the first window begins: what it counts flowed before.
            _atRest = false;
            _silenceMs = SilenceMs(0);
            BeginWindow(nowMs);
            return;
        }

        _windowPulses += pulses;
        long window = nowMs - _windowStartMs;
        if (window >= MinWindowMs)
        {
            _flow = Bound.Scale(_windowPulses * _pulseMillilitres, 1000, window);
            _silenceMs = SilenceMs(_flow);
            BeginWindow(nowMs);
        }
    }

    private void BeginWindow(long nowMs)
    {
        _windowPulses = 0;
        _windowStartMs = nowMs;
    }

    private void Decay(long nowMs)
    {
        long silent = nowMs - _lastPulseMs;
        int bound = Bound.Scale(_pulseMillilitres, 1000, silent);
        if (bound < _noFlow || silent > _silenceMs)
        {
            _flow = 0;
            _atRest = true;
        }
        else if (bound < _flow)
        {
            _flow = bound;
        }
    }

    /// <summary>By the flow that was measured, not by the one that silence has bounded since: that interval would grow with the silence.</summary>
    private long SilenceMs(int flow)
    {
        long interval = flow > 0 ? (long)_pulseMillilitres * 1000 / flow : MaxIntervalMs;
        return Bound.Clamp(SilentIntervals * interval, MinWindowMs, SilentIntervals * MaxIntervalMs);
    }
}
