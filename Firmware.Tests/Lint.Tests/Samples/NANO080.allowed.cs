// layer: Host
using System.IO;
using File = Board.Native.File;

namespace Board.Native
{
    public static class File
    {
        public static bool Exists(string path) => path != "";
    }
}

public static class Store
{
    public static bool Has(string path) => File.Exists(path);
    public static int First(Stream stream) => stream.ReadByte();
}
