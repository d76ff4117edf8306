// layer: Device
public static class Texts
{
    public static string Percent(double share) => share.ToString("P"); // refused
    public static string Custom(int value) => value.ToString("0.00"); // refused
    public static string Placed(int value, int n) => string.Format("{0:#,##} {1}", value, n); // refused
}
