// layer: Host
namespace System.IO;

public static class FileStream
{
    public static int One() => 1; // refused
}
