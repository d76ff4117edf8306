using System;
using Firmware.Core.Ports;

namespace Core.Tests.Support;

/// <summary>A console line: what is typed, and what comes back.</summary>
public sealed class FakeConsole : IConsolePort
{
    private readonly byte[] _shown = new byte[65536];
    private byte[] _typed = new byte[0];
    private int _typedAt;

    /// <summary>Bytes sent since <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Longest single write.</summary>
    public int LongestWrite { get; private set; }

    /// <summary>Writes since the last look.</summary>
    public int Writes;

    /// <summary>All that was sent.</summary>
    public string Shown => Text.Of(_shown, Count);

    /// <summary>Bytes typed that nobody has taken.</summary>
    public int Untaken => _typed.Length - _typedAt;

    /// <summary>Types text.</summary>
    public void Type(string text) => Type(Text.Utf8(text));

    /// <summary>Types bytes.</summary>
    public void Type(byte[] bytes)
    {
        _typed = bytes;
        _typedAt = 0;
    }

    /// <summary>Forgets what was sent.</summary>
    public void Clear() => Count = 0;

    /// <inheritdoc/>
    public int Read(byte[] into, int count)
    {
        int taken = count < Untaken ? count : Untaken;
        Array.Copy(_typed, _typedAt, into, 0, taken);
        _typedAt += taken;
        return taken;
    }

    /// <inheritdoc/>
    public void Write(byte[] from, int offset, int count)
    {
        Writes++;
        LongestWrite = count > LongestWrite ? count : LongestWrite;
        int fits = count < _shown.Length - Count ? count : _shown.Length - Count;
        Array.Copy(from, offset, _shown, Count, fits);
        Count += fits;
    }
}
