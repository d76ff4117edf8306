using System;
using Firmware.Records;

namespace Firmware.Device.Platform;

/// <summary>The random number that names a store's life (PROTOCOL.md, "id").</summary>
public static class FreshEpoch
{
    private const int Bytes = 4;

    /// <summary>Draws one: all 32 bits, of the chip's own noise, so that two units, or two lives of one, share it once in four thousand million.</summary>
    public static int Draw()
    {
        var noise = new byte[Bytes];
        new Random().NextBytes(noise);
        return Records.Bytes.Get32(noise, 0);
    }
}
