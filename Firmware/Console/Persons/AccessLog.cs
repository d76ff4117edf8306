using Firmware.Records;

namespace Firmware.Console;

/// <summary>Keeps who came and who tried, in the unit's event log. The numbers of its entries are 33 to 36 and are never reused.</summary>
public sealed class AccessLog : IAccessLog
{
    /// <summary>A person logged in. Code: the person.</summary>
    public const int LoggedIn = 33;

    /// <summary>A try failed. Code: the person whose number was typed and is known, else 0.</summary>
    public const int Refused = 34;

    /// <summary>A person left. Code: the person.</summary>
    public const int LoggedOut = 35;

    /// <summary>The list was changed. Code: by whom; value: whom, negative where they were taken off.</summary>
    public const int ListChanged = 36;

    private readonly EventLog _log;

    /// <summary>Entries of a log.</summary>
    public AccessLog(EventLog log)
    {
        _log = log;
    }

    /// <inheritdoc/>
    public void Tried(int person, bool right, long nowMs)
    {
        _log.Add((EventKind)(right ? LoggedIn : Refused), person, 0, nowMs);
    }

    /// <inheritdoc/>
    public void Left(int person, long nowMs)
    {
        _log.Add((EventKind)LoggedOut, person, 0, nowMs);
    }

    /// <inheritdoc/>
    public void Changed(int by, int person, bool added, long nowMs)
    {
        _log.Add((EventKind)ListChanged, by, added ? person : -person, nowMs);
    }
}
