using Core.Tests.Support;
using Firmware.Contract;

namespace Contract.Tests;

/// <summary>The one command, and what is kept of it.</summary>
[TestClass]
public class AcknowledgeCommandTests
{
    private const string Good = "{\"v\":1,\"command\":\"acknowledge\",\"epoch\":2864434397,\"code\":305,\"occurrence\":3,\"who\":\"desk-2\",\"case\":\"GD-1121-07\",\"arrive\":1790007200}";

    [TestMethod]
    public void TheDocumentedCommand_IsRead()
    {
        var command = new AcknowledgeCommand();
        Assert.IsTrue(Read(command, Good));
        Assert.AreEqual(unchecked((int)2864434397), command.Epoch);
        Assert.AreEqual(305, command.Code);
        Assert.AreEqual(3, command.Occurrence);
        Assert.AreEqual(1790007200, command.Arrive);
        Assert.AreEqual("desk-2", Text.Of(command.Texts, 6));
        Assert.AreEqual(0, (int)command.Texts[6]);
        Assert.AreEqual(71, (int)command.Texts[12]);
    }

    [TestMethod]
    public void CaseAndArrivalMayBeMissing_AndOtherMembersAreSkipped()
    {
        var command = new AcknowledgeCommand();
        Assert.IsTrue(Read(command, Good));
        Assert.IsTrue(Read(command, "{\"x\":[1,{\"y\":\"z\"}],\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"值班\"}"));
        Assert.AreEqual(0, command.Arrive);
        Assert.AreEqual(0, (int)command.Texts[12]);
        Assert.AreEqual("值班", Text.Of(command.Texts, 6));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{}")]
    [DataRow("{\"v\":1}")]
    [DataRow("{\"v\":2,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"reset\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"code\":305,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"abcdefghijklm\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\\\\b\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\",\"case\":\"123456789012345678901\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":4294967296,\"code\":305,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":99999,\"occurrence\":3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":-3,\"who\":\"a\"}")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\"")]
    [DataRow("{\"v\":1,\"command\":\"acknowledge\",\"epoch\":1,\"code\":305,\"occurrence\":3,\"who\":\"a\"}}")]
    public void AnythingElse_IsRefused(string text) => Assert.IsFalse(Read(new AcknowledgeCommand(), text));

    [TestMethod]
    public void EveryCutOfTheCommand_IsRefusedAndNothingThrows()
    {
        byte[] bytes = Text.Utf8(Good);
        var command = new AcknowledgeCommand();
        for (int count = 0; count < bytes.Length; count++)
        {
            Assert.IsFalse(command.TryRead(bytes, count));
        }
    }

    [TestMethod]
    public void WhatWasTakenOn_SurvivesARestart()
    {
        var book = new Acknowledgements();
        var command = new AcknowledgeCommand();
        Read(command, Good);
        book.Note(305, 3, command.Texts, command.Arrive, 1790000000, false);
        Assert.IsTrue(book.IsDue(0));
        var buffer = new byte[1024];
        int count = book.Write(buffer, 0, new TableChecksum());
        Assert.IsTrue(count <= 410);
        var after = new Acknowledgements();
        Assert.IsTrue(after.TryRead(buffer, count, new TableChecksum()));
        int entry = after.Find(305, 3);
        Assert.IsFalse(after.IsVerified(entry));
        Assert.AreEqual(1790007200, after.Arrive(entry));
        Assert.AreEqual(1790000000, after.At(entry));
        var text = new byte[20];
        Assert.AreEqual("desk-2", Text.Of(text, after.CopyWho(entry, text)));
        Assert.AreEqual("GD-1121-07", Text.Of(text, after.CopyCase(entry, text)));
        Assert.AreEqual(-1, after.Find(305, 4));
    }

    [TestMethod]
    public void TheNinth_ReplacesTheFirst_AndTheSameIncidentItsOwn()
    {
        var book = new Acknowledgements();
        for (int i = 1; i <= 9; i++)
        {
            book.Note(305, i, new byte[32], 0, i, true);
        }

        book.Note(305, 9, new byte[32], 0, 99, true);
        Assert.AreEqual(-1, book.Find(305, 1));
        Assert.IsTrue(book.Find(305, 2) >= 0);
        Assert.AreEqual(99, book.At(book.Find(305, 9)));
    }

    private static bool Read(AcknowledgeCommand command, string text)
    {
        byte[] bytes = Text.Utf8(text);
        return command.TryRead(bytes, bytes.Length);
    }
}
