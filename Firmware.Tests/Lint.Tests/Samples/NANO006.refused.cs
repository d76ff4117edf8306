// layer: Device
public static class Bytes
{
    public static unsafe byte First(byte[] data)
    {
        fixed (byte* p = data) // refused
        {
            return *p;
        }
    }
}
