using System;
using System.Collections.Generic;
using System.Linq;

namespace Tools.SiteSimulator.Tests;

/// <summary>
/// A look at a 40 m³/h site with a motor valve, pumping, without mains for a moment and at rest, from its terminals only. What
/// is not as at a sound site is a sign; the names below are all there are.
/// </summary>
internal sealed class Visit
{
    private const string AskWaterMeter = "01 03 00 00 00 08 44 0C";
    private const string AskPowerMeter = "02 03 00 00 00 18 45 F3";
    private readonly List<string> _signs = [];
    private readonly Bench _bench;

    private Visit(Bench bench) => _bench = bench;

    /// <summary>The site for visits.</summary>
    public static Bench NewBench()
    {
        ParameterSet site = new();
        site.Set("valveFitted", 1);
        site.Set("valveTravelSeconds", 5);
        return new Bench(1, site);
    }

    /// <summary>The signs, in the order of the visit.</summary>
    /// <param name="bench">The site.</param>
    /// <param name="seconds">How long it pumps before it is looked at.</param>
    /// <param name="lastTotal">The water meter's total of the last visit, null for the first; brought up to date.</param>
    public static string Signs(Bench bench, double seconds, ref uint? lastTotal)
    {
        Visit visit = new(bench);
        bench.Site.Do("run-request", "on");
        bench.Run(seconds);
        lastTotal = visit.WaterMeter(lastTotal);
        visit.PowerMeter();
        visit.Transducers();
        visit.Contacts();
        visit.Lines();
        visit.Devices();
        visit.WithoutMains();
        visit.AtRest();
        return string.Join(' ', visit._signs);
    }

    private void Sign(bool shows, string name)
    {
        if (shows)
        {
            _signs.Add(name);
        }
    }

    private uint? WaterMeter(uint? lastTotal)
    {
        List<byte[]> replies = Ask(AskWaterMeter, 20);
        List<byte[]> whole = Whole(replies, 1, 21);
        Sign(replies.All(reply => reply.Length == 0), "bus-silent");
        Sign(replies.Any(reply => reply.Length > 0) && whole.Count < replies.Count, "bus-spoilt");
        if (whole.Count == 0)
        {
            return null;
        }

        double flow = whole.Average(reply => Long(reply, 0)) / 1000.0;
        Sign(flow is < 1 and > -1, "flow-none");
        Sign(flow <= -1, "flow-reverse");
        Sign(flow is >= 1 and < 38.5, "flow-low");
        Sign(flow is > 41.5 and < 1000, "flow-high");
        Sign(flow >= 1000, "flow-beyond-the-pipe");
        Sign(whole.Select(reply => Long(reply, 0)).Distinct().Count() == 1 && flow > 1, "flow-frozen");
        Sign(whole.Any(reply => Word(reply, 4) != 0), "meter-status");
        Sign(Long(whole[0], 5) != 26_010_117, "meter-serial");
        Totals(whole, lastTotal);
        return (uint)Long(whole[^1], 2);
    }

    private void Totals(List<byte[]> replies, uint? lastTotal)
    {
        long first = (uint)Long(replies[0], 2);
        Sign((uint)Long(replies[^1], 2) < first, "total-back");
        Sign(Math.Abs(first - (lastTotal ?? first)) > 50_000, "total-jumped");
    }

    private void PowerMeter()
    {
        List<byte[]> replies = Ask(AskPowerMeter, 20);
        List<byte[]> whole = Whole(replies, 2, 53);
        Sign(replies.All(reply => reply.Length == 0), "power-silent");
        Sign(replies.Any(reply => reply.Length > 0) && whole.Count < replies.Count, "power-spoilt");
        if (whole.Count == 0)
        {
            return;
        }

        double watts = whole.Average(reply => Long(reply, 15));
        double[] amperes = [Long(whole[0], 3), Long(whole[0], 5), Long(whole[0], 7)];
        Sign(watts < 10, "watts-none");
        Sign(watts is >= 10 and < 10_600, "watts-low");
        Sign(watts is > 11_300, "watts-high");
        Sign(amperes.Max() > 1.3 * (amperes.Min() + 1), "amperes-unequal");
        Sign(whole.Any(reply => Long(reply, 9) < 0), "watts-negative");
        Sign(whole.Any(reply => Word(reply, 0) < 2100), "volts-low");
    }

    private void Transducers()
    {
        double bar = Average(() => ((_bench.PressureVolts * 1.5) - 0.5) / 4 * 10);
        Sign(bar < -1, "pressure-open");
        Sign(bar > 10.7, "pressure-short");
        Sign(bar is >= -1 and < 0.5, "bar-none");
        Sign(bar is >= 0.5 and < 2.8, "bar-low");
        Sign(bar is > 3.2 and <= 10.7, "bar-high");
        double metres = ((_bench.Site.Terminal<VoltageTerminal>("well-level").Volts * 1.5) - 0.5) / 4 * 20;
        Sign(metres < -1, "level-open");
        Sign(metres > 21, "level-short");
        Sign(metres is >= -1 and < 2.5, "level-low");
        Sign(metres is > 7 and <= 21, "level-high");
    }

    private void Contacts()
    {
        Sign(!_bench.Closed("aux-contact"), "aux-open");
        Sign(_bench.Closed("aux-contact-nc"), "mirror-closed");
        Sign(_bench.Closed("selector-hand"), "hand");
        Sign(!_bench.Closed("valve-is-open"), "valve-not-open");
        Sign(!_bench.Closed("chamber-float"), "float-up");
    }

    /// <summary>Ten seconds of pulses, of contacts that change, and of the pressure's flutter.</summary>
    private void Lines()
    {
        _bench.TakePulses();
        (int request, int door, int mains) = (0, 0, 0);
        double lowest = double.MaxValue;
        double highest = 0;
        _bench.Run(10, () =>
        {
            request += _bench.Closed("run-request") ? 0 : 1;
            door += _bench.Closed("door") ? 0 : 1;
            mains += _bench.Closed("mains-present") ? 0 : 1;
            lowest = Math.Min(lowest, _bench.PressureVolts);
            highest = Math.Max(highest, _bench.PressureVolts);
        });
        int pulses = _bench.TakePulses();
        Sign(pulses == 0, "pulses-none");
        Sign(pulses is > 0 and < 10, "pulses-few");
        Sign(pulses > 12, "pulses-many");
        Sign(request > 0, request < 1000 ? "request-flickers" : "request-gone");
        Sign(door > 0, door < 1000 ? "door-flickers" : "door-open");
        Sign(mains > 0, mains < 1000 ? "mains-flicker" : "mains-gone");
        Sign(highest - lowest > 0.08, "pressure-flutters");
    }

    private void Devices()
    {
        Sign(_bench.SupplyVolts < 10.8, "supply-low");
        Sign(_bench.SupplyVolts is >= 10.8 and < 12.2, "supply-sags");
        Sign(_bench.SupplyVolts > 14.4, "supply-high");
        Sign(_bench.BatteryVolts < 13.2, "not-charging");
        ValueTerminal temperature = _bench.Site.Terminal<ValueTerminal>("enclosure-temperature");
        Sign(!temperature.Answers, "temperature-silent");
        Sign(temperature.Value > 45, "hot");
        Sign(_bench.Site.Terminal<ValueTerminal>("radio-signal").Value < -80, "signal-weak");
        CardTerminal reader = _bench.Site.Terminal<CardTerminal>("card-reader");
        _bench.Site.Do("user-card", "held");
        _bench.Run(0.1);
        Sign(!reader.Answers, "reader-silent");
        Sign(reader.Answers && reader.Card != 40_001_234, "card-unseen");
        _bench.Site.Do("user-card", "away");
    }

    private void WithoutMains()
    {
        if (!_bench.Site.ActiveFaults.Contains("mains-lost"))
        {
            _bench.Site.Inject("mains-lost");
            _bench.Run(10);
            Sign(_bench.SupplyVolts < 6, "dark-without-mains");
            Sign(_bench.SupplyVolts is >= 6 and < 12.1, "weak-without-mains");
            _bench.Site.Clear("mains-lost");
            _bench.Run(20);
        }
    }

    private void AtRest()
    {
        _bench.Site.Do("run-request", "off");
        _bench.Run(60);
        _bench.TakePulses();
        List<byte[]> meter = Whole(Ask(AskWaterMeter, 10), 1, 21);
        List<byte[]> power = Whole(Ask(AskPowerMeter, 10), 2, 53);
        Sign(_bench.Closed("aux-contact"), "rest:aux-closed");
        Sign(!_bench.Closed("aux-contact-nc"), "rest:mirror-open");
        Sign(power.Any(reply => Long(reply, 15) > 10), "rest:watts");
        Sign(meter.Any(reply => Long(reply, 0) > 0), "rest:flow");
        Sign(meter.Any(reply => Long(reply, 0) < 0), "rest:flow-back");
        Sign(_bench.Run(20).TakePulses() > 0, "rest:pulses");
        Sign(!_bench.Closed("valve-is-closed"), "rest:valve-not-shut");
        Sign(_bench.PressureVolts is > 0.2 and < 0.58, "rest:bar-low");
        Sign(_bench.PressureVolts is > 1 and < 3.25, "rest:bar-high");
    }

    private double Average(Func<double> read)
    {
        double sum = 0;
        _bench.Run(1, () => sum += read());
        return sum / 100;
    }

    private List<byte[]> Ask(string request, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => Convert.FromHexString(_bench.Exchange(request, 0.4).Replace(" ", "")))];

    private static List<byte[]> Whole(List<byte[]> replies, int address, int length) =>
        [.. replies.Where(reply => reply.Length == length && reply[0] == address && reply[1] == 3 && Modbus.ModbusCrc.Holds(reply))];

    private static int Word(byte[] reply, int register) => (reply[3 + (2 * register)] << 8) | reply[4 + (2 * register)];

    private static int Long(byte[] reply, int register) => (Word(reply, register) << 16) | Word(reply, register + 1);
}
