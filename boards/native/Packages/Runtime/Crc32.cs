namespace System.IO.Hashing;

/// <summary>CRC-32 as of IEEE 802.3: reflected, polynomial 0xEDB88320, start and end inverted.</summary>
public class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] s_table = MakeTable();

    private uint _register = uint.MaxValue;

    public static uint HashToUInt32(SpanByte source)
    {
        var crc = new Crc32();
        crc.Append(source);
        return crc.GetCurrentHashAsUInt32();
    }

    public void Append(SpanByte source)
    {
        Board.Native.StallGate.Pass();
        foreach (byte value in source.AsSpan())
        {
            _register = Next(_register, value);
        }
    }

    public void Append(byte[] source) => Append(new SpanByte(source));

    public void Append(byte value) => _register = Next(_register, value);

    public void Reset() => _register = uint.MaxValue;

    public uint GetCurrentHashAsUInt32() => ~_register;

    private static uint Next(uint register, byte value) => s_table[(register ^ value) & 0xFF] ^ (register >> 8);

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint entry = i;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : Polynomial ^ (entry >> 1);
            }

            table[i] = entry;
        }

        return table;
    }
}
