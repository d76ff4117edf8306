using System;
using System.Runtime.InteropServices;
using System.Text;
using Tools.Host;

namespace Tools.VirtualUnit;

/// <summary>
/// A real pseudo-terminal in raw mode, as minicom, screen or cat open it. It stays when they leave. While nobody reads, the newest
/// output replaces the oldest (some 4 KB), so whoever attaches sees what was said last and never blocks the unit.
/// </summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int FlushInput = 0;
    private const int SetNow = 0;
    private const int TermiosBytes = 256; // Linux needs 60

    private readonly int _master;
    private readonly int _slave; // held open, so that settings and output outlive a terminal that goes away

    /// <exception cref="ToolException">The system has no pseudo-terminal to give.</exception>
    public PseudoTerminal()
    {
        _master = Check(posix_openpt(ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExec));
        Check(grantpt(_master));
        Check(unlockpt(_master));
        byte[] name = new byte[128];
        Check(-ptsname_r(_master, name, (nuint)name.Length));
        Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        _slave = Check(open(Path, ReadWrite | NoControllingTerminal | CloseOnExec));
        byte[] settings = new byte[TermiosBytes];
        Check(tcgetattr(_slave, settings));
        cfmakeraw(settings);
        Check(tcsetattr(_slave, SetNow, settings));
    }

    /// <summary>What a terminal program opens, e.g. <c>/dev/pts/3</c>.</summary>
    public string Path { get; }

    /// <summary>Takes what was typed; 0 when nothing was.</summary>
    public int Read(byte[] buffer) => (int)Math.Max(0, read(_master, buffer, (nuint)buffer.Length));

    /// <summary>Shows bytes. Never waits.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            nint written = write(_master, bytes, (nuint)bytes.Length);
            if (written > 0)
            {
                bytes = bytes[(int)written..];
            }
            else if (tcflush(_slave, FlushInput) != 0 || written == 0)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        close(_slave);
        close(_master);
    }

    private static int Check(int result) => result >= 0
        ? result
        : throw new ToolException(Language.Say("no pseudo-terminal for the console: ", "控制台没有可用的伪终端：") + Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport("libc")]
    private static partial int ptsname_r(int descriptor, byte[] name, nuint size);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, byte[] buffer, nuint size);

    [LibraryImport("libc")]
    private static partial nint write(int descriptor, ReadOnlySpan<byte> bytes, nuint size);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int descriptor, byte[] settings);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int descriptor, int when, byte[] settings);

    [LibraryImport("libc")]
    private static partial void cfmakeraw(byte[] settings);

    [LibraryImport("libc")]
    private static partial int tcflush(int descriptor, int queue);
}
