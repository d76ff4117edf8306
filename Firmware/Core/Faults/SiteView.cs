using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Firmware.Core.Faults;

/// <summary>All that a check may look at, brought up to date once a decision.</summary>
public sealed class SiteView
{
    /// <summary>The readings.</summary>
    public readonly Readings Readings = new Readings();

    /// <summary>The site's settings.</summary>
    public readonly Settings Settings;

    /// <summary>A view of a site with these settings.</summary>
    public SiteView(Settings settings)
    {
        Settings = settings;
    }

    /// <summary>Uptime, ms.</summary>
    public long NowMs { get; private set; }

    /// <summary>The pump runs: its contact says so, or, where the contact says nothing, our command.</summary>
    public bool PumpRuns { get; private set; }

    /// <summary>How long the pump has run (or has been off) without a change, ms.</summary>
    public long PumpSteadyMs { get; private set; }

    /// <summary>What the instruments together say of the water.</summary>
    public FlowEvidence Flow { get; private set; }

    /// <summary>How long that has been said without a change, ms.</summary>
    public long FlowSteadyMs { get; private set; }

    /// <summary>Time since the last pulse of the pulse meter, ms.</summary>
    public long SincePulseMs { get; private set; }

    /// <summary>The unit has stopped the pump for want of water and will not start it again by itself.</summary>
    public bool PumpStaysOff { get; set; }

    private long _pumpSinceMs;
    private long _flowSinceMs;

    /// <summary>Brings the view up to date from the readings.</summary>
    public void Update(long nowMs, long lastPulseMs)
    {
        NowMs = nowMs;
        SincePulseMs = nowMs - lastPulseMs;
        UpdatePump(nowMs);
        UpdateFlow(nowMs);
    }

    private void UpdatePump(long nowMs)
    {
        bool runs = Readings.IsOn(Readings.Has(Signal.PumpContact) ? Signal.PumpContact : Signal.PumpCommand);
        if (runs != PumpRuns)
        {
            PumpRuns = runs;
            _pumpSinceMs = nowMs;
        }

        PumpSteadyMs = nowMs - _pumpSinceMs;
    }

    private void UpdateFlow(long nowMs)
    {
        FlowEvidence flow = Metering.Flow.Judge(Readings, Settings, PumpRuns);
        if (flow != Flow)
        {
            Flow = flow;
            _flowSinceMs = nowMs;
        }

        FlowSteadyMs = nowMs - _flowSinceMs;
    }
}
