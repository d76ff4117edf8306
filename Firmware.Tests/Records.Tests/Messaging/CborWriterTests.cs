using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;

namespace Records.Tests.Messaging;

/// <summary>Every byte of CBOR, against the examples of RFC 8949, appendix A, where it has them.</summary>
[TestClass]
public class CborWriterTests
{
    private static CborWriter s_cbor;

    [TestMethod]
    [DataRow(0L, "00")]
    [DataRow(1L, "01")]
    [DataRow(10L, "0a")]
    [DataRow(23L, "17")]
    [DataRow(24L, "1818")]
    [DataRow(25L, "1819")]
    [DataRow(100L, "1864")]
    [DataRow(255L, "18ff")]
    [DataRow(256L, "190100")]
    [DataRow(1000L, "1903e8")]
    [DataRow(65535L, "19ffff")]
    [DataRow(65536L, "1a00010000")]
    [DataRow(1000000L, "1a000f4240")]
    [DataRow(4294967295L, "1affffffff")]
    [DataRow(4294967296L, "1b0000000100000000")]
    [DataRow(1000000000000L, "1b000000e8d4a51000")]
    [DataRow(9223372036854775807L, "1b7fffffffffffffff")]
    [DataRow(-1L, "20")]
    [DataRow(-10L, "29")]
    [DataRow(-24L, "37")]
    [DataRow(-25L, "3818")]
    [DataRow(-100L, "3863")]
    [DataRow(-1000L, "3903e7")]
    [DataRow(-9223372036854775808L, "3b7fffffffffffffff")]
    public void Number_IsShortest(long value, string bytes)
    {
        Start(16);
        s_cbor.Number(value);
        Is(bytes);
    }

    [TestMethod]
    public void Texts()
    {
        Start(64);
        s_cbor.Text("");
        s_cbor.Text("IETF");
        Is("606449455446");
        Start(64);
        s_cbor.Text("abcdefghijklmnopqrstuvwx");
        Is("78186162636465666768696a6b6c6d6e6f7071727374757677" + "78");
    }

    [TestMethod]
    public void MembersOfEveryKind()
    {
        Start(128);
        s_cbor.BeginObject();
        s_cbor.Member("v", 1);
        s_cbor.Member("name", "x");
        s_cbor.Member("historical", true);
        s_cbor.Member("online", false);
        s_cbor.MemberNull("at");
        s_cbor.MemberId("id", -1, 120);
        s_cbor.Member("place", new byte[] { 0xE6, 0xB0, 0xB4 });
        s_cbor.Reading(Signal.Supply);
        s_cbor.Number(12010);
        s_cbor.Reading(Signal.Unanswered);
        s_cbor.Text("not-yet");
        s_cbor.Member("nowhere in the registry", 2);
        s_cbor.EndObject();
        Is("bf" + "0001" + "036178" + "11f5" + "1827f4" + "0af6" + "016e" + "343239343936373239352d313230" + "182e63e6b0b4" + "20192eea" + "383f" + "676e6f742d796574"
            + "776e6f776865726520696e20746865207265676973747279" + "02" + "ff");
    }

    [TestMethod]
    public void NestedArraysAndObjects()
    {
        Start(64);
        s_cbor.BeginObject();
        s_cbor.Name("items");
        s_cbor.BeginArray();
        s_cbor.Number(1);
        s_cbor.BeginObject();
        s_cbor.EndObject();
        s_cbor.EndArray();
        s_cbor.EndObject();
        Is("bf183c9f01bfffffff");
    }

    [TestMethod]
    public void WhatDoesNotFit_IsMarked()
    {
        Start(3);
        s_cbor.Text("abc");
        Assert.IsTrue(s_cbor.Overflowed);
        s_cbor.Reset();
        s_cbor.Text("ab");
        Assert.IsFalse(s_cbor.Overflowed);
        Is("626162");
    }

    private static void Start(int size)
    {
        s_cbor = new CborWriter(new byte[size]);
    }

    private static void Is(string hex)
    {
        Assert.AreEqual(hex, Text.Hex(s_cbor.Buffer, s_cbor.Count));
    }
}
