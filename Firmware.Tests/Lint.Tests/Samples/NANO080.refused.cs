// layer: Host
using System.IO;
using System.Threading;

public static class Store
{
    public static bool Has(string path) => File.Exists(path); // refused
    public static void Wait() => Thread.Sleep(10); // refused
    public static int Size(FileStream file) => file.ReadByte(); // refused
}
