using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// Tells the event log of exceptions that were caught: at most one entry an hour, and of the same type at the same place one a day, so that a bad link does not fill the log.
/// </summary>
public sealed class TroubleLog
{
    /// <summary>Time between two entries, ms.</summary>
    public const int LeastMs = 3600000;

    /// <summary>Time until the same is told again, ms.</summary>
    public const int SameAgainMs = 86400000;

    private readonly Troubles _troubles;
    private readonly EventLog _log;
    private int _toldCount;
    private TroublePlace _toldPlace;
    private string _toldType;
    private long _toldMs;

    /// <summary>Nothing is told yet.</summary>
    public TroubleLog(Troubles troubles, EventLog log)
    {
        _troubles = troubles;
        _log = log;
    }

    /// <summary>Tells what came since the last entry, when it is time for the next one.</summary>
    public void Step(long nowMs)
    {
        if (_troubles.Count != _toldCount && (_toldCount == 0 || nowMs - _toldMs >= WaitMs()))
        {
            Tell(nowMs);
        }
    }

    /// <summary>Tells what came since the last entry, if anything did: the unit is about to restart.</summary>
    public void Tell(long nowMs)
    {
        int count = _troubles.Count;
        if (count == _toldCount)
        {
            return;
        }

        _toldPlace = _troubles.Last;
        _toldType = _troubles.TypeAt(_toldPlace);
        byte[] text = System.Text.Encoding.UTF8.GetBytes(_toldType);
        _log.Add(EventKind.ExceptionCaught, (int)_toldPlace, count - _toldCount, text, text.Length, true, nowMs);
        _toldCount = count;
        _toldMs = nowMs;
    }

    private int WaitMs()
    {
        TroublePlace last = _troubles.Last;
        return last == _toldPlace && _troubles.TypeAt(last) == _toldType ? SameAgainMs : LeastMs;
    }
}
