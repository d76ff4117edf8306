namespace Centre.Tests.Support;

/// <summary>A desk of its own for each test.</summary>
public abstract class DeskTests
{
    private protected Bench _bench;

    [TestInitialize]
    public void Open() => _bench = new Bench();

    [TestCleanup]
    public void Close() => _bench.Dispose();
}
