using System.Linq;
using Tools.Simulation;

namespace Simulation.Tests;

/// <summary>The simulator finds what is put in, and by the invariant that it breaks.</summary>
[TestClass]
public class ControlTests
{
    [TestMethod]
    public void EveryNegativeControl_IsCaught()
    {
        (string, string)[] expected =
        [
            ("records without a CRC", "accepted as valid"),
            ("a length that nobody checks", "log"),
            ("flush in place of close", "id reused"),
            ("the broker's acknowledgement as storage", "cleared unstored"),
            ("ids without a counter that survives", "id reused"),
            ("a drill answered without the centre", "drill"),
            ("with confirm=broker, what was given up as taken", "cleared unstored"),
            ("a configuration that keeps its first content", "setting"),
            ("acknowledgements by a stranger", "acknowledged by nobody"),
            ("a terminal that says what is not so", "no cause"),
        ];
        CollectionAssert.AreEqual(expected, Controls.Play().Select(result => (result.Name, result.Caught?.Rule)).ToArray());
    }
}
