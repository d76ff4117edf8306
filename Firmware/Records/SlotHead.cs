namespace Firmware.Records;

/// <summary>
/// The two bytes that begin a slot's file (FORMAT.md): how long the content after them is, as opening a file does not cut a longer old content. 11 bits of length, up to 2,047 B, and above them 5 bits that check it: a single flipped
/// bit is always seen, so that it takes nothing of what stands there.
/// </summary>
public static class SlotHead
{
    /// <summary>Bytes of it.</summary>
    public const int HeadBytes = 2;

    private const int LengthBits = 11;
    private const int LengthMask = (1 << LengthBits) - 1;
    private const int CheckBits = 5;
    private const int CheckMask = (1 << CheckBits) - 1;

    /// <summary>The head of a content of so many bytes, 1 to 2,047, most significant byte first.</summary>
    public static void Put(byte[] into, int count) => Bytes.Put16(into, 0, (CheckOf(count) << LengthBits) | count);

    /// <summary>Bytes of the content: what the head says where its check holds and so many are there; else all that are there, which is whole where nothing of a longer old content follows.</summary>
    /// <param name="head">Begins with the head.</param>
    /// <param name="there">Bytes after it.</param>
    public static int ContentBytes(byte[] head, int there)
    {
        int said = Bytes.Get16(head, 0);
        int count = said & LengthMask;
        bool holds = said >> LengthBits == CheckOf(count) && count > 0 && count <= there;
        return holds ? count : there;
    }

    /// <summary>The length in pieces of five bits, each bit of it in one of the check's, and complemented: two bytes of 0 are no head.</summary>
    private static int CheckOf(int count) => ~(count ^ (count >> CheckBits) ^ (count >> (2 * CheckBits))) & CheckMask;
}
