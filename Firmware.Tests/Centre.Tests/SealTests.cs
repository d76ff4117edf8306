using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Centre.Tests.Support;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Records.Messaging;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>The seal of a report, against the bytes as the unit sent them.</summary>
[TestClass]
public class SealTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ASignedReport_IsGoodForItsKeyAndItsBytesAlone(bool cbor)
    {
        byte[] report = Report(cbor, s_key, 12);
        Assert.AreEqual(SealVerdict.Good, Seal.Judge(report, s_key));
        Assert.AreEqual(SealVerdict.UnknownKey, Seal.Judge(report, null));
        Assert.AreEqual(SealVerdict.Wrong, Seal.Judge(report, [.. s_key.Reverse()]));
        byte[] changed = (byte[])report.Clone();
        changed[Array.IndexOf(changed, (byte)'7')]++;
        Assert.AreEqual(SealVerdict.Wrong, Seal.Judge(changed, s_key));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void AChecksum_ShowsDamageAndProvesNothingElse(bool cbor)
    {
        byte[] report = Report(cbor, null, 12);
        Assert.AreEqual(SealVerdict.ChecksumGood, Seal.Judge(report, s_key));
        report[Array.IndexOf(report, (byte)'7')]++;
        Assert.AreEqual(SealVerdict.ChecksumWrong, Seal.Judge(report, null));
    }

    /// <summary>What the device's own writer signed, as PROTOCOL.md shows it.</summary>
    [TestMethod]
    public void TheGoldenReports_AreGood()
    {
        Assert.AreEqual(SealVerdict.Good, Seal.Judge(Encoding.UTF8.GetBytes(Bench.Golden("inspection-signed").TrimEnd()), s_key));
        Assert.AreEqual(SealVerdict.ChecksumGood, Seal.Judge(Encoding.UTF8.GetBytes(Bench.Golden("inspection-report").TrimEnd()), null));
        Assert.AreEqual(SealVerdict.None, Seal.Judge(Encoding.UTF8.GetBytes(Bench.Golden("inspection-notice").TrimEnd()), s_key));
    }

    /// <summary>A CBOR report is kept with its bytes: the list of inspections tells good from wrong once the desk has the key.</summary>
    [TestMethod]
    public void TheList_TellsWhatTheSealProves()
    {
        using var bench = new Bench();
        byte[] wrong = Report(true, s_key, 13);
        wrong[Array.IndexOf(wrong, (byte)'7')]++;
        bench.Receive(Bench.Well + "inspection", Report(true, s_key, 12));
        bench.Receive(Bench.Well + "inspection", wrong);
        string before = string.Join('\n', Lists.Documents(bench.Store, "inspection", Words.English));
        Assert.AreEqual(2, before.Split("unknown key").Length - 1, before);
        bench.Store.Commit(() => new Units(bench.Store).SaveKey(new Units(bench.Store).Find(new UnitAddress("east", "well-1")).Id, s_key));
        string after = string.Join('\n', Lists.Documents(bench.Store, "inspection", Words.English));
        StringAssert.Contains(after, "good");
        StringAssert.Contains(after, "WRONG: changed, or not by this unit");
        StringAssert.Contains(string.Join('\n', Lists.Documents(bench.Store, "inspection", Words.Of("zh"))), "无效");
    }

    private static byte[] Report(bool cbor, byte[] key, int seq)
    {
        MessageWriter writer = MessageWriter.For(cbor, new byte[512]);
        writer.Reset();
        writer.BeginObject();
        writer.Member("v", 1);
        writer.MemberId("id", 77, seq);
        writer.Member("kind", "report");
        new ReportSeal(new Checksum(), new Hash(), key).Write(writer);
        writer.EndObject();
        return writer.Buffer[..writer.Count];
    }

    private sealed class Hash : IKeyedHash
    {
        public byte[] Compute(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);
    }
}
