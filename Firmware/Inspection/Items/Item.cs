namespace Firmware.Inspection.Items;

/// <summary>What is done at an item (service contracts §4: 清洁, 检查, 调试, 润滑, 紧固).</summary>
public enum ItemKind : byte
{
    /// <summary>清洁.</summary>
    Cleaning = 0,

    /// <summary>检查.</summary>
    Checking = 1,

    /// <summary>调试.</summary>
    Adjusting = 2,

    /// <summary>润滑.</summary>
    Lubricating = 3,

    /// <summary>紧固.</summary>
    Tightening = 4,
}

/// <summary>Who answers for an item.</summary>
public enum ItemWho : byte
{
    /// <summary>The unit measures.</summary>
    Unit = 0,

    /// <summary>The technician attests, or enters a value.</summary>
    Technician = 1,

    /// <summary>The unit measures what the technician does, or the technician confirms what the unit measured.</summary>
    Both = 2,
}

/// <summary>What came of an item. Only <see cref="Pass"/> has passed.</summary>
public enum ItemResult : byte
{
    /// <summary>Not finished.</summary>
    Open = 0,

    /// <summary>Inside its tolerance.</summary>
    Pass = 1,

    /// <summary>Outside.</summary>
    Fail = 2,

    /// <summary>Not judged; <see cref="ItemReason"/> says why.</summary>
    NotTested = 3,

    /// <summary>This site has no such part or sensor.</summary>
    NotFitted = 4,
}

/// <summary>Why an item was not tested.</summary>
public enum ItemReason : byte
{
    /// <summary>It was.</summary>
    None = 0,

    /// <summary>It needs a person, and the run has none.</summary>
    NobodyThere = 1,

    /// <summary>The person did not allow it.</summary>
    Declined = 2,

    /// <summary>The person left it out.</summary>
    Skipped = 3,

    /// <summary>It did not end in its time, or nobody answered.</summary>
    TimedOut = 4,

    /// <summary>A key stopped it.</summary>
    StoppedByKey = 5,

    /// <summary>The door moved while it ran.</summary>
    StoppedByDoor = 6,

    /// <summary>An abnormal reading: a fault of level 1 or 2, or one of level 3 of power, pump, valve or water, came up while it ran.</summary>
    StoppedByFault = 7,

    /// <summary>The power was cut, or the unit restarted, while it ran.</summary>
    Interrupted = 8,

    /// <summary>The run was broken off before it.</summary>
    Aborted = 9,

    /// <summary>The water user irrigates.</summary>
    Irrigating = 10,

    /// <summary>Trying it would endanger people or the plant.</summary>
    NotSafe = 11,

    /// <summary>The instrument that it needs gave no reading.</summary>
    NoReading = 12,

    /// <summary>The value lies so close to the limit that its uncertainty leaves it open on which side.</summary>
    TooUncertain = 13,

    /// <summary>The reference volume is too small for the weight of a pulse.</summary>
    VolumeTooSmall = 14,

    /// <summary>There is nothing yet to compare with.</summary>
    NothingToCompare = 15,
}

/// <summary>What an item waits for from the person at the unit.</summary>
public enum Prompt : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>May it move the pump or water? Yes or no.</summary>
    MayMove = 1,

    /// <summary>Good or bad.</summary>
    Attest = 2,

    /// <summary>A value in the item's unit.</summary>
    Value = 3,

    /// <summary>An act that the unit watches: door, card. "No" says that it was done and that the unit did not see it.</summary>
    Act = 4,

    /// <summary>The reference vessel fills: any key ends it and stops the pump.</summary>
    Full = 5,
}

/// <summary>Units of values. The names are those on the wire.</summary>
public static class ItemUnit
{
    /// <summary>A contact, a count, a tick.</summary>
    public const byte One = 0;

    /// <summary>Millivolt.</summary>
    public const byte Millivolt = 1;

    /// <summary>Milliampere.</summary>
    public const byte Milliampere = 2;

    /// <summary>Microsecond.</summary>
    public const byte Microsecond = 3;

    /// <summary>Millisecond.</summary>
    public const byte Millisecond = 4;

    /// <summary>Per mille.</summary>
    public const byte Permille = 5;

    /// <summary>Litre.</summary>
    public const byte Litre = 6;

    /// <summary>Millilitre a second.</summary>
    public const byte MillilitrePerSecond = 7;

    /// <summary>Kilopascal.</summary>
    public const byte Kilopascal = 8;

    /// <summary>Thousandth of a degree Celsius.</summary>
    public const byte MilliCelsius = 9;

    /// <summary>Centimetre.</summary>
    public const byte Centimetre = 10;

    /// <summary>Second.</summary>
    public const byte Second = 11;

    /// <summary>Decibel against a milliwatt.</summary>
    public const byte DecibelMilliwatt = 12;

    /// <summary>Per cent.</summary>
    public const byte Percent = 13;

    /// <summary>Milliohm.</summary>
    public const byte Milliohm = 14;

    /// <summary>Kilo-ohm.</summary>
    public const byte Kiloohm = 15;

    /// <summary>Watt.</summary>
    public const byte Watt = 16;

    /// <summary>Day.</summary>
    public const byte Day = 17;

    /// <summary>The name of a unit on the wire; empty for <see cref="One"/>.</summary>
    public static string NameOf(byte unit)
    {
        return unit switch
        {
            Millivolt => "mV",
            Milliampere => "mA",
            Microsecond => "us",
            Millisecond => "ms",
            Permille => "permille",
            Litre => "L",
            MillilitrePerSecond => "mL/s",
            Kilopascal => "kPa",
            MilliCelsius => "mdegC",
            Centimetre => "cm",
            Second => "s",
            DecibelMilliwatt => "dBm",
            Percent => "%",
            Milliohm => "mOhm",
            Kiloohm => "kOhm",
            Watt => "W",
            Day => "d",
            _ => "",
        };
    }
}
