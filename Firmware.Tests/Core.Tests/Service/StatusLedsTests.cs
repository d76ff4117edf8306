using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Core.Tests.Service;

/// <summary>Rhythms sampled every 250 ms: one character a sample, # for on.</summary>
[TestClass]
public class StatusLedsTests
{
    [TestMethod]
    [DataRow(0, "########################")]
    [DataRow(1, "#.#.#.#.#.#.#.#.#.#.#.#.")]
    [DataRow(2, "#.#.....#.#.....#.#.....")]
    [DataRow(3, "#.......#.......#.......")]
    [DataRow(4, "#.......................")]
    public void Level_IsToldByRhythm(int level, string rhythm)
    {
        for (int i = 0; i < 24; i++)
        {
            Assert.AreEqual(rhythm[i] == '#', StatusLeds.LevelIsOn(level, 60000 + (250 * i)));
            Assert.AreEqual(rhythm[i] == '#', StatusLeds.LevelIsOn(level, 60000 + (250 * i) + 249));
        }
    }

    [TestMethod]
    [DataRow(0, false, "................")]
    [DataRow(0, true, "................")]
    [DataRow(1, false, "#.......#.......")]
    [DataRow(1, true, "#.......#.......")]
    [DataRow(2, false, "#.#.....#.#.....")]
    [DataRow(2, true, "################")]
    public void Link_IsToldByRhythm(int reach, bool centreAnswered, string rhythm)
    {
        for (int i = 0; i < 16; i++)
        {
            Assert.AreEqual(rhythm[i] == '#', StatusLeds.LinkIsOn((LinkReach)reach, centreAnswered, 60000 + (250 * i)));
        }
    }
}
