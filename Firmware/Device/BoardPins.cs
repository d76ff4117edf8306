namespace Firmware.Device;

/// <summary>
/// Which role sits on which pin of a board, and how its signals are scaled. A board project fills it in; nothing else names a pin. A pin of
/// <see cref="NotFitted"/> means that the board has no such signal. Inputs are contacts to ground: closed is low.
/// </summary>
public sealed class BoardPins
{
    /// <summary>No such signal on this board.</summary>
    public const int NotFitted = -1;

    /// <summary>Board id: the name of its folder.</summary>
    public string Board = "";

    /// <summary>GPIO numbers from this one on have no pull-up in the chip; their contacts have one on the board.</summary>
    public int FirstWithoutPull = int.MaxValue;

    /// <summary>Output to the driver of the contactor coil; high closes it. The driver holds it off by an external pull-down.</summary>
    public int PumpContactor = NotFitted;

    /// <summary>Input: auxiliary contact of the contactor, normally open.</summary>
    public int PumpContact = NotFitted;

    /// <summary>Input: start switch or card contact of the water user.</summary>
    public int RunRequest = NotFitted;

    /// <summary>Input: relay contact of the external supply, closed while it is there.</summary>
    public int MainsPresent = NotFitted;

    /// <summary>Input: door switch, closed while the door is shut.</summary>
    public int Door = NotFitted;

    /// <summary>Input: pulses of the water meter, counted by hardware on the falling edge.</summary>
    public int Pulse = NotFitted;

    /// <summary>Output: LED that shows the level; high lights it.</summary>
    public int LevelLed = NotFitted;

    /// <summary>Output: LED that shows the link; high lights it.</summary>
    public int LinkLed = NotFitted;

    /// <summary>Output: LED that shows the external supply; high lights it.</summary>
    public int PowerLed = NotFitted;

    /// <summary>Input: the unit's button, closed while it is pressed.</summary>
    public int Button = NotFitted;

    /// <summary>ADC channel of the supply behind its divider.</summary>
    public int SupplyChannel = NotFitted;

    /// <summary>Supply that just gives full counts, mV.</summary>
    public int SupplyFullMillivolts;

    /// <summary>Supply that just gives 0 counts, mV.</summary>
    public int SupplyZeroMillivolts;

    /// <summary>Below these counts the wire to the divider is cut: a supply so low could not power the unit.</summary>
    public int SupplyMinCounts;

    /// <summary>ADC channel of the pressure transducer behind its divider.</summary>
    public int PressureChannel = NotFitted;

    /// <summary>Counts at no pressure.</summary>
    public int PressureZeroCounts;

    /// <summary>Counts at the transducer's full scale.</summary>
    public int PressureFullCounts;

    /// <summary>Full scale of the transducer, kPa.</summary>
    public int PressureFullKilopascal;

    /// <summary>Below these counts the transducer's wire is cut.</summary>
    public int PressureMinCounts;

    /// <summary>Above these counts it is shorted to its supply.</summary>
    public int PressureMaxCounts = 4095;

    /// <summary>ADC channel of the battery's own poles, behind the same divider as the supply.</summary>
    public int BatteryChannel = NotFitted;

    /// <summary>ADC channel of the level transducer in the well, behind the same divider as the pressure transducer: the same counts at both ends of its range.</summary>
    public int WellLevelChannel = NotFitted;

    /// <summary>I²C address of the I/O expander (PCF8575), 7 bits.</summary>
    public int ExpanderAddress = NotFitted;

    /// <summary>I²C address of the real-time clock with thermometer (DS3231).</summary>
    public int ClockAddress = NotFitted;

    /// <summary>I²C address of the card reader (PN532).</summary>
    public int ReaderAddress = NotFitted;

    /// <summary>Expander pin (0 = P00, 15 = P17) of the contactor's mirror contact (NC).</summary>
    public int MirrorBit = NotFitted;

    /// <summary>Expander pin of the selector's spare contact, closed on hand.</summary>
    public int SelectorBit = NotFitted;

    /// <summary>Expander pin of the chamber's float, closed while it is dry.</summary>
    public int FloatBit = NotFitted;

    /// <summary>Expander pin of the valve's end switch, closed while it is fully open.</summary>
    public int ValveOpenBit = NotFitted;

    /// <summary>Expander pin of the valve's end switch, closed while it is fully shut.</summary>
    public int ValveShutBit = NotFitted;

    /// <summary>Expander pin that drives the valve open; on at low.</summary>
    public int ValveOpenDriveBit = NotFitted;

    /// <summary>Expander pin that drives the valve shut; on at low.</summary>
    public int ValveShutDriveBit = NotFitted;

    /// <summary>Port of the RS485 bus.</summary>
    public string BusPort = "";

    /// <summary>Its speed; 8N1.</summary>
    public int BusBaud = 9600;

    /// <summary>Port of the console, 115200 8N1.</summary>
    public string ConsolePort = "";
}
