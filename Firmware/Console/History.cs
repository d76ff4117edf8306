using Firmware.Records;

namespace Firmware.Console;

/// <summary>The last lines that were typed, newest first; 4 × 112 B.</summary>
public sealed class History
{
    /// <summary>Lines kept.</summary>
    public const int Lines = 4;

    private readonly byte[] _bytes = new byte[Lines * LineEditor.MaxBytes];
    private readonly byte[] _length = new byte[Lines];
    private int _newest;

    /// <summary>Keeps a line, unless it is empty or the same as the newest.</summary>
    public void Keep(byte[] line, int count)
    {
        if (count == 0 || IsNewest(line, count))
        {
            return;
        }

        _newest = (_newest + Lines - 1) % Lines;
        System.Array.Copy(line, 0, _bytes, _newest * LineEditor.MaxBytes, count);
        _length[_newest] = (byte)count;
    }

    /// <summary>Copies a line, counted from 1 = newest. Returns its bytes; 0 where there is none.</summary>
    public int Recall(int back, byte[] into)
    {
        if (back < 1 || back > Lines)
        {
            return 0;
        }

        int place = (_newest + back - 1) % Lines;
        System.Array.Copy(_bytes, place * LineEditor.MaxBytes, into, 0, _length[place]);
        return _length[place];
    }

    /// <summary>Forgets all: another person comes.</summary>
    public void Clear()
    {
        System.Array.Clear(_length, 0, Lines);
    }

    private bool IsNewest(byte[] line, int count) => _length[_newest] == count && Bytes.Same(_bytes, _newest * LineEditor.MaxBytes, line, 0, count);
}
