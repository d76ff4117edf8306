// layer: Device
public static class Counter
{
    public static int Next(int count) => count == int.MaxValue ? count : count + 1;
    public static byte Low(int count) => (byte)count;
}
