using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Firmware.Core.Contracts;
using Firmware.Records.Messaging;
using Tools.Centre.Wire;

namespace Centre.Tests;

/// <summary>The registry of CBOR keys from both sides and in the document, and CBOR that no unit sends.</summary>
[TestClass]
public class CborTextTests
{
    [TestMethod]
    public void The_unit_and_the_centre_have_one_registry()
    {
        for (int key = 0; key < CborText.Keys.Length; key++)
        {
            Assert.AreEqual(key, CborKeys.Of(CborText.Keys[key]), CborText.Keys[key]);
        }

        Assert.AreEqual(-1, CborKeys.Of("nothing"));
        Assert.AreEqual(CborText.Keys.Length, new HashSet<string>(CborText.Keys).Count);
    }

    /// <summary>A number stands in PROTOCOL.md for good, so that none is given anew.</summary>
    [TestMethod]
    public void The_registry_is_the_one_of_the_document()
    {
        var told = new Dictionary<int, string>();
        string[] parts = File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "PROTOCOL.md")).Split("<!-- cbor keys -->");
        Assert.HasCount(3, parts);
        foreach (Match entry in Regex.Matches(parts[1], "(-?[0-9]+) `([a-z0-9_]+)`"))
        {
            told.Add(int.Parse(entry.Groups[1].Value), entry.Groups[2].Value);
        }

        for (int key = 0; key < CborText.Keys.Length; key++)
        {
            Assert.AreEqual(told[key], CborText.Keys[key]);
        }

        for (int signal = 0; signal < Signal.Count; signal++)
        {
            Assert.AreEqual(told[-1 - signal], Signal.NameOf(signal));
        }

        Assert.HasCount(CborText.Keys.Length + Signal.Count, told);
    }

    [TestMethod]
    public void Every_reading_stands_in_the_tables_of_the_document()
    {
        string page = File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "PROTOCOL.md"));
        for (int signal = 0; signal < Signal.Count; signal++)
        {
            StringAssert.Contains(page, $"\n| `{Signal.NameOf(signal)}` | ");
        }
    }

    [TestMethod]
    [DataRow("bf0001ff", "{\"v\":1}")]
    [DataRow("a10001", "{\"v\":1}")]
    [DataRow("a2617601190fa002", "{\"v\":1,\"key-4000\":2}")]
    [DataRow("a1390fa002", "{\"reading-4001\":2}")]
    [DataRow("9fbf03f6ffff", "[{\"name\":null}]")]
    [DataRow("80", "[]")]
    [DataRow("a10263e6b0b4", "{\"code\":\"水\"}")]
    public void Cbor_becomes_the_json_that_it_stands_for(string hex, string json)
    {
        Assert.AreEqual(json, Encoding.UTF8.GetString(CborText.ToJson(System.Convert.FromHexString(hex), 8)));
    }

    [TestMethod]
    [DataRow("bf00", DisplayName = "cut off")]
    [DataRow("bf", DisplayName = "only begun")]
    [DataRow("a1", DisplayName = "a member short")]
    [DataRow("a2000100", DisplayName = "no value")]
    [DataRow("a200010001", DisplayName = "a key twice")]
    [DataRow("a1000102", DisplayName = "something after it")]
    [DataRow("a100fb3ff0000000000000", DisplayName = "floating point")]
    [DataRow("a100c100", DisplayName = "a tag")]
    [DataRow("a1004101", DisplayName = "bytes")]
    [DataRow("a100f7", DisplayName = "undefined")]
    [DataRow("a1f500", DisplayName = "a key that is true")]
    [DataRow("a10061ff", DisplayName = "no UTF-8")]
    [DataRow("a1001bffffffffffffffff", DisplayName = "a number above 63 bits")]
    [DataRow("a11bffffffffffffffff00", DisplayName = "a key above 63 bits")]
    [DataRow("9f9f9f9f9f9f9f9f9f9f9fffffffffffffffffffffff", DisplayName = "eleven deep")]
    [DataRow("bb7fffffffffffffff", DisplayName = "a map of more members than there are bytes")]
    public void Anything_else_is_refused(string hex)
    {
        byte[] payload = System.Convert.FromHexString(hex);
        Assert.IsTrue(CborText.Is(payload));
        Assert.ThrowsExactly<RefusedException>(() => CborText.ToJson(payload, 8));
    }

    /// <summary>Bytes at random, and an alarm with one of them changed: taken or refused, nothing else.</summary>
    [TestMethod]
    public void No_bytes_do_harm()
    {
        int seed = 20261121;
        var random = new System.Random(seed);
        int refused = 0;
        for (int run = 0; run < 20000; run++)
        {
            byte[] payload = new byte[random.Next(1, 40)];
            random.NextBytes(payload);
            payload[0] = (byte)(0x80 + random.Next(0x40));
            try
            {
                CborText.ToJson(payload, 8);
            }
            catch (RefusedException)
            {
                refused++;
            }
        }

        Assert.IsGreaterThan(15000, refused, $"seed {seed}");
    }
}
