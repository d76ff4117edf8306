// layer: Tests
using nanoFramework.TestFramework;

[TestClass]
public class Flow
{
    private static int _expected;

    [TestMethod]
    public void KeepsState()
    {
        _expected = 1;
        Helper();
    }

    private static void Helper()
    {
    }
}

public class Stand
{
    private int _level;

    public int Rise() => ++_level;
}
