// layer: Device
public class Part
{
    private static readonly Part Spare = new Part(); // refused
    private static readonly int Limit = Compute(); // refused

    private static int Compute() => Spare == null ? 0 : 1;

    public static int Read() => Limit;
}
