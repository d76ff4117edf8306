using System.Collections.Generic;

namespace Board.Native;

/// <summary>
/// What one target has and lacks; only facts of the chip and its stock image, no wiring. Durations are unit time in microseconds; a
/// test sets a stall to 0 when it does not want it.
/// </summary>
public sealed record BoardProfile
{
    /// <summary>The target's name as the flashing tool knows it; also <c>SystemInfo.TargetName</c>.</summary>
    public string TargetName { get; init; } = "ESP32_REV3";

    /// <summary>Number of GPIO numbers, from 0.</summary>
    public int PinCount { get; init; } = 40;

    /// <summary>Pins that cannot be opened: not bonded out, or the flash hangs on them.</summary>
    public IReadOnlyList<int> UnusablePins { get; init; } = [6, 7, 8, 9, 10, 11, 20, 24, 28, 29, 30, 31];

    /// <summary>Pins without output driver and without pulls.</summary>
    public IReadOnlyList<int> InputOnlyPins { get; init; } = [34, 35, 36, 37, 38, 39];

    /// <summary>GPIO of each ADC channel, −1 where the channel has no pin. Channels from 10 on belong to ADC2.</summary>
    public IReadOnlyList<int> AdcChannelPins { get; init; } = [36, 37, 38, 39, 32, 33, 34, 35, -1, -1, 4, 0, 2, 15, 13, 12, 14, 27, 25, 26];

    /// <summary>First channel of ADC2, which fails while Wi-Fi runs.</summary>
    public int FirstAdc2Channel { get; init; } = 10;

    /// <summary>Below this the ADC gives 0 (millivolts at the pin, 12 dB attenuation).</summary>
    public int AdcZeroMillivolts { get; init; } = 150;

    /// <summary>From this on the ADC gives 4095 (millivolts at the pin, 12 dB attenuation).</summary>
    public int AdcFullMillivolts { get; init; } = 3100;

    /// <summary>Largest deviation of one conversion, counts to either side.</summary>
    public int AdcNoiseCounts { get; init; } = 6;

    /// <summary>Start of the noise sequence, so that a run can be repeated. Not 0.</summary>
    public uint AdcNoiseSeed { get; init; } = 0x2545F491;

    /// <summary>UARTs of the chip: COM1 … COMn.</summary>
    public int UartCount { get; init; } = 3;

    /// <summary>The port that the wire protocol (debugger, deployment) keeps for itself; opening it throws. Null: none.</summary>
    public string WireProtocolPort { get; init; } = "COM1";

    /// <summary>Pulse counter units; 0 where the chip has none (C3).</summary>
    public int PulseCounterUnits { get; init; } = 8;

    /// <summary>Size of the drive <c>I:</c> in bytes.</summary>
    public int StorageBytes { get; init; } = 256 * 1024;

    /// <summary>Everything stands still this long in a Close that writes: one flash erase, typically.</summary>
    public long FileCloseStall { get; init; } = 65_000;

    /// <summary>Everything stands still this long for a name lookup that succeeds.</summary>
    public long DnsStall { get; init; } = 40_000;

    /// <summary>Everything stands still this long for a name lookup that fails (resolver's own time-out).</summary>
    public long DnsFailureStall { get; init; } = 4_000_000;

    /// <summary>Everything stands still this long for a TLS handshake.</summary>
    public long TlsStall { get; init; } = 2_000_000;

    /// <summary>From radio on to associated.</summary>
    public long WifiAssociation { get; init; } = 1_500_000;

    /// <summary>From associated to having an address.</summary>
    public long Dhcp { get; init; } = 500_000;

    /// <summary>From having an address to the first answer of an SNTP server.</summary>
    public long Sntp { get; init; } = 800_000;

    /// <summary>An inbound MQTT message above this many payload bytes runs the client out of memory.</summary>
    public int MqttInboundLimit { get; init; } = 16 * 1024;

    /// <summary>What <c>GC.Run</c> reports as free, bytes of managed heap.</summary>
    public uint FreeHeapBytes { get; init; } = 60_000;

    /// <summary>ESP32 REV3, 4 MB, no PSRAM: the smallest board that is supported.</summary>
    public static BoardProfile Esp32Rev3 { get; } = new();

    /// <summary>ESP32-WROVER: the PSRAM keeps two pins, and the managed heap lies in it.</summary>
    public static BoardProfile Esp32PsramRev3 { get; } = new()
    {
        TargetName = "ESP32_PSRAM_REV3",
        UnusablePins = [.. Esp32Rev3.UnusablePins, 16, 17],
        FreeHeapBytes = 3_600_000,
    };

    /// <summary>ESP32-C3: one free UART more or less, no pulse counter.</summary>
    public static BoardProfile Esp32C3 { get; } = new()
    {
        TargetName = "ESP32_C3",
        PinCount = 22,
        UnusablePins = [12, 13, 14, 15, 16, 17],
        InputOnlyPins = [],
        AdcChannelPins = [0, 1, 2, 3, 4, 5],
        FirstAdc2Channel = 5,
        UartCount = 2,
        WireProtocolPort = null,
        PulseCounterUnits = 0,
        FreeHeapBytes = 40_000,
    };
}
