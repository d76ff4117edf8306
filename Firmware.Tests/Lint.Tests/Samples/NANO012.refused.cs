// layer: Tests
using nanoFramework.TestFramework;

[TestClass]
public class Flow
{
    private int _expected;

    [TestMethod]
    public void KeepsState()
    {
        _expected = 1; // refused
    }

    [TestMethod]
    public void CallsHelper()
    {
        Helper(); // refused
    }

    private void Helper()
    {
    }
}
