using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Metering;
using Firmware.Core.Service;

namespace Core.Tests.Support;

/// <summary>
/// A site's view, catalogue, monitors and queue, without a unit around them. It starts healthy: pump off, no flow, 13.6 V on mains, both meters and
/// the link there.
/// </summary>
public sealed class SiteBench
{
    /// <summary>The view.</summary>
    public readonly SiteView View;

    /// <summary>The catalogue.</summary>
    public readonly FaultCatalogue Catalogue;

    /// <summary>The queue.</summary>
    public readonly TransitionQueue Queue;

    /// <summary>The monitors.</summary>
    public readonly FaultMonitors Monitors;

    /// <summary>What persons and time do.</summary>
    public readonly Lifecycle Lifecycle;

    /// <summary>Uptime, ms.</summary>
    public long NowMs;

    /// <summary>Time of the last pulse, ms of uptime.</summary>
    public long PulseMs;

    /// <summary>Volume by the pulse meter, mL.</summary>
    public long PulseMillilitres;

    /// <summary>Volume that a pulse counts for, mL.</summary>
    public int PulseStepMillilitres = 10000;

    /// <summary>Pulses of <see cref="PulseStepMillilitres"/> that come with each step.</summary>
    public int PulsesPerStep;

    /// <summary>What the RS485 meter counts in a step in which one pulse comes, L.</summary>
    public int BusLitresPerStep = 10;

    /// <summary>The RS485 meter goes on answering with the same total.</summary>
    public bool BusHangs;

    private int _busLitres = 500;
    private int _busMillilitres;

    /// <summary>A healthy site at rest.</summary>
    public SiteBench()
        : this(13600)
    {
    }

    /// <summary>A healthy site at rest but for its supply, mV.</summary>
    public SiteBench(int supply)
    {
        View = new SiteView(new Settings());
        Catalogue = new FaultCatalogue();
        Queue = new TransitionQueue();
        Monitors = new FaultMonitors(Catalogue, Queue);
        Lifecycle = new Lifecycle(Catalogue, Monitors, View);
        Begin(supply);
    }

    /// <summary>A healthy site at rest before a controller, whose scans and decisions are the test's.</summary>
    public SiteBench(SiteController site)
    {
        View = site.View;
        Catalogue = site.Catalogue;
        Queue = site.Transitions;
        Monitors = site.Monitors;
        Lifecycle = site.Lifecycle;
        Begin(13600);
    }

    private void Begin(int supply)
    {
        Set(Signal.Supply, supply);
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
        Set(Signal.ChamberFlooded, 0);
        Set(Signal.WellLevel, 1500);
        Set(Signal.Temperature, 30000);
        Set(Signal.Power, 0);
        Set(Signal.Energy, 0);
        for (int phase = 0; phase < 3; phase++)
        {
            Set(Signal.Voltage1 + phase, 230000);
            Set(Signal.Current1 + phase, 0);
        }

        Set(Signal.CardPresent, 0);
        Set(Signal.Technician, 0);
        Miss(Signal.PumpMirror, NoDataReason.NotFitted);
        Miss(Signal.SelectorHand, NoDataReason.NotFitted);
        Miss(Signal.ValveIsOpen, NoDataReason.NotFitted);
        Miss(Signal.ValveIsShut, NoDataReason.NotFitted);
        SetUnit();
        Update(0);
    }

    private void SetUnit()
    {
        Set(Signal.SignalStrength, -60);
        Set(Signal.CredentialDays, 300);
        Set(Signal.StorageWear, 5);
        Set(Signal.HeapFree, 60000);
        Set(Signal.LateScans, 0);
        Set(Signal.Refused, 0);
        for (int signal = Signal.Unstored; signal <= Signal.SettingsRejected; signal++)
        {
            Set(signal, 0);
        }

        Set(Signal.ClockJumps, 0);
        Set(Signal.WorkerRestarts, 0);
        for (int signal = Signal.CrashesPerDay; signal <= Signal.WorkersDown; signal++)
        {
            Set(signal, 0);
        }
    }

    /// <summary>True while a code is raised.</summary>
    public bool IsRaised(int code) => Monitors.IsRaised(Row(code));

    /// <summary>What a code's check says of the view now, as if the fault were not raised.</summary>
    public int Judge(int code) => Judge(code, false);

    /// <summary>What a code's check says of the view now.</summary>
    public int Judge(int code, bool raised) => (int)Check.Judge(Catalogue.CheckOf(Row(code)), View, raised);

    /// <summary>Row of a code.</summary>
    public int Row(int code) => Catalogue.RowOf(code);

    /// <summary>Sets a reading. With the flow of a RS485 meter that did not answer, its total is back; with the grid its phases go and come.</summary>
    public void Set(int signal, int value)
    {
        View.Readings.Set(signal, value);
        for (int phase = 0; phase < 3 && signal == Signal.MainsPresent; phase++)
        {
            View.Readings.Set(Signal.Voltage1 + phase, value == 0 ? 0 : 230000);
        }

        if (signal == Signal.BusFlow && !View.Readings.Has(Signal.BusTotal))
        {
            View.Readings.Set(Signal.BusTotal, _busLitres);
        }
    }

    /// <summary>Takes a reading away. With the flow of the RS485 meter its total goes.</summary>
    public void Miss(int signal, NoDataReason reason)
    {
        View.Readings.Miss(signal, reason);
        if (signal == Signal.BusFlow)
        {
            View.Readings.Miss(Signal.BusTotal, reason);
        }
    }

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
            PulseMillilitres += (long)PulseStepMillilitres * PulsesPerStep;
        }

        CountBusTotal(milliseconds);
        Update(NowMs + milliseconds);
        Monitors.Step(View);
        Lifecycle.Step();
    }

    /// <summary>The RS485 meter's total goes with the pulses where one comes with each step, so that the meters agree, else with its own flow.</summary>
    public void CountBusTotal(int milliseconds)
    {
        if (View.Readings.Has(Signal.BusTotal) && !BusHangs)
        {
            _busLitres = View.Readings.ValueOf(Signal.BusTotal);
            int flow = View.Readings.ValueOf(Signal.BusFlow);
            _busMillilitres = flow <= 0 ? 0 : PulsesPerStep == 1 ? BusLitresPerStep * 1000 : _busMillilitres + (flow * milliseconds / 1000);
            _busLitres += _busMillilitres / 1000;
            _busMillilitres %= 1000;
            View.Readings.Set(Signal.BusTotal, _busLitres);
        }
    }

    /// <summary>Clean runs of five minutes and more with these means, one after the other.</summary>
    public void Teach(int runs, int flow, int pressure, int power)
    {
        var run = new RunMeans(View.Settings);
        var readings = new Readings();
        readings.Set(Signal.BusFlow, flow);
        readings.Set(Signal.Pressure, pressure);
        readings.Set(Signal.Power, power);
        for (; runs > 0; runs--)
        {
            for (int minute = 0; minute <= 5; minute++)
            {
                run.Step(60000L * minute, true, true, 0, readings);
            }

            run.Step(360000, false, false, 0, readings);
            View.Bands.Learn(NowMs, run, true);
        }
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

    /// <summary>Takes all messages out of the queue; returns how many of them are of a row and kind.</summary>
    public int Take(int code, FaultEvent what)
    {
        int found = 0;
        while (Queue.Count > 0)
        {
            found += Catalogue.Code(Queue.Row) == code && Queue.Event == what ? 1 : 0;
            Queue.DropFirst();
        }

        return found;
    }

    /// <summary>Judges every second for a time.</summary>
    public void Run(int seconds)
    {
        for (; seconds > 0; seconds--)
        {
            Step(1000);
        }
    }

    /// <summary>Starts the pump in a well that is dry: the motor takes a fifth of its 11 kW.</summary>
    public void RunDry()
    {
        Set(Signal.PumpContact, 1);
        Set(Signal.PumpCommand, 1);
        Set(Signal.Power, 2200);
    }

    /// <summary>Starts the pump, and water at the reference site's 40 m³/h by the RS485 meter.</summary>
    public void RunWet()
    {
        RunDry();
        Set(Signal.Power, 9000);
        Set(Signal.BusFlow, 11111);
        Set(Signal.Pressure, 310);
    }
}
