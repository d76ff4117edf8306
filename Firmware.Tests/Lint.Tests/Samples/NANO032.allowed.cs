// layer: Device
using System;

public static class Texts
{
    public static string Percent(double share) => (share * 100).ToString("F1");
    public static string Custom(int value) => value.ToString("D4");
    public static string Placed(int value, int n) => string.Format("{0,6:X4} {1}", value, n);
    public static string Day(DateTime time) => time.ToString("yyyy-MM-dd");
    public static string Days(DateTime time, int n) => $"{time:yyyy-MM-dd HH:mm} {n}";
}
