using Firmware.Core.Ports;
using Firmware.Core.Service;

namespace Firmware.Supervision;

/// <summary>What a unit stands on: the platform's side of every port, supplied by the board or by whoever plays it. All are needed.</summary>
public sealed class UnitPorts
{
    /// <summary>Inputs and outputs of the site.</summary>
    public ISiteIo Io { get; set; }

    /// <summary>Slots of durable bytes.</summary>
    public IStorage Storage { get; set; }

    /// <summary>Checksum of records.</summary>
    public IChecksum Checksum { get; set; }

    /// <summary>Hash of PINs and seals.</summary>
    public IKeyedHash KeyedHash { get; set; }

    /// <summary>The way to the broker.</summary>
    public ILink Link { get; set; }

    /// <summary>The console's port.</summary>
    public IConsolePort Console { get; set; }

    /// <summary>Uptime, and the platform's time.</summary>
    public ISystemClock Clock { get; set; }

    /// <summary>Where these note the exceptions that they catch; the unit notes its own there as well.</summary>
    public Troubles Troubles { get; set; } = new Troubles();
}
