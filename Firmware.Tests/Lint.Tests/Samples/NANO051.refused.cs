// layer: Device
using System.IO;

public static class Store
{
    public static void Write(FileStream file, byte[] data)
    {
        file.Write(data, 0, data.Length);
        file.Flush(); // refused
    }
}
