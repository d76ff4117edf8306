using System.Linq;
using Tools.Simulation;

namespace Simulation.Tests;

/// <summary>The simulator finds what is put in.</summary>
[TestClass]
public class ControlTests
{
    [TestMethod]
    public void EveryNegativeControl_IsCaught()
    {
        ControlResult[] results = Controls.Play().ToArray();
        string[] names =
        [
            "records without a CRC",
            "flush in place of close",
            "the broker's acknowledgement as storage",
            "ids without a counter that survives",
            "a drill answered without the centre",
            "with confirm=broker, what was given up as taken",
            "a configuration that keeps its first content",
            "acknowledgements by a stranger",
            "a terminal that says what is not so",
        ];
        CollectionAssert.AreEqual(names, results.Select(result => result.Name).ToArray());
        foreach (ControlResult result in results)
        {
            Assert.IsNotNull(result.Caught, result.Name);
        }
    }
}
