// layer: Tests
using nanoFramework.TestFramework;

[TestClass]
public class Rows
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void OfNumber(int level)
    {
    }

    [TestMethod]
    [DataRow(1, "")]
    public void OfText(int number, string text)
    {
    }
}
