// layer: Device
using System;

public static class Times
{
    public static DateTime Read(string text) => DateTime.Parse(text); // refused
    public static bool TryRead(string text, out DateTime time) => DateTime.TryParse(text, out time); // refused
}
