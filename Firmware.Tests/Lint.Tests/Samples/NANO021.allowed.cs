// layer: Core
using System;

public class Rate
{
    private const int PerHour = 3600;
    private readonly int _fixed;

    public Rate()
    {
        _fixed = 10;
    }

    public static int Of(int volume, int time) => time == 0 ? 0 : volume / time;
    public static int Hourly(int volume) => volume / PerHour;
    public static int Left(int volume, int[] sizes) => sizes[0] > 0 ? volume % sizes[0] : 0;
    public static int Slot(int n, int[] ring) => ring.Length == 0 ? 0 : n % ring.Length;
    public static int Bounded(int volume, int time) => volume / Math.Max(1, time);
    public static int Product(int volume, int time) => time == 0 ? 0 : volume / (time * PerHour);
    public static int Shifted(int volume, int bits) => volume / (1 << bits);
    public int Fixed(int volume) => volume / _fixed;

    public static int Local(int volume, bool isFast)
    {
        var time = isFast ? 10 : 100;
        return volume / time;
    }
}
