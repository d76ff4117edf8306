// layer: Device
using System;

public class Clock
{
    private DateTime _set = DateTime.MinValue; // refused

    public bool IsSet() => _set != new DateTime(0); // refused
}
