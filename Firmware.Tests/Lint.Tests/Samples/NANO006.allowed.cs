// layer: Device
public static class Bytes
{
    public static byte First(byte[] data) => data[0];
}
