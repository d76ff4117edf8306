using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Microsoft.Win32.SafeHandles;
using Tools.Host;

namespace Tools.Terminal;

/// <summary>The line between a keyboard and a pseudo-terminal: bytes both ways, unchanged, until Ctrl-] and <c>quit</c>, or until one side ends.</summary>
internal sealed partial class Line : IDisposable
{
    private const byte Escape = 0x1D;
    private const int BufferBytes = 1024;

    private const int Keyboard = 0;
    private const int Screen = 1;
    private const int SetNow = 0;
    private const int TermiosBytes = 256; // Linux needs 60

    // Not through Console: it sets the terminal up in its own way, and again whenever a child has ended.
    private static readonly FileStream s_screen = new(new SafeFileHandle(Screen, false), FileAccess.Write, 0);

    private readonly FileStream _pty;
    private readonly byte[] _settings = new byte[TermiosBytes];
    private readonly bool _isTerminal;

    /// <summary>Opens a pseudo-terminal, and makes the own terminal raw where there is one.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public Line(string path)
    {
        _pty = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _isTerminal = tcgetattr(Keyboard, _settings) == 0;
        if (_isTerminal)
        {
            byte[] raw = (byte[])_settings.Clone();
            cfmakeraw(raw);
            tcsetattr(Keyboard, SetNow, raw);
        }
    }

    /// <summary>A line beside what the unit shows.</summary>
    public static void Notice(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"\r\n[{text}]\r\n");
        s_screen.Write(bytes);
        s_screen.Flush();
    }

    /// <summary>Carries bytes until the keyboard's side ends.</summary>
    public void Talk(Action<string> tell)
    {
        new Thread(Show) { IsBackground = true, Name = "from the unit" }.Start();
        using var keyboard = new FileStream(new SafeFileHandle(Keyboard, false), FileAccess.Read, 0);
        byte[] buffer = new byte[BufferBytes];
        for (int count = keyboard.Read(buffer); count > 0; count = keyboard.Read(buffer))
        {
            int escape = Array.IndexOf(buffer, Escape, 0, count);
            _pty.Write(buffer, 0, escape < 0 ? count : escape);
            if (escape >= 0 && !Command(keyboard, tell))
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        if (_isTerminal)
        {
            tcsetattr(Keyboard, SetNow, _settings);
        }

        _pty.Dispose();
    }

    /// <summary>A line for the tool itself. False where it was the last.</summary>
    private static bool Command(Stream keyboard, Action<string> tell)
    {
        Notice(Language.Say("quit, or a command for the site; Enter goes back", "quit 退出，或现场命令；直接回车返回"));
        var typed = new StringBuilder();
        for (int key = keyboard.ReadByte(); key is not (-1 or '\r' or '\n'); key = keyboard.ReadByte())
        {
            if (key is 0x7F or 8)
            {
                typed.Length -= typed.Length > 0 ? 1 : 0;
            }
            else
            {
                typed.Append((char)key);
            }

            byte[] shown = Encoding.UTF8.GetBytes($"\r{typed}\x1B[K");
            s_screen.Write(shown);
            s_screen.Flush();
        }

        string command = typed.ToString().Trim();
        if (command.Length > 0 && command != "quit")
        {
            tell(command);
        }

        Notice(command.Length == 0 ? "-" : command);
        return command != "quit";
    }

    private void Show()
    {
        byte[] buffer = new byte[BufferBytes];
        try
        {
            for (int count = _pty.Read(buffer); count > 0; count = _pty.Read(buffer))
            {
                s_screen.Write(buffer, 0, count);
                s_screen.Flush();
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            Notice(Language.Say("the unit has gone", "设备已断开"));
        }
    }

    [LibraryImport("libc")]
    private static partial int tcgetattr(int descriptor, byte[] settings);

    [LibraryImport("libc")]
    private static partial int tcsetattr(int descriptor, int when, byte[] settings);

    [LibraryImport("libc")]
    private static partial void cfmakeraw(byte[] settings);
}
