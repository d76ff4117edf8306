using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// Flow and volume from a pulse meter's count. The flow is measured between pulses, over at least two seconds; while none comes it is
/// bounded by "one pulse since then", and it is 0 once four of the expected intervals have passed without one, or when the bound falls
/// below what counts as flow.
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
    private int _flow;
    private int _measured;

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
        _windowStartMs = nowMs;
    }

    private void Count(long nowMs, long pulses)
    {
        TotalMillilitres += pulses * _pulseMillilitres;
        if (_flow == 0)
        {
            _measured = 0; // what flows after a rest may be slower than what flowed before it
        }

        _windowPulses += pulses;
        _lastPulseMs = nowMs;
        long window = nowMs - _windowStartMs;
        if (window >= MinWindowMs)
        {
            _measured = Bound.Scale(_windowPulses * _pulseMillilitres, 1000, window);
            _flow = _measured;
            _windowPulses = 0;
            _windowStartMs = nowMs;
        }
    }

    private void Decay(long nowMs)
    {
        long silent = nowMs - _lastPulseMs;
        int bound = Bound.Scale(_pulseMillilitres, 1000, silent);
        bool stopped = bound < _noFlow || silent > SilenceMs();
        if (stopped)
        {
            // At rest the next window begins with the next pulse, not with the pause before it.
            _flow = 0;
            _windowStartMs = nowMs;
            _windowPulses = 0;
        }
        else if (bound < _flow)
        {
            _flow = bound;
        }
    }

    /// <summary>By the flow that was last measured: the bound falls with the silence itself and would never be outlasted.</summary>
    private long SilenceMs()
    {
        long interval = _measured > 0 ? (long)_pulseMillilitres * 1000 / _measured : MaxIntervalMs;
        return (SilentIntervals * interval) + MinWindowMs;
    }
}
