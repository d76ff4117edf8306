using System;
using System.IO;

namespace Tools.NanoImage;

/// <summary>
/// <c>Tools.NanoImage IMAGE PROGRAM REFERENCE...</c>; the .pe files lie beside the image. With <c>--check</c> for an image only looks whether every assembly that it needs is named.
/// </summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments.Length < 3)
        {
            Console.Error.WriteLine("usage: Tools.NanoImage IMAGE.bin|--check PROGRAM.exe REFERENCE.dll...");
            return 2;
        }

        try
        {
            var assemblies = DeploymentImage.Order(arguments[1], arguments[2..]);
            if (arguments[0] == "--check")
            {
                Console.WriteLine($"{Path.GetFileName(arguments[1])}: {assemblies.Count} assemblies");
                return 0;
            }

            using var image = File.Create(arguments[0]);
            DeploymentImage.Write(image, assemblies, Path.GetDirectoryName(Path.GetFullPath(arguments[0])));
            Console.WriteLine($"{Path.GetFileName(arguments[0])}: {assemblies.Count} assemblies, {image.Length} bytes");
            return 0;
        }
        catch (IOException error)
        {
            Console.WriteLine($"NanoImage : error : {error.Message}");
            return 1;
        }
    }
}
