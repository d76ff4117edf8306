// layer: Tests
using nanoFramework.TestFramework;

[TestClass]
public class Rows
{
    [TestMethod]
    [DataRow((byte)1)]
    public void RightType(byte level)
    {
    }
}
