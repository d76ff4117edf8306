using Core.Tests.Support;
using Firmware.Records.Messaging;

namespace Records.Tests.Messaging;

/// <summary>Every byte that the writer puts.</summary>
[TestClass]
public class JsonWriterTests
{
    private static JsonWriter s_json;

    [TestMethod]
    public void EmptyObject()
    {
        Begin(64);
        s_json.EndObject();
        Is("{}");
    }

    [TestMethod]
    public void MembersOfEveryKind_AreSeparatedByCommas()
    {
        Begin(256);
        s_json.Member("a", 1);
        s_json.Member("b", "x");
        s_json.Member("c", true);
        s_json.Member("d", false);
        s_json.MemberNull("e");
        s_json.MemberId("f", 7, 8);
        s_json.Member("g", Text.Utf8("y"));
        s_json.EndObject();
        Is("{\"a\":1,\"b\":\"x\",\"c\":true,\"d\":false,\"e\":null,\"f\":\"7-8\",\"g\":\"y\"}");
    }

    [TestMethod]
    public void NestedArraysAndObjects_AreSeparatedByCommas()
    {
        Begin(256);
        s_json.Name("a");
        s_json.BeginArray();
        s_json.Number(1);
        s_json.Number(2);
        s_json.BeginArray();
        s_json.EndArray();
        s_json.BeginObject();
        s_json.Member("b", 3);
        s_json.EndObject();
        s_json.Text("x");
        s_json.EndArray();
        s_json.Name("c");
        s_json.BeginObject();
        s_json.EndObject();
        s_json.Member("d", 4);
        s_json.EndObject();
        Is("{\"a\":[1,2,[],{\"b\":3},\"x\"],\"c\":{},\"d\":4}");
    }

    [TestMethod]
    [DataRow(0L, "0")]
    [DataRow(7L, "7")]
    [DataRow(10L, "10")]
    [DataRow(-1L, "-1")]
    [DataRow(-10L, "-10")]
    [DataRow(1000000L, "1000000")]
    [DataRow(2147483647L, "2147483647")]
    [DataRow(-2147483648L, "-2147483648")]
    [DataRow(9007199254740993L, "9007199254740993")]
    [DataRow(9223372036854775807L, "9223372036854775807")]
    [DataRow(-9223372036854775807L, "-9223372036854775807")]
    public void Number_IsExact(long value, string text)
    {
        Start(32);
        s_json.Number(value);
        Is(text);
    }

    [TestMethod]
    public void LeastNumber_IsExact()
    {
        Start(32);
        s_json.Number(long.MinValue);
        Is("-9223372036854775808");
    }

    [TestMethod]
    public void EpochAbove31Bits_IsUnsignedInTheId()
    {
        Begin(64);
        s_json.MemberId("id", unchecked((int)2864434397), 17);
        s_json.EndObject();
        Is("{\"id\":\"2864434397-17\"}");
    }

    [TestMethod]
    public void QuotesBackslashesAndControls_AreEscaped()
    {
        Begin(64);
        s_json.Member("t", new byte[] { (byte)'"', (byte)'\\', 0, 9, 10, 0x1F, 0x20, (byte)'/' });
        s_json.EndObject();
        Is("{\"t\":\"\\\"\\\\\\u0000\\u0009\\u000a\\u001f /\"}");
    }

    [TestMethod]
    public void Chinese_GoesThroughUntouched()
    {
        Begin(64);
        s_json.Member("name", Text.Utf8("三号井"));
        s_json.EndObject();
        Is("{\"name\":\"三号井\"}");
        Assert.AreEqual(20, s_json.Count);
    }

    [TestMethod]
    public void BufferJustLongEnough_IsNotFlagged()
    {
        Begin(9);
        s_json.Member("a", "b");
        s_json.EndObject();
        Is("{\"a\":\"b\"}");
    }

    [TestMethod]
    public void BufferTooShort_IsFlaggedWhateverComesAfter()
    {
        for (int size = 0; size < 9; size++)
        {
            Begin(size);
            s_json.Member("a", "b");
            s_json.EndObject();
            Assert.IsTrue(s_json.Overflowed);
            Assert.IsTrue(s_json.Count <= size);
        }
    }

    [TestMethod]
    public void NextText_StartsWithoutTheFlagOfTheLast()
    {
        Begin(6);
        s_json.Member("abc", 1);
        Assert.IsTrue(s_json.Overflowed);
        s_json.Reset();
        s_json.BeginArray();
        s_json.Number(1);
        s_json.EndArray();
        Is("[1]");
    }

    private static void Start(int size)
    {
        s_json = new JsonWriter(new byte[size]);
        s_json.Reset();
    }

    private static void Begin(int size)
    {
        Start(size);
        s_json.BeginObject();
    }

    private static void Is(string expected)
    {
        Assert.IsFalse(s_json.Overflowed);
        Assert.AreEqual(expected, Text.Of(s_json.Buffer, s_json.Count));
    }
}
