using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace Tools.NanoImage;

/// <summary>The image that <c>nanoff</c> deploys: the .pe of every assembly, those that others stand on first, each padded to 4 bytes.</summary>
public static class DeploymentImage
{
    private const int Alignment = 4;

    /// <summary>All assemblies that a program needs, itself last, each after those that it references.</summary>
    /// <param name="program">Path of the program's assembly.</param>
    /// <param name="references">Paths of all assemblies that it may need.</param>
    /// <exception cref="FileNotFoundException">An assembly is needed that is not among the references.</exception>
    public static List<string> Order(string program, IEnumerable<string> references)
    {
        var byName = references.ToDictionary(r => Path.GetFileNameWithoutExtension(r));
        var order = new List<string>();
        Append(program, byName, order);
        return order;
    }

    /// <summary>Writes the image from the .pe files of a folder, one for each assembly.</summary>
    /// <exception cref="FileNotFoundException">A .pe is missing.</exception>
    public static void Write(Stream image, IEnumerable<string> assemblies, string peFolder)
    {
        foreach (var assembly in assemblies)
        {
            var pe = File.ReadAllBytes(Path.Combine(peFolder, Path.GetFileNameWithoutExtension(assembly) + ".pe"));
            image.Write(pe);
            image.Write(new byte[(Alignment - (pe.Length % Alignment)) % Alignment]);
        }
    }

    private static void Append(string path, Dictionary<string, string> byName, List<string> order)
    {
        using var module = ModuleDefinition.ReadModule(path);
        foreach (var needed in module.AssemblyReferences.Select(r => r.Name).OrderBy(n => n == "mscorlib" ? 0 : 1))
        {
            var found = byName.TryGetValue(needed, out var at) ? at : throw new FileNotFoundException($"{Path.GetFileName(path)} needs {needed}; name its package by a NanoReference of the board");
            if (!order.Contains(found))
            {
                Append(found, byName, order);
            }
        }

        order.Add(path);
    }
}
