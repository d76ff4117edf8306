using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Board.Native;
using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;
using nanoFramework.Hardware.Esp32;

namespace Device.Tests;

/// <summary>Every board of the folder <c>boards/esp32-*</c>: its pin table against its module, its page against its pin table, and a unit that starts on it.</summary>
[TestClass]
public class BoardsTests : BoardTest
{
    /// <summary>Pins whose level at start says how the chip starts.</summary>
    private static readonly int[] s_strapping = [0, 2, 5, 12, 15];

    private static readonly int[] s_wireProtocol = [1, 3];

    private static readonly DeviceFunction[] s_ports =
    [
        DeviceFunction.COM2_TX, DeviceFunction.COM2_RX, DeviceFunction.COM2_RTS, DeviceFunction.COM3_TX, DeviceFunction.COM3_RX, DeviceFunction.I2C1_DATA, DeviceFunction.I2C1_CLOCK,
    ];

    /// <summary>Folder, target, image.</summary>
    private static readonly (string Folder, BoardProfile Module, Action MapPorts, Func<BoardPins> Pins)[] s_boards =
    [
        ("esp32-devkitc", BoardProfile.Esp32Rev3, Boards.Esp32DevKitC.Wiring.MapPorts, Boards.Esp32DevKitC.Wiring.Pins),
        ("esp32-wrover", BoardProfile.Esp32PsramRev3, Boards.Esp32Wrover.Wiring.MapPorts, Boards.Esp32Wrover.Wiring.Pins),
    ];

    private static string Folder
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!System.IO.File.Exists(Path.Combine(folder, "Firmware.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no Firmware.sln above the tests");
            }

            return Path.Combine(folder, "boards");
        }
    }

    [TestMethod]
    public void EveryBoardIsHere()
    {
        string[] folders = [.. System.IO.Directory.GetDirectories(Folder, "esp32-*").Select(Path.GetFileName).Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(folders, s_boards.Select(board => board.Folder).ToArray());
        CollectionAssert.AreEqual(folders, s_boards.Select(board => board.Pins().Board).ToArray());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void NoPinHasTwoRolesOrIsTheModulesOwn(int board)
    {
        BoardProfile module = s_boards[board].Module;
        int[] pins = [.. PinsOf(board)];
        Assert.HasCount(21, pins);
        CollectionAssert.AllItemsAreUnique(pins);
        Assert.IsEmpty(pins.Intersect(module.UnusablePins).Concat(pins.Intersect(s_wireProtocol)));
        Assert.AreEqual(34, s_boards[board].Pins().FirstWithoutPull);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void NothingThatMovesIsOnAStrappingPinAndEachOutputHasADriver(int board)
    {
        BoardPins pins = s_boards[board].Pins();
        Assert.DoesNotContain(pins.PumpContactor, s_strapping);
        int[] outputs = [pins.PumpContactor, pins.LevelLed, pins.LinkLed, pins.PowerLed, .. Ports(board).Where((_, port) => port is not 1 and not 4)];
        Assert.IsEmpty(outputs.Intersect(s_boards[board].Module.InputOnlyPins));
        Assert.IsEmpty(Ports(board).Intersect(s_strapping));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void AnalogueInputsWorkBesideWifi(int board)
    {
        Assert.IsTrue(ChannelsOf(s_boards[board].Pins()).All(channel => channel >= 0 && channel < s_boards[board].Module.FirstAdc2Channel));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void ThePageNamesThePinsOfTheTableAndNoOther(int board)
    {
        int[] named = [.. System.IO.File.ReadAllLines(Path.Combine(Folder, s_boards[board].Folder, "wiring.md"))
            .Select(row => Regex.Match(row, @"^\| [^|]+ \| ([0-9]+(?: / [0-9]+)*)(?: \([^|]*\))? \|")).Where(row => row.Success)
            .SelectMany(row => row.Groups[1].Value.Split(" / ")).Select(int.Parse).Order()];
        CollectionAssert.AreEqual(PinsOf(board).Order().ToArray(), named);
        Assert.Contains($"`{s_boards[board].Module.TargetName}`", System.IO.File.ReadAllText(Path.Combine(Folder, s_boards[board].Folder, "wiring.md")));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void AUnitStartsOnIt(int board)
    {
        Hardware.Profile = s_boards[board].Module with { FileCloseStall = 0, DnsStall = 0, DnsFailureStall = 0, AdcNoiseCounts = 0 };
        s_boards[board].MapPorts();
        BoardPins pins = s_boards[board].Pins();
        UnitProgram program = UnitProgram.Compose(pins, new ChineseTexts(), new EnglishTexts());
        new Thread(program.Run).Start();
        bool lit = false;
        Until(() => lit |= Hardware.ReadLevel(pins.LevelLed), "the level LED", stepMilliseconds: 50);
        Assert.AreEqual(0, program.Unit.Troubles.Count);
    }

    private static int[] Ports(int board)
    {
        s_boards[board].MapPorts();
        return [.. s_ports.Select(port => Configuration.GetFunctionPin(port))];
    }

    private static int[] ChannelsOf(BoardPins pins) => [pins.SupplyChannel, pins.PressureChannel, pins.BatteryChannel, pins.WellLevelChannel];

    private static IEnumerable<int> PinsOf(int board)
    {
        BoardPins pins = s_boards[board].Pins();
        int[] single =
        [
            pins.PumpContactor, pins.PumpContact, pins.RunRequest, pins.MainsPresent, pins.Door, pins.Pulse, pins.LevelLed, pins.LinkLed, pins.PowerLed, pins.Button,
        ];
        return single.Concat(ChannelsOf(pins).Select(channel => s_boards[board].Module.AdcChannelPins[channel])).Concat(Ports(board));
    }
}
