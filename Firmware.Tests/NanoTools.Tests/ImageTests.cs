using System.IO;
using System.Linq;
using Mono.Cecil;
using Tools.NanoImage;

namespace NanoTools.Tests;

[TestClass]
public class ImageTests
{
    private static readonly string Wifi = Path.Combine(Folders.NanoReferences, "System.Device.Wifi.dll");

    [TestMethod]
    public void EveryAssemblyComesAfterThoseItStandsOn()
    {
        var order = DeploymentImage.Order(Wifi, Directory.GetFiles(Folders.NanoReferences, "*.dll"));

        var names = order.Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.AreEqual("mscorlib", names[0]);
        Assert.AreEqual("System.Device.Wifi", names[^1]);
        foreach (var path in order)
        {
            using var module = ModuleDefinition.ReadModule(path);
            var at = order.IndexOf(path);
            Assert.IsTrue(module.AssemblyReferences.All(r => names.IndexOf(r.Name) is >= 0 and var before && before < at), path);
        }
    }

    [TestMethod]
    public void AMissingAssemblyIsNamed()
    {
        var error = Assert.ThrowsExactly<FileNotFoundException>(() => DeploymentImage.Order(Wifi, new[] { Path.Combine(Folders.NanoReferences, "mscorlib.dll") }));

        StringAssert.Contains(error.Message, "System.Device.Wifi.dll needs ");
    }

    [TestMethod]
    public void EachPeIsPaddedToFourBytes()
    {
        var folder = Directory.CreateTempSubdirectory("image-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "a.pe"), new byte[] { 1, 2, 3, 4, 5 });
        File.WriteAllBytes(Path.Combine(folder, "b.pe"), new byte[] { 6, 7, 8, 9 });
        using var image = new MemoryStream();

        DeploymentImage.Write(image, new[] { "/elsewhere/a.dll", "/elsewhere/b.exe" }, folder);

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 0, 0, 0, 6, 7, 8, 9 }, image.ToArray());
        Directory.Delete(folder, recursive: true);
    }
}
