// layer: Device
using System;

public class Clock
{
    private long _setUnixSeconds;
    private bool _isSet;

    public void Set(long unixSeconds)
    {
        _setUnixSeconds = unixSeconds;
        _isSet = true;
    }

    public DateTime At() => _isSet ? DateTime.FromUnixTimeSeconds(_setUnixSeconds) : new DateTime(1970, 1, 1);
}
