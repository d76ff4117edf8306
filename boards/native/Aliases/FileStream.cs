using System;
using System.IO;
using Code = Board.Native.IOException.IOExceptionErrorCode;

namespace Board.Native;

/// <summary>
/// A file on <c>I:</c> with littlefs' manners: nothing that is written exists before <see cref="Close"/>; Close is all or nothing,
/// may throw (then the old content stands), and stops every thread while flash is erased. <see cref="Flush"/> makes nothing durable.
/// A power cut before Close leaves the old content.
/// </summary>
public class FileStream : Stream
{
    private readonly string _real;
    private readonly MemoryStream _content = new();
    private readonly FileAccess _access;
    private readonly bool _appends;
    private readonly int _boot = Hardware.Boot;
    private bool _dirty;
    private bool _closed;

    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        : this(path, mode, access, share, 2048)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
    {
        _real = InternalDrive.Resolve(path);
        Name = path;
        _access = access;
        _appends = mode == FileMode.Append;
        bool exists = System.IO.File.Exists(_real);
        RequireExistence(path, mode, exists);
        if (exists && (mode is FileMode.Open or FileMode.OpenOrCreate or FileMode.Append))
        {
            Load();
        }

        _dirty = !exists || mode is FileMode.Create or FileMode.Truncate;
        _content.Position = _appends ? _content.Length : 0;
    }

    public string Name { get; }

    public override bool CanRead => (_access & FileAccess.Read) != 0 && !_closed;

    public override bool CanSeek => !_closed;

    public override bool CanWrite => (_access & FileAccess.Write) != 0 && !_closed;

    public override long Length => Open().Length;

    public override long Position
    {
        get => Open().Position;
        set => Open().Position = value;
    }

    /// <summary>Commits what was written.</summary>
    /// <exception cref="IOException">Flash failed or the drive is full; the old content stands and the stream is closed.</exception>
    public override void Close()
    {
        StallGate.Pass();
        if (_closed)
        {
            return;
        }

        _closed = true;
        if (_dirty && _boot == Hardware.Boot)
        {
            InternalDrive.Replace(_real, _content.GetBuffer().AsSpan(0, (int)_content.Length));
        }
    }

    /// <summary>Nothing: on this drive only Close is durable.</summary>
    public override void Flush() => Open();

    public override int Read(byte[] buffer, int offset, int count) => Readable().Read(buffer, offset, count);

    public int Read(SpanByte buffer) => Readable().Read(buffer.AsSpan());

    public override int ReadByte() => Readable().ReadByte();

    public override long Seek(long offset, SeekOrigin origin) => Open().Seek(offset, origin);

    public override void SetLength(long value) => Writable().SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => Writable().Write(buffer, offset, count);

    public override void WriteByte(byte value) => Writable().WriteByte(value);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }
    }

    private static void RequireExistence(string path, FileMode mode, bool exists)
    {
        if (exists && mode == FileMode.CreateNew)
        {
            throw new IOException(path + " exists", Code.PathAlreadyExists);
        }

        if (!exists && (mode is FileMode.Open or FileMode.Truncate))
        {
            throw new IOException(path + " does not exist", Code.FileNotFound);
        }
    }

    private void Load() => InternalDrive.Guard(() => _content.Write(System.IO.File.ReadAllBytes(_real)));

    private MemoryStream Open()
    {
        StallGate.Pass();
        ObjectDisposedException.ThrowIf(_closed, this);
        return _content;
    }

    private MemoryStream Readable() => CanRead || _closed ? Open() : throw new NotSupportedException("opened for writing only");

    private MemoryStream Writable()
    {
        MemoryStream content = CanWrite || _closed ? Open() : throw new NotSupportedException("opened for reading only");
        if (_appends)
        {
            content.Position = content.Length;
        }

        _dirty = true;
        return content;
    }
}
