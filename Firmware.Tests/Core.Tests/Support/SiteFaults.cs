using System;
using Firmware.Core.Contracts;
using Firmware.Core.Metering;

namespace Core.Tests.Support;

/// <summary>What the readings of a <see cref="SiteBench"/> become when a fault begins at its site, and when it ends; one line a code of the catalogue.</summary>
public static class SiteFaults
{
    private const int PumpRuns = 1;
    private const int PumpOff = 0;

    /// <summary>The state in which the code's check passes: pump running with water, or at rest, long enough to have settled.</summary>
    public static SiteBench Healthy(int code)
    {
        var bench = new SiteBench();
        bench.Run(5);
        if (NeedsRun(code) == PumpRuns)
        {
            bench.RunWet();
            bench.Set(Signal.PulseFlow, 11111);
            bench.PulsesPerStep = 1;
        }

        if (code == 303 || code == 304)
        {
            Valve(bench, code == 304 ? 1 : 0);
        }

        bench.Run(100);
        if (IsLearned(code))
        {
            bench.Set(Signal.Power, 5000);
            bench.Teach(10, 11111, 310, 5000);
            bench.Run(200);
        }

        return bench;
    }

    private static bool IsLearned(int code) => code == 209 || code == 402 || code == 403 || code == 407;

    /// <summary>Both meters see another flow.</summary>
    private static void Deliver(SiteBench bench, int flow)
    {
        bench.Set(Signal.BusFlow, flow);
        bench.Set(Signal.PulseFlow, flow);
    }

    /// <summary>The fault begins.</summary>
    public static void Begin(SiteBench bench, int code)
    {
        if (code >= 601)
        {
            BeginUnit(bench, code);
        }
        else if (code >= 301)
        {
            BeginPumpOrWater(bench, code);
        }
        else
        {
            BeginPowerOrMeter(bench, code);
        }
    }

    /// <summary>The fault ends, and what its check needs to see that is there.</summary>
    public static void End(SiteBench bench, int code)
    {
        if (code >= 601)
        {
            EndUnit(bench, code);
        }
        else if (code >= 301)
        {
            EndPumpOrWater(bench, code);
        }
        else
        {
            EndPowerOrMeter(bench, code);
        }
    }

    private static int NeedsRun(int code)
    {
        return code switch
        {
            102 => PumpRuns,
            201 => PumpRuns,
            302 => PumpRuns,
            305 => PumpRuns,
            209 => PumpRuns,
            402 => PumpRuns,
            403 => PumpRuns,
            306 => PumpRuns,
            404 => PumpRuns,
            405 => PumpRuns,
            407 => PumpRuns,
            _ => PumpOff,
        };
    }

    private static void BeginPowerOrMeter(SiteBench bench, int code)
    {
        switch (code)
        {
            case 101: bench.Set(Signal.MainsPresent, 0); break;
            case 102: bench.Set(Signal.Supply, 11200); break;
            case 103: bench.Set(Signal.Supply, 10500); break;
            case 104: bench.Set(Signal.Supply, 16500); break;
            case 105: Battery(bench, 0, 11500); break;
            case 106: bench.Set(Signal.Supply, 12500); break;
            case 201: bench.PulsesPerStep = 0; break;
            case 202: bench.Miss(Signal.BusFlow, NoDataReason.Timeout); break;
            case 203: bench.Set(Signal.BusErrors, 800); break;
            case 204: bench.Set(Signal.BusStatus, 1); break;
            case 205: bench.Set(Signal.MeterDifference, 100); break;
            case 206: bench.Set(Signal.BusFlow, -300); break;
            case 207: bench.Set(Signal.BusFlow, 30000); break;
            case 208: bench.PulsesPerStep = 30; break;
            case 209: bench.Set(Signal.Power, 6000); break;
            case 210: bench.Set(Signal.BusSerial, 99); break;
            default: throw new ArgumentException("no such fault at the bench");
        }
    }

    private static void EndPowerOrMeter(SiteBench bench, int code)
    {
        switch (code)
        {
            case 101: bench.Set(Signal.MainsPresent, 1); break;
            case 105: Battery(bench, 1, 13600); break;
            case 201: bench.PulsesPerStep = 1; break;
            case 202: bench.Set(Signal.BusFlow, 0); break;
            case 203: bench.Set(Signal.BusErrors, 0); break;
            case 204: bench.Set(Signal.BusStatus, 0); break;
            case 205: bench.Set(Signal.MeterDifference, 0); break;
            case 206: bench.Set(Signal.BusFlow, 0); break;
            case 207: bench.Set(Signal.BusFlow, 0); break;
            case 208: bench.PulsesPerStep = 0; break;
            case 209: bench.Set(Signal.Power, 5000); break;
            case 210: bench.Set(Signal.BusSerial, 4711); break;
            default: bench.Set(Signal.Supply, 13600); break;
        }
    }

    private static void BeginPumpOrWater(SiteBench bench, int code)
    {
        switch (code)
        {
            case 301: NoStart(bench); break;
            case 302: bench.Set(Signal.PumpCommand, 0); break;
            case 303: bench.Set(Signal.ValveCommand, 1); break;
            case 304: bench.Set(Signal.ValveCommand, 0); break;
            case 305: Dry(bench); break;
            case 306: bench.Set(Signal.Power, 14000); break;
            case 308: bench.Set(Signal.Voltage2, 0); break;
            case 310: PowerMeter.Miss(bench.View.Readings, NoDataReason.Timeout); break;
            case 406: bench.Set(Signal.ChamberFlooded, 1); break;
            case 409: bench.Set(Signal.WellLevel, 199); break;
            case 307: Starts(bench, 13); break;
            case 309: HandRun(bench); break;
            case 311: bench.RunWet(); bench.Set(Signal.PumpContact, 0); break;
            case 401: bench.Set(Signal.BusFlow, 600); break;
            case 402: Deliver(bench, 6000); break;
            case 403: Deliver(bench, 14500); break;
            case 404: bench.Set(Signal.Pressure, 100); break;
            case 405: bench.Set(Signal.Pressure, 700); break;
            case 407: Clog(bench); break;
            case 408: bench.Miss(Signal.Pressure, NoDataReason.OutOfRange); break;
            case 501: Door(bench, 1); break;
            case 502: Door(bench, 0); break;
            case 503: bench.Miss(Signal.CardPresent, NoDataReason.Timeout); break;
            case 504: Bridge(bench); break;
            default: throw new ArgumentException("no such fault at the bench");
        }
    }

    private static void EndPumpOrWater(SiteBench bench, int code)
    {
        switch (code)
        {
            case 301: bench.RunDry(); break;
            case 302: bench.Set(Signal.PumpContact, 0); break;
            case 303: bench.Set(Signal.ValveIsShut, 0); bench.Set(Signal.ValveIsOpen, 1); break;
            case 304: bench.Set(Signal.ValveIsShut, 1); bench.Set(Signal.ValveIsOpen, 0); break;
            case 305: bench.Set(Signal.BusFlow, 11111); break;
            case 306: bench.Set(Signal.Power, 11000); break;
            case 308: bench.Set(Signal.Voltage2, 230000); break;
            case 310: Power(bench); break;
            case 406: bench.Set(Signal.ChamberFlooded, 0); break;
            case 409: bench.Set(Signal.WellLevel, 250); break;
            case 502: Door(bench, 1); break;
            case 503: bench.Set(Signal.CardPresent, 0); break;
            case 504: Stop(bench); break;
            case 307: bench.Update(bench.NowMs + 3600000); break;
            case 309: Stop(bench); break;
            case 311: bench.RunWet(); bench.Step(1000); Stop(bench); break;
            case 401: bench.Set(Signal.BusFlow, 0); break;
            case 402: Deliver(bench, 11111); break;
            case 403: Deliver(bench, 11111); break;
            case 407: Deliver(bench, 11111); break;
            case 501: bench.Set(Signal.DoorOpen, 0); break;
            default: bench.Set(Signal.Pressure, 310); break;
        }
    }

    private static void BeginUnit(SiteBench bench, int code)
    {
        switch (code)
        {
            case 601: bench.Set(Signal.Reach, 1); break;
            case 602: bench.Set(Signal.Unstored, 1741); break;
            case 603: Refused(bench, 1, 1); break;
            case 604: bench.Set(Signal.SignalStrength, -86); break;
            case 605: bench.Set(Signal.CredentialDays, 29); break;
            case 606: Clock(bench, 0, 3601); break;
            case 607: bench.Set(Signal.ClockJumps, 1); break;
            case 701: bench.Set(Signal.StorageFailures, 3); break;
            case 702: bench.Set(Signal.OutboxFill, 81); break;
            case 703: bench.Set(Signal.SettingsRejected, 1); break;
            case 704: bench.Set(Signal.RecordsDamaged, 1); break;
            case 705: bench.Set(Signal.StorageWear, 101); break;
            case 801: bench.Set(Signal.InspectionOverdue, 1); break;
            case 802: bench.Set(Signal.Unanswered, 1); break;
            case 804: bench.Set(Signal.VisitLeftOpen, 1); break;
            case 805: bench.Set(Signal.DrillEnd, 3); break;
            case 803: BreakAfterTwoRepairs(bench, 104); break;
            case 901: bench.Set(Signal.CrashesPerDay, 3); break;
            case 902: bench.Set(Signal.SafeMode, 1); break;
            case 903: bench.Set(Signal.HeapFree, 8191); break;
            case 906: bench.Set(Signal.SelfTestFailures, 1); break;
            case 904: bench.Set(Signal.WorkerRestarts, 1); break;
            case 905: bench.Set(Signal.LateScans, 11); break;
            case 907: bench.Set(Signal.Temperature, 70250); break;
            default: throw new ArgumentException("no such fault at the bench");
        }
    }

    private static void EndUnit(SiteBench bench, int code)
    {
        switch (code)
        {
            case 601: bench.Set(Signal.Reach, 2); break;
            case 602: bench.Set(Signal.Unstored, 0); break;
            case 603: Refused(bench, 0, 2); break;
            case 604: bench.Set(Signal.SignalStrength, -80); break;
            case 605: bench.Set(Signal.CredentialDays, 365); break;
            case 606: bench.Set(Signal.ClockQuality, 1); break;
            case 701: bench.Set(Signal.StorageFailures, 0); break;
            case 702: bench.Set(Signal.OutboxFill, 60); break;
            case 703: bench.Set(Signal.SettingsRejected, 0); break;
            case 705: bench.Set(Signal.StorageWear, 100); break;
            case 801: bench.Set(Signal.InspectionOverdue, 0); break;
            case 802: bench.Set(Signal.Unanswered, 0); break;
            case 804: bench.Set(Signal.VisitLeftOpen, 0); break;
            case 805: bench.Set(Signal.DrillEnd, 0); break;
            case 803: Replace(bench, 104); break;
            case 901: bench.Set(Signal.CrashesPerDay, 2); break;
            case 902: bench.Set(Signal.SafeMode, 0); break;
            case 903: bench.Set(Signal.HeapFree, 12288); break;
            case 905: bench.Set(Signal.LateScans, 10); break;
            case 906: bench.Set(Signal.SelfTestFailures, 0); break;
            case 907: bench.Set(Signal.Temperature, 65000); break;
            default: break; // events: 607, 704 and 904 end by themselves after 30 s
        }
    }

    /// <summary>The contact stays as it is; the motor takes no power.</summary>
    private static void NoStart(SiteBench bench)
    {
        bench.Set(Signal.PumpCommand, 1);
        bench.Set(Signal.Power, 0);
    }

    private static void Replace(SiteBench bench, int code)
    {
        bench.Lifecycle.DeclareReplaced(bench.Row(code), 7);
        bench.Lifecycle.Step();
    }

    private static void BreakAfterTwoRepairs(SiteBench bench, int code)
    {
        for (int i = 0; i < 3; i++)
        {
            bench.Lifecycle.Repairs.Raised(bench.Row(code));
            if (i < 2)
            {
                bench.Lifecycle.Repairs.Repaired(bench.Row(code));
            }
        }

        bench.Lifecycle.Step();
    }

    private static void Valve(SiteBench bench, int open)
    {
        bench.Set(Signal.ValveCommand, open);
        bench.Set(Signal.ValveIsOpen, open);
        bench.Set(Signal.ValveIsShut, 0);
        if (open == 0)
        {
            bench.Set(Signal.ValveIsShut, 1);
        }
    }

    private static void Power(SiteBench bench)
    {
        for (int signal = Signal.Power; signal <= Signal.Energy; signal++)
        {
            bench.Set(signal, signal >= Signal.Voltage1 && signal <= Signal.Voltage3 ? 230000 : 0);
        }
    }

    private static void Door(SiteBench bench, int technician)
    {
        bench.Set(Signal.DoorOpen, 1);
        bench.Set(Signal.Technician, technician);
    }

    private static void Bridge(SiteBench bench)
    {
        bench.Set(Signal.SelectorHand, 0);
        HandRun(bench);
    }

    private static void HandRun(SiteBench bench)
    {
        bench.RunDry();
        bench.Set(Signal.PumpCommand, 0);
    }

    private static void Stop(SiteBench bench)
    {
        bench.Set(Signal.PumpCommand, 0);
        bench.Set(Signal.PumpContact, 0);
        bench.Set(Signal.Power, 0);
        bench.Set(Signal.BusFlow, 0);
    }

    private static void Battery(SiteBench bench, int mains, int supply)
    {
        bench.Set(Signal.MainsPresent, mains);
        bench.Set(Signal.Supply, supply);
    }

    private static void Dry(SiteBench bench)
    {
        bench.Set(Signal.BusFlow, 0);
        bench.Set(Signal.PulseFlow, 0);
        bench.Set(Signal.Pressure, 10);
        bench.PulsesPerStep = 0;
    }

    /// <summary>Eight runs with 15 % less flow at the same pressure, the present one among them.</summary>
    private static void Clog(SiteBench bench)
    {
        Deliver(bench, 9400);
        bench.Run(120);
        bench.Teach(8, 9400, 310, 5000);
    }

    private static void Refused(SiteBench bench, int refused, int reach)
    {
        bench.Set(Signal.Refused, refused);
        bench.Set(Signal.Reach, reach);
    }

    private static void Clock(SiteBench bench, int quality, int uptimeSeconds)
    {
        bench.Set(Signal.ClockQuality, quality);
        bench.Set(Signal.Uptime, uptimeSeconds);
    }

    private static void Starts(SiteBench bench, int starts)
    {
        for (; starts > 0; starts--)
        {
            bench.Set(Signal.PumpContact, 1);
            bench.Set(Signal.PumpCommand, 1);
            bench.Update(bench.NowMs + 1000);
            bench.Set(Signal.PumpContact, 0);
            bench.Set(Signal.PumpCommand, 0);
            bench.Update(bench.NowMs + 1000);
        }
    }
}
