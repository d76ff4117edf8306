// layer: Device
// settings: clock SystemClock.cs
using System;

public static class Anywhere
{
    public static long Now() => DateTime.UtcNow.Ticks; // refused
}
