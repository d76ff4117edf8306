using Firmware.Core.Contracts;
using Firmware.Core.Faults;

namespace Core.Tests.Support;

/// <summary>
/// A site's view, catalogue, monitors and queue, without a unit around them. It starts healthy: pump off, no flow, 13.6 V on mains, both meters and
/// the link there.
/// </summary>
public sealed class SiteBench
{
    /// <summary>The view.</summary>
    public readonly SiteView View = new SiteView(new Settings());

    /// <summary>The catalogue.</summary>
    public readonly FaultCatalogue Catalogue = new FaultCatalogue();

    /// <summary>The queue.</summary>
    public readonly TransitionQueue Queue = new TransitionQueue();

    /// <summary>The monitors.</summary>
    public readonly FaultMonitors Monitors;

    /// <summary>Uptime, ms.</summary>
    public long NowMs;

    /// <summary>Time of the last pulse, ms of uptime.</summary>
    public long PulseMs;

    /// <summary>Volume by the pulse meter, mL.</summary>
    public long PulseMillilitres;

    /// <summary>Pulses of 10 L that come with each step.</summary>
    public int PulsesPerStep;

    /// <summary>A healthy site at rest.</summary>
    public SiteBench()
    {
        Monitors = new FaultMonitors(Catalogue, Queue);
        Set(Signal.Supply, 13600);
        Set(Signal.Pressure, 10);
        Set(Signal.PulseFlow, 0);
        Set(Signal.BusFlow, 0);
        Set(Signal.PumpContact, 0);
        Set(Signal.PumpCommand, 0);
        Set(Signal.RunRequest, 0);
        Set(Signal.MainsPresent, 1);
        Set(Signal.DoorOpen, 0);
        Set(Signal.PulseTotal, 500);
        Set(Signal.BusTotal, 500);
        Set(Signal.BusStatus, 0);
        Set(Signal.BusSerial, 4711);
        Set(Signal.BusErrors, 0);
        Set(Signal.Reach, 2);
        Set(Signal.ClockQuality, 1);
        Update(0);
    }

    /// <summary>True while a code is raised.</summary>
    public bool IsRaised(int code) => Monitors.IsRaised(Row(code));

    /// <summary>What a code's check says of the view now, as if the fault were not raised.</summary>
    public int Judge(int code) => Judge(code, false);

    /// <summary>What a code's check says of the view now.</summary>
    public int Judge(int code, bool raised) => (int)Check.Judge(Catalogue.CheckOf(Row(code)), View, raised);

    /// <summary>Row of a code.</summary>
    public int Row(int code) => Catalogue.RowOf(code);

    /// <summary>Sets a reading.</summary>
    public void Set(int signal, int value) => View.Readings.Set(signal, value);

    /// <summary>Takes a reading away.</summary>
    public void Miss(int signal, NoDataReason reason) => View.Readings.Miss(signal, reason);

    /// <summary>Brings the view to a moment, without judging.</summary>
    public void Update(long nowMs)
    {
        NowMs = nowMs;
        View.Update(nowMs, PulseMs, PulseMillilitres);
    }

    /// <summary>Lets time pass and judges once.</summary>
    public void Step(int milliseconds)
    {
        if (PulsesPerStep > 0)
        {
            PulseMs = NowMs + milliseconds;
            PulseMillilitres += 10000L * PulsesPerStep;
        }

        Update(NowMs + milliseconds);
        Monitors.Step(View);
    }

    /// <summary>Judges every second until a code is raised; returns the seconds it took, −1 where it was not raised within <paramref name="limit"/>.</summary>
    public int SecondsUntil(int code, bool raised, int limit)
    {
        int seconds = 0;
        while (IsRaised(code) != raised && seconds <= limit)
        {
            Step(1000);
            seconds++;
        }

        return seconds > limit ? -1 : seconds;
    }

    /// <summary>Judges every second for a time.</summary>
    public void Run(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            Step(1000);
        }
    }

    /// <summary>Starts the pump in a well that is dry.</summary>
    public void RunDry()
    {
        Set(Signal.PumpContact, 1);
        Set(Signal.PumpCommand, 1);
    }

    /// <summary>Starts the pump, and water at the reference site's 40 m³/h by the RS485 meter.</summary>
    public void RunWet()
    {
        RunDry();
        Set(Signal.BusFlow, 11111);
        Set(Signal.Pressure, 310);
    }
}
