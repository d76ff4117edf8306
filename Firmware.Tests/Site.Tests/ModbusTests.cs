using System;
using Tools.SiteSimulator.Modbus;

namespace Tools.SiteSimulator.Tests;

/// <summary>The bus meter's frames, byte by byte.</summary>
[TestClass]
public class ModbusTests
{
    [TestMethod]
    public void Crc_of_the_standard_check_text() =>
        Assert.AreEqual(0x4B37, ModbusCrc.Of("123456789"u8)); // CRC-16/MODBUS in the catalogue of CRC algorithms

    [TestMethod]
    [DataRow("01 03 00 00 00 02 C4 0B", "01 03 04 00 00 00 00 FA 33", "flow at rest")]
    [DataRow("01 04 00 00 00 02 71 CB", "01 04 04 00 00 00 00 FB 84", "the same as input registers")]
    [DataRow("01 03 00 02 00 02 65 CB", "01 03 04 00 01 E2 40 E2 A3", "total, most significant word first")]
    [DataRow("01 03 00 04 00 01 C5 CB", "01 03 02 00 00 B8 44", "status word")]
    [DataRow("01 03 00 05 00 02 D4 0A", "01 03 04 01 8C E2 05 B2 87", "serial number")]
    [DataRow("01 03 00 07 00 01 35 CB", "01 03 02 00 64 B9 AF", "bore in mm")]
    [DataRow("01 03 00 07 00 02 75 CA", "01 83 02 C0 F1", "one register too many")]
    [DataRow("01 03 00 08 00 01 05 C8", "01 83 02 C0 F1", "no such register")]
    [DataRow("01 03 FF FF 00 02 C4 2F", "01 83 02 C0 F1", "beyond the last register there can be")]
    [DataRow("01 04 00 08 00 01 B0 08", "01 84 02 C2 C1", "no such input register")]
    [DataRow("01 03 00 00 00 00 45 CA", "01 83 03 01 31", "no register asked for")]
    [DataRow("01 03 00 00 00 7E C5 EA", "01 83 03 01 31", "126 registers")]
    [DataRow("01 06 00 00 00 01 48 0A", "01 86 01 83 A0", "writing is no function of this meter")]
    [DataRow("05 03 00 00 00 02 C5 8F", "", "another address")]
    [DataRow("00 03 00 00 00 02 C5 DA", "", "broadcast")]
    [DataRow("01 03 00 00 00 02 C4 0C", "", "bad check value")]
    [DataRow("01 03 00 00 00 02 C4", "", "half a frame")]
    [DataRow("01 03 00 00 00 02 00 0A 93", "", "a byte too many, check value and all")]
    [DataRow("01", "", "one byte")]
    [DataRow("FF 01 03 00 00 00 02 C4 0B", "", "a byte of noise before the frame")]
    [DataRow("01 03 00 00 00 02 C4 0B 01 03 00 00 00 02 C4 0B", "", "two frames glued together")]
    public void Answers(string request, string reply, string meaning) =>
        Assert.AreEqual(reply, new Bench().Exchange(request), meaning);

    [TestMethod]
    public void A_flood_of_bytes_is_survived()
    {
        Bench bench = new();
        string flood = string.Concat(System.Linq.Enumerable.Repeat("01 ", 5000));
        Assert.AreEqual("", bench.Exchange(flood));
        Assert.AreEqual(0, bench.BusFlow());
    }

    [TestMethod]
    public void Half_a_frame_does_not_spoil_the_next_one()
    {
        Bench bench = new();
        bench.Exchange("01 03 00");
        Assert.AreEqual(0, bench.BusFlow());
    }

    [TestMethod]
    public void A_request_may_come_in_pieces()
    {
        Bench bench = new();
        Assert.AreEqual("", bench.Exchange("01 03 00 00", 0.03));
        Assert.AreEqual("01 03 04 00 00 00 00 FA 33", bench.Exchange("00 02 C4 0B"));
    }

    [TestMethod]
    public void A_request_ends_with_silence_not_with_its_eighth_byte()
    {
        Bench bench = new();
        Assert.AreEqual("", bench.Exchange("01 03 00 00 00 02 C4 0B", 0.01));
        Assert.AreEqual("", bench.Exchange("01 03 00 00 00 02 C4 0B"), "sixteen bytes without a gap are no request");
    }

    [TestMethod]
    public void The_reply_waits_for_the_turnaround()
    {
        ParameterSet slow = new();
        slow.Set("slaveTurnaroundMilliseconds", 300);
        Bench bench = new(1, slow);
        Assert.AreEqual("", bench.Exchange("01 03 00 04 00 01 C5 CB", 0.29));
        Assert.AreEqual("01 03 02 00 00 B8 44", bench.Exchange("", 0.05));
    }

    [TestMethod]
    public void A_meter_at_another_address_answers_only_there()
    {
        ParameterSet moved = new();
        moved.Set("busMeterAddress", 5);
        Bench bench = new(1, moved);
        Assert.AreEqual("", bench.Exchange("01 03 00 00 00 02 C4 0B"));
        Assert.AreEqual("05 03 04 00 00 00 00 BF F3", bench.Exchange("05 03 00 00 00 02 C5 8F"));
    }

    [TestMethod]
    public void The_total_wraps_at_32_bits()
    {
        ParameterSet full = new();
        full.Set("busMeterStartTotalLitres", uint.MaxValue);
        Bench bench = new(1, full);
        bench.Site.Do("run-request", "on");
        bench.Run(20);
        Assert.IsLessThan(1000u, bench.Site.BusMeter.TotalLitres);
    }

    [TestMethod]
    public void Flow_on_the_wire_is_the_flow_in_the_pipe()
    {
        Bench bench = Bench.Pumping();
        double inPipe = bench.Site.Pipeline.MeteredFlow * 3_600_000;
        Assert.AreEqual(inPipe, bench.BusFlow().Value, inPipe * 0.02);
    }
}
