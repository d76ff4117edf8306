// layer: Device
// settings: clock NANO045.allowed.cs
using System;

public static class SystemClock
{
    public static long Now() => DateTime.UtcNow.Ticks;
}
