// layer: Device
public static class Volts
{
    public static string Plain(double volts) => volts.ToString("F3");
    public static string Joined(float volts) => "at " + volts.ToString("F1");
    public static string Interpolated(double volts, int n) => $"{n:D2}: {volts:F2}";
}
