using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tools.VirtualUnit;

/// <summary>A wire from a pin of the chip to a screw terminal of the site.</summary>
/// <param name="Gpio">Number of the pin.</param>
/// <param name="Terminal">Name of the terminal in the site simulator.</param>
/// <param name="Inverted">The board's circuit between them turns the level round.</param>
internal sealed record Wire(int Gpio, string Terminal, bool Inverted = false);

/// <summary>A UART of the chip on a serial pair of the site.</summary>
internal sealed record SerialWire(string Port, string Terminal);

/// <summary>A status LED.</summary>
/// <param name="Gpio">Number of the pin that drives it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Inverted">It shines on a low level.</param>
internal sealed record LedWire(int Gpio, string Name, bool Inverted = false);

/// <summary>A wire from a pin of the board's I/O expander (0 = P00, 15 = P17) to a screw terminal. The board drives its outputs on at low.</summary>
internal sealed record ExpanderWire(int Pin, string Terminal);

/// <summary>The I/O expander on the I²C bus.</summary>
internal sealed record ExpanderWiring(int Address, IReadOnlyList<ExpanderWire> Wires);

/// <summary>A part on the I²C bus that measures what a terminal shows.</summary>
internal sealed record PartWiring(int Address, string Terminal);

/// <summary>The board's I²C bus.</summary>
/// <param name="Data">GPIO of SDA.</param>
/// <param name="Clock">GPIO of SCL.</param>
/// <param name="Expander">PCF8575.</param>
/// <param name="RealTimeClock">DS3231, whose thermometer hangs in the enclosure.</param>
/// <param name="CardReader">PN532.</param>
internal sealed record TwoWireWiring(int Data, int Clock, ExpanderWiring Expander, PartWiring RealTimeClock, PartWiring CardReader);

/// <summary>How one board is wired: the same list as the board's wiring.md, for the simulated site.</summary>
/// <param name="Console">UART of the service console.</param>
/// <param name="Button">Number of the pin that the unit's own button pulls to ground.</param>
/// <param name="Radio">Terminal that shows what the radio receives.</param>
internal sealed record Wiring(
    string Console,
    IReadOnlyList<Wire> Wires,
    IReadOnlyList<SerialWire> Serial,
    IReadOnlyList<LedWire> Leds,
    int Button,
    TwoWireWiring TwoWire,
    string Radio)
{
    private static readonly JsonSerializerOptions s_strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The list of a board that this tool ships with.</summary>
    public static Wiring Of(string board)
    {
        using Stream list = typeof(Wiring).Assembly.GetManifestResourceStream($"wiring/{board}.json");
        return JsonSerializer.Deserialize<Wiring>(list, s_strict);
    }
}
