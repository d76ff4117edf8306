// layer: Device
using System;

public static class Totals
{
    public static int Greater(int a, int b) => Math.Max(a, b);
    public static long Greater(long a, long b) => a > b ? a : b;
    public static double Less(int a, double b) => Math.Min(a, b);
    public static long Bounded(long a) => Math.Clamp(a, 0L, 5L);
    public static int Narrowed(long a) => Math.Max((int)a, 0);
}
