namespace Firmware.Records.Messaging;

/// <summary>The topics of one unit, built once.</summary>
public sealed class Topics
{
    /// <summary>Retained: online or not; also the will.</summary>
    public readonly string State;

    /// <summary>Retained: what the unit is.</summary>
    public readonly string About;

    /// <summary>Retained: what is true now.</summary>
    public readonly string Snapshot;

    /// <summary>One object for each transition of a fault.</summary>
    public readonly string Alarm;

    /// <summary>Readings now and then.</summary>
    public readonly string Telemetry;

    /// <summary>Notices and reports of inspections.</summary>
    public readonly string Inspection;

    /// <summary>Visits.</summary>
    public readonly string Visit;

    /// <summary>The weekly test of the alarm path.</summary>
    public readonly string Drill;

    /// <summary>From the centre: receipts.</summary>
    public readonly string Stored;

    /// <summary>From the centre: commands.</summary>
    public readonly string Command;

    /// <summary>MQTT client id, fixed: a second unit with the same identity throws the first one out and is seen.</summary>
    public readonly string ClientId;

    /// <summary>Topics of <paramref name="unit"/> at <paramref name="site"/>, both <c>[a-z0-9-]{1,32}</c>.</summary>
    public Topics(string site, string unit)
    {
        string root = "irrigation/v1/" + site + "/" + unit + "/";
        State = root + "state";
        About = root + "about";
        Snapshot = root + "snapshot";
        Alarm = root + "alarm";
        Telemetry = root + "telemetry";
        Inspection = root + "inspection";
        Visit = root + "visit";
        Drill = root + "drill";
        Stored = root + "stored";
        Command = root + "command";
        ClientId = site + "." + unit;
    }
}
