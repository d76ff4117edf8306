using Firmware.Core.Contracts;

namespace Firmware.Records.Messaging;

/// <summary>An absence that the unit announces: silence is expected after it.</summary>
public enum Absence : byte
{
    /// <summary>In service.</summary>
    None = 0,

    /// <summary>Out of season (停用封存).</summary>
    LaidUp = 1,

    /// <summary>About to be switched off on purpose.</summary>
    Shutdown = 2,
}

/// <summary>Writes <c>state</c>: the birth, and with false the will of the same session.</summary>
public static class StateMessage
{
    private const int ConnectsPerBoot = 65536;

    /// <summary>Number of a session: it never falls in an epoch, and none comes twice. Connects above 65,535 count as so many, because the next number is the next boot's.</summary>
    public static long SessionOf(int boot, int connects)
    {
        return ((long)boot * ConnectsPerBoot) + Bound.Clamp(connects, 0, ConnectsPerBoot - 1);
    }

    /// <summary>Writes the object.</summary>
    /// <param name="json">Gets it.</param>
    /// <param name="online">The birth, or the will of the same session.</param>
    /// <param name="epoch">Epoch in which this start and its connects are counted: (epoch, session) names the session.</param>
    /// <param name="boot">Number of this start in it, from 1.</param>
    /// <param name="connects">Number of the connect in this start, from 1.</param>
    /// <param name="absence">Announces that silence is expected from now on.</param>
    public static void Write(MessageWriter json, bool online, int epoch, int boot, int connects, Absence absence = Absence.None)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.Member("online", online);
        json.Member("epoch", (uint)epoch);
        json.Member("session", SessionOf(boot, connects));
        json.Member("boot", boot);
        if (absence != Absence.None)
        {
            json.Member("service", absence == Absence.LaidUp ? "laid-up" : "shutdown");
        }

        json.EndObject();
    }
}
