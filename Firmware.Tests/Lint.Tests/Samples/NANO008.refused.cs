// layer: Tests
using nanoFramework.TestFramework;

[TestClass]
public class Rows
{
    [TestMethod]
    [DataRow(1)]
    public void WrongType(byte level)
    {
    } // refused

    [TestMethod]
    [DataRow(1, 2)]
    public void WrongCount(int number)
    {
    } // refused
}
