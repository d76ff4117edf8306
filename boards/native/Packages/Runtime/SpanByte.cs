namespace System;

/// <summary>A piece of a byte array: the device's stand-in for a span of bytes.</summary>
public readonly struct SpanByte
{
    private readonly byte[] _array;
    private readonly int _start;

    public SpanByte(byte[] array)
        : this(array, 0, array?.Length ?? 0)
    {
    }

    /// <exception cref="ArgumentOutOfRangeException">Beyond the end of the array.</exception>
    public SpanByte(byte[] array, int start, int length)
    {
        if (start < 0 || length < 0 || start + length > (array?.Length ?? 0))
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        _array = array;
        _start = start;
        Length = length;
    }

    public static SpanByte Empty => default;

    public int Length { get; }

    public bool IsEmpty => Length == 0;

    public byte this[int index]
    {
        get => _array[At(index)];
        set => _array[At(index)] = value;
    }

    public static implicit operator SpanByte(byte[] array) => new(array);

    public void CopyTo(SpanByte destination) => AsSpan().CopyTo(destination.AsSpan());

    public SpanByte Slice(int start) => Slice(start, Length - start);

    public SpanByte Slice(int start, int length) =>
        start < 0 || length < 0 || start + length > Length
            ? throw new ArgumentOutOfRangeException(nameof(length))
            : new SpanByte(_array, _start + start, length);

    public byte[] ToArray() => AsSpan().ToArray();

    internal Span<byte> AsSpan() => new(_array, _start, Length);

    private int At(int index) => index >= 0 && index < Length ? _start + index : throw new ArgumentOutOfRangeException(nameof(index));
}
