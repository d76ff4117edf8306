// layer: Device
using System;

public static class Times
{
    public static DateTime Read(long unixSeconds) => DateTime.FromUnixTimeSeconds(unixSeconds);
}
