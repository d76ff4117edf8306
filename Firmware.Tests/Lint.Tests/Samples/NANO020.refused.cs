// layer: Device
using System;

public static class Totals
{
    public static float Greater(long a, long b) => Math.Max(a, b); // refused
    public static float Size(ulong a) => Math.Abs(a); // refused
    public static double Less(long a, double b) => Math.Min(a, b); // refused
    public static long Sum(long a, long b) => (long)Math.Min(a + b, 5L); // refused
}
