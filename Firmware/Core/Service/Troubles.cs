using System;

namespace Firmware.Core.Service;

/// <summary>Where an exception was caught. A number is never reused: the event log keeps it.</summary>
public enum TroublePlace : byte
{
    /// <summary>The loop: the scan was given up.</summary>
    Loop = 0,

    /// <summary>A page of the console, which was given up.</summary>
    Page = 1,

    /// <summary>The RS485 bus: its worker or its port.</summary>
    Bus = 2,

    /// <summary>The worker of the parts on I²C.</summary>
    Parts = 3,

    /// <summary>The worker of the MQTT link: its connection was closed.</summary>
    Link = 4,

    /// <summary>The console's port.</summary>
    ConsolePort = 5,

    /// <summary>The file system.</summary>
    Storage = 6,

    /// <summary>The radio's search for access points.</summary>
    Radio = 7,

    /// <summary>The analogue converter.</summary>
    Converter = 8,
}

/// <summary>
/// The exceptions that were caught so that the unit goes on, since its start: how many at each place, and of what type the last one was. Every thread notes its own here; the console's
/// <c>counters</c> and the event log tell them. 150 B.
/// </summary>
public sealed class Troubles
{
    /// <summary>Number of places.</summary>
    public const int Places = 9;

    private readonly object _gate = new object();
    private readonly int[] _count = new int[Places];
    private readonly string[] _type = new string[Places];

    /// <summary>How many at all places.</summary>
    public int Count { get; private set; }

    /// <summary>Where the last one was caught.</summary>
    public TroublePlace Last { get; private set; }

    /// <summary>Notes an exception. Allocates the name of its type.</summary>
    public void Note(TroublePlace place, Exception caught)
    {
        string type = caught.GetType().Name;
        lock (_gate)
        {
            _type[(int)place] = type;
            _count[(int)place]++;
            Last = place;
            Count++;
        }
    }

    /// <summary>How many at a place.</summary>
    public int CountAt(TroublePlace place) => _count[(int)place];

    /// <summary>Name of the last one's type at a place; null where there was none.</summary>
    public string TypeAt(TroublePlace place) => _type[(int)place];
}
