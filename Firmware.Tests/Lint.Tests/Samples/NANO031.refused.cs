// layer: Device
public static class Volts
{
    public static string Plain(double volts) => volts.ToString(); // refused
    public static string Joined(float volts) => "at " + volts; // refused
    public static string Interpolated(double volts, int n) => $"{n}: {volts}"; // refused
}
