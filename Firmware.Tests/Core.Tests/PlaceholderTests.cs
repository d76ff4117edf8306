using Firmware.Core;

namespace Core.Tests;

[TestClass]
public class PlaceholderTests
{
    [TestMethod]
    public void NameIsThere()
    {
        Assert.IsNotNull(typeof(Placeholder).Name);
    }
}
