// layer: Device
public static class Counter
{
    public static int Next(int count) => checked(count + 1); // refused
    public static byte Low(int count) => checked((byte)count); // refused
}
