// layer: Tests
using nanoFramework.TestFramework;

public enum Level
{
    Low,
}

[TestClass]
public class Rows
{
    [TestMethod]
    [DataRow(Level.Low)]
    public void OfEnum(Level level)
    {
    } // refused

    [TestMethod]
    [DataRow(1, null)]
    public void OfNull(int number, string text)
    {
    } // refused

    [TestMethod]
    [DataRow(1, new byte[] { 1 })]
    public void OfArray(int number, byte[] data)
    {
    } // refused
}
