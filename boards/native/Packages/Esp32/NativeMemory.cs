using Board.Native;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The chip's own heap, beside the managed one. Fixed figures: nothing here uses it.</summary>
public class NativeMemory
{
    private const uint InternalBytes = 300_000;

    public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        StallGate.Pass();
        bool none = memType == MemoryType.SpiRam;
        totalSize = none ? 0 : InternalBytes;
        totalFreeSize = totalSize / 3;
        largestFreeBlock = totalSize / 4;
    }

    /// <summary>Which heap.</summary>
    public enum MemoryType
    {
        All = 0,
        Internal = 1,
        SpiRam = 2,
    }
}
