using Core.Tests.Support;
using Firmware.Records.Messaging;

namespace Records.Tests.Messaging;

/// <summary>What is a receipt, what is not, and that nothing throws.</summary>
[TestClass]
public class StoredReceiptTests
{
    private const string Good = "{\"epoch\":2864434397,\"upTo\":120,\"at\":1790000012,\"plus\":[[130,1790000013],[132,1790000014]]}";

    [TestMethod]
    public void ReceiptOfTheContract_IsRead()
    {
        StoredReceipt receipt = Accepted(Good);
        Assert.AreEqual(unchecked((int)2864434397), receipt.Epoch);
        Assert.AreEqual(120, receipt.UpTo);
        Assert.AreEqual(1790000012L, receipt.At);
        Assert.AreEqual(2, receipt.PlusCount);
        Assert.AreEqual(130, receipt.Plus(0));
        Assert.AreEqual(132, receipt.Plus(1));
    }

    [TestMethod]
    public void AnyOrder_IsRead()
    {
        StoredReceipt receipt = Accepted("{\"plus\":[[5,1]],\"at\":9,\"upTo\":3,\"epoch\":7}");
        Assert.AreEqual(7, receipt.Epoch);
        Assert.AreEqual(3, receipt.UpTo);
        Assert.AreEqual(9L, receipt.At);
        Assert.AreEqual(5, receipt.Plus(0));
    }

    [TestMethod]
    public void Blanks_AreSkipped()
    {
        StoredReceipt receipt = Accepted(" {\r\n\t\"epoch\" : 7 , \"upTo\" : 3 , \"plus\" : [ [ 5 , 1 ] ] } \n");
        Assert.AreEqual(3, receipt.UpTo);
        Assert.AreEqual(5, receipt.Plus(0));
    }

    [TestMethod]
    [DataRow("1")]
    [DataRow("-12.5e+3")]
    [DataRow("true")]
    [DataRow("false")]
    [DataRow("null")]
    [DataRow("\"text\"")]
    [DataRow("\"\"")]
    [DataRow("\"a \\\" quote, a \\\\ and a } ] brace\"")]
    [DataRow("\"三号井\"")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("[1,\"x\",[true,{\"y\":null}]]")]
    [DataRow("{\"epoch\":1,\"upTo\":{\"plus\":[[[]]]}}")]
    public void UnknownMember_IsSkippedWhereverItStands(string value)
    {
        IsSeven(Accepted("{\"x\":" + value + ",\"epoch\":7,\"upTo\":3}"));
        IsSeven(Accepted("{\"epoch\":7,\"x\":" + value + ",\"upTo\":3}"));
        IsSeven(Accepted("{\"epoch\":7,\"upTo\":3,\"x\":" + value + "}"));
    }

    [TestMethod]
    public void NamesThatAreAlmostRight_AreUnknownMembers()
    {
        Refused("{\"epoc\":7,\"upTo\":3}");
        Refused("{\"epochs\":7,\"upTo\":3}");
        Refused("{\"epoch\":7,\"upto\":3}");
        Refused("{\"epoch\":7,\"UpTo\":3}");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(16)]
    public void PlusUpToSixteen_IsRead(int pairs)
    {
        StoredReceipt receipt = Accepted(WithPlus(pairs));
        Assert.AreEqual(pairs, receipt.PlusCount);
        for (int i = 0; i < pairs; i++)
        {
            Assert.AreEqual(100 + i, receipt.Plus(i));
        }
    }

    [TestMethod]
    public void PlusOfSeventeen_IsRefused()
    {
        Refused(WithPlus(17));
    }

    [TestMethod]
    public void ANamedIdHasItsTime()
    {
        var receipt = new StoredReceipt();
        Assert.IsTrue(Read(receipt, Good));
        Assert.AreEqual(1790000013L, receipt.StoredAt(130));
        Assert.AreEqual(1790000014L, receipt.StoredAt(132));
        Assert.AreEqual(0L, receipt.StoredAt(120));
        Assert.IsTrue(receipt.Names(1) && receipt.Names(120) && receipt.Names(132));
        Assert.IsFalse(receipt.Names(121) || receipt.Names(131));
    }

    [TestMethod]
    public void NextReceipt_KeepsNothingOfTheLast()
    {
        var receipt = new StoredReceipt();
        Assert.IsTrue(Read(receipt, Good));
        Assert.IsTrue(Read(receipt, "{\"epoch\":7,\"upTo\":3}"));
        Assert.AreEqual(0L, receipt.At);
        Assert.AreEqual(0, receipt.PlusCount);
    }

    [TestMethod]
    [DataRow("{\"epoch\":4294967295,\"upTo\":2147483647,\"at\":9007199254740991}", true)]
    [DataRow("{\"epoch\":0,\"upTo\":0}", true)]
    [DataRow("{\"epoch\":4294967296,\"upTo\":3}", false)]
    [DataRow("{\"epoch\":7,\"upTo\":2147483648}", false)]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"at\":9007199254740992}", false)]
    [DataRow("{\"epoch\":7,\"upTo\":99999999999999999999999999}", false)]
    [DataRow("{\"epoch\":7,\"upTo\":18446744073709551619}", false)]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[[2147483648,1]]}", false)]
    public void Numbers_AreHeldInTheirRange(string text, bool good)
    {
        Assert.AreEqual(good, Read(new StoredReceipt(), text));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("7")]
    [DataRow("null")]
    [DataRow("{\"upTo\":3}")]
    [DataRow("{\"epoch\":7}")]
    [DataRow("{\"epoch\":7,\"upTo\":-1}")]
    [DataRow("{\"epoch\":-7,\"upTo\":3}")]
    [DataRow("{\"epoch\":7,\"upTo\":3.0}")]
    [DataRow("{\"epoch\":7,\"upTo\":3e1}")]
    [DataRow("{\"epoch\":7,\"upTo\":\"3\"}")]
    [DataRow("{\"epoch\":7,\"upTo\":null}")]
    [DataRow("{\"epoch\":7,\"upTo\":}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,}")]
    [DataRow("{\"epoch\":7 \"upTo\":3}")]
    [DataRow("{\"epoch\":7,,\"upTo\":3}")]
    [DataRow("{epoch:7,upTo:3}")]
    [DataRow("{'epoch':7,'upTo':3}")]
    [DataRow("{\"epoch\":7,\"upTo\":3}}")]
    [DataRow("{\"epoch\":7,\"upTo\":3}{}")]
    [DataRow("{\"epoch\":7,\"upTo\":3} x")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":5}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[5]}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[[5]]}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[[5,6,7]]}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[[5,6],]}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"plus\":[[5,-6]]}")]
    [DataRow("{\"epoch\":7,\"upTo\":3,\"x\":\"\\\"}")]
    public void NotOfTheForm_IsRefused(string text)
    {
        Refused(text);
    }

    [TestMethod]
    public void NulBehind_IsRefused()
    {
        byte[] text = Text.Utf8("{\"epoch\":7,\"upTo\":3}x");
        text[text.Length - 1] = 0;
        Assert.IsFalse(new StoredReceipt().TryRead(text, text.Length));
    }

    [TestMethod]
    public void CutAtAnyByte_IsRefused()
    {
        byte[] text = Text.Utf8(Good);
        var receipt = new StoredReceipt();
        for (int count = 0; count < text.Length; count++)
        {
            Assert.IsFalse(receipt.TryRead(text, count));
        }
    }

    [TestMethod]
    public void AnyByteDamaged_NeverThrows()
    {
        byte[] text = Text.Utf8(Good);
        var receipt = new StoredReceipt();
        uint noise = 7;
        for (int at = 0; at < text.Length; at++)
        {
            byte before = text[at];
            for (int i = 0; i < 8; i++)
            {
                noise = Text.Noise(noise);
                text[at] = (byte)(noise >> 24);
                receipt.TryRead(text, text.Length);
                Assert.IsTrue(receipt.PlusCount <= 16);
            }

            text[at] = before;
        }
    }

    [TestMethod]
    public void Garbage_IsRefused()
    {
        var bytes = new byte[512];
        var receipt = new StoredReceipt();
        uint noise = 1;
        for (int run = 0; run < 50; run++)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                noise = Text.Noise(noise);
                bytes[i] = (byte)(noise >> 24);
            }

            Assert.IsFalse(receipt.TryRead(bytes, bytes.Length));
            bytes[0] = (byte)'{';
            bytes[1] = (byte)'"';
            Assert.IsFalse(receipt.TryRead(bytes, bytes.Length));
        }
    }

    [TestMethod]
    [DataRow('[')]
    [DataRow('{')]
    [DataRow('"')]
    [DataRow('\\')]
    [DataRow('1')]
    [DataRow(' ')]
    public void BufferFullOfOneCharacter_IsRefused(char c)
    {
        byte[] bytes = Text.Utf8("{\"x\":");
        var full = new byte[512];
        for (int i = 0; i < full.Length; i++)
        {
            full[i] = i < bytes.Length ? bytes[i] : (byte)c;
        }

        Assert.IsFalse(new StoredReceipt().TryRead(full, full.Length));
    }

    [TestMethod]
    public void NestingBeyondTheLimit_IsRefused()
    {
        IsSeven(Accepted("{\"x\":[[[[[[[[8]]]]]]]],\"epoch\":7,\"upTo\":3}"));
        Refused("{\"x\":[[[[[[[[[9]]]]]]]]],\"epoch\":7,\"upTo\":3}");
    }

    private static string WithPlus(int pairs)
    {
        string plus = "";
        for (int i = 0; i < pairs; i++)
        {
            plus += (i > 0 ? ",[" : "[") + (100 + i).ToString() + ",1]";
        }

        return "{\"epoch\":7,\"upTo\":3,\"plus\":[" + plus + "]}";
    }

    private static void IsSeven(StoredReceipt receipt)
    {
        Assert.AreEqual(7, receipt.Epoch);
        Assert.AreEqual(3, receipt.UpTo);
    }

    private static bool Read(StoredReceipt receipt, string text)
    {
        byte[] bytes = Text.Utf8(text);
        return receipt.TryRead(bytes, bytes.Length);
    }

    private static StoredReceipt Accepted(string text)
    {
        var receipt = new StoredReceipt();
        Assert.IsTrue(Read(receipt, text), text);
        return receipt;
    }

    private static void Refused(string text)
    {
        Assert.IsFalse(Read(new StoredReceipt(), text), text);
    }
}
