using System;
using System.Buffers.Binary;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>Judges the volume that a start goes on with, read from the bytes by FORMAT.md: the ledger's where it is sound, else that of the parting record or of slot 6, whichever is higher.</summary>
public static class VolumeJudge
{
    private const int LedgerAt = 29 + 6;
    private const int PartingAt = 29;
    private const int LitresAt = 29 + 34;
    private const int LitreMillilitres = 1000;

    /// <summary>A start after damage in one slot.</summary>
    /// <param name="volume">Volume that it goes on with, mL.</param>
    /// <param name="files">Storage before the damage.</param>
    /// <param name="damaged">The slot.</param>
    public static void Judge(long volume, byte[][] files, int damaged)
    {
        long ledger = Value(files, Slots.Ledger, LedgerAt);
        long parting = Value(files, Slots.Parting, PartingAt);
        long litres = Value(files, Slots.LifetimeCounters, LitresAt) * LitreMillilitres;
        long least = damaged == Slots.Ledger ? Math.Max(parting, litres) : damaged == Slots.Parting ? ledger : Math.Max(ledger, parting);
        long most = Math.Max(ledger, Math.Max(parting, litres));
        if (volume < least || volume > most)
        {
            throw new Violation("volume", $"slot {damaged} is damaged, and the start goes on with {volume} mL; the sound slots tell of {least} to {most}");
        }
    }

    private static long Value(byte[][] files, int slot, int at)
    {
        ReadOnlySpan<byte> bytes = StorageModel.BytesOf(files[slot]);
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt64BigEndian(bytes[at..]);
    }
}
