using Firmware.Core.Contracts;
using Firmware.Records;
using Firmware.Records.Messaging;
using Firmware.Supervision;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Core.Tests.Support;

/// <summary>A whole unit on fake ports, at the time that the test sets. A restart is a new bench on the same storage.</summary>
public sealed class UnitBench
{
    /// <summary>Epoch that a unit draws on a storage that nobody has used.</summary>
    public const int FirstEpoch = 1111;

    /// <summary>Epoch that a later start draws, where it needs one.</summary>
    public const int LaterEpoch = 2222;

    /// <summary>21 September 2026, 14:13:20 UTC.</summary>
    public const long Unix = 1790000000;

    /// <summary>The unit.</summary>
    public readonly Unit Unit;

    /// <summary>Its terminals.</summary>
    public readonly FakeSiteIo Io = new FakeSiteIo();

    /// <summary>Its link.</summary>
    public readonly FakeLink Link = new FakeLink();

    /// <summary>Its console line.</summary>
    public readonly FakeConsole Console = new FakeConsole();

    /// <summary>Its clocks.</summary>
    public readonly FakeClock Clock = new FakeClock();

    /// <summary>Its storage.</summary>
    public readonly MemoryStorage Storage;

    /// <summary>Its settings.</summary>
    public readonly Settings Settings;

    /// <summary>A unit with default settings and empty storage.</summary>
    public UnitBench()
        : this(new MemoryStorage(), new Settings(), 1)
    {
    }

    /// <summary>A unit started on a storage, on the chip whose MAC ends with a byte, with settings that come from nowhere.</summary>
    public UnitBench(MemoryStorage storage, Settings settings, byte macEnd)
        : this(storage, SettingsStore.Of(Named(settings), new TableChecksum()), macEnd)
    {
    }

    /// <summary>A unit started on a storage with the configuration that it finds there, or the provisioning file that lies beside it.</summary>
    public UnitBench(MemoryStorage storage, string file)
        : this(storage, SettingsStore.Load(storage, new TableChecksum(), MacOf(1), Text.Utf8(file), Text.Utf8(file).Length), 1)
    {
    }

    private UnitBench(MemoryStorage storage, SettingsStore configuration, byte macEnd)
    {
        Storage = storage;
        Settings = configuration.InForce;
        Clock.UnixAtStart = Unix;
        var identity = new UnitIdentity { Board = "esp32-devkitc", Target = "ESP32_REV3", Mac = MacOf(macEnd) };
        var ports = new UnitPorts
        {
            Io = Io,
            Storage = storage,
            Checksum = new TableChecksum(),
            KeyedHash = new FakeKeyedHash(),
            Link = Link,
            Console = Console,
            Clock = Clock,
        };
        Unit = new Unit(configuration, identity, ports, new ChineseTexts(), new EnglishTexts());
        Unit.Delivery.Begin(storage.Writes == 0 ? FirstEpoch : LaterEpoch);
    }

    /// <summary>Row of a code.</summary>
    public int Row(int code) => Unit.Site.Catalogue.RowOf(code);

    /// <summary>True while a code is raised.</summary>
    public bool IsRaised(int code) => Unit.Site.Monitors.IsRaised(Row(code));

    /// <summary>Level of a raised code.</summary>
    public int LevelOf(int code) => Unit.Site.Monitors.LevelOf(Row(code));

    /// <summary>Onset of a raised code, ms of uptime.</summary>
    public long OnsetOf(int code) => Unit.Site.Monitors.OnsetMsOf(Row(code));

    /// <summary>Scans every 50 ms for a time.</summary>
    public void Run(int milliseconds)
    {
        for (int scans = milliseconds / 50; scans > 0; scans--)
        {
            Scan();
        }
    }

    /// <summary>One scan, then 50 ms pass.</summary>
    public void Scan()
    {
        Unit.Scan();
        Clock.UptimeMs += 50;
    }

    /// <summary>Scans until a code is raised; returns the time it took, −1 where it was not raised within <paramref name="limitMs"/>.</summary>
    public int UntilRaised(int code, int limitMs)
    {
        for (int ms = 0; ms <= limitMs; ms += 50)
        {
            if (IsRaised(code))
            {
                return ms;
            }

            Scan();
        }

        return -1;
    }

    /// <summary>Types a line and lets the unit answer; returns what it showed.</summary>
    public string Ask(string line)
    {
        Console.Clear();
        Console.Type(line + "\r");
        Run(2000);
        return Console.Shown;
    }

    private static Settings Named(Settings settings)
    {
        settings.Site = "east";
        settings.Unit = "well-3";
        return settings;
    }

    /// <summary>MAC of the chip that ends with a byte.</summary>
    public static byte[] MacOf(byte end)
    {
        return new byte[] { 2, 0, 0, 0, 0, end };
    }
}
