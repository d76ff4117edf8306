using System.IO;
using System.Text;
using Code = Board.Native.IOException.IOExceptionErrorCode;

namespace Board.Native;

/// <summary>Whole files on <c>I:</c>. Paths start with <c>I:\</c>; see <see cref="FileStream"/> for when something exists.</summary>
public static class File
{
    public static StreamWriter AppendText(string path) => new(new FileStream(path, FileMode.Append));

    public static void AppendAllText(string path, string contents) => WriteAll(path, FileMode.Append, Encoding.UTF8.GetBytes(contents));

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        byte[] content = ReadAllBytes(sourceFileName);
        WriteAll(destFileName, overwrite ? FileMode.Create : FileMode.CreateNew, content);
    }

    public static FileStream Create(string path) => new(path, FileMode.Create);

    public static FileStream Create(string path, int bufferSize) => new(path, FileMode.Create);

    /// <exception cref="IOException">There is no such file.</exception>
    public static void Delete(string path)
    {
        string real = Existing(path);
        InternalDrive.Guard(() => System.IO.File.Delete(real));
    }

    public static bool Exists(string path) => System.IO.File.Exists(InternalDrive.Resolve(path));

    /// <summary>Renames a file. Unlike a POSIX rename it never replaces.</summary>
    /// <exception cref="IOException">The source does not exist, or the target does.</exception>
    public static void Move(string sourceFileName, string destFileName)
    {
        string source = Existing(sourceFileName);
        string target = InternalDrive.Resolve(destFileName);
        if (System.IO.File.Exists(target))
        {
            throw new IOException(destFileName + " exists", Code.PathAlreadyExists);
        }

        InternalDrive.Guard(() => System.IO.File.Move(source, target));
    }

    public static FileStream Open(string path, FileMode mode) => new(path, mode);

    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access);

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share);

    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    public static StreamReader OpenText(string path) => new(OpenRead(path));

    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write);

    public static byte[] ReadAllBytes(string path)
    {
        string real = Existing(path);
        byte[] content = null;
        InternalDrive.Guard(() => content = System.IO.File.ReadAllBytes(real));
        return content;
    }

    public static string ReadAllText(string path) => Encoding.UTF8.GetString(ReadAllBytes(path));

    public static void WriteAllBytes(string path, byte[] bytes) => WriteAll(path, FileMode.Create, bytes);

    public static void WriteAllText(string path, string contents) => WriteAll(path, FileMode.Create, Encoding.UTF8.GetBytes(contents));

    private static void WriteAll(string path, FileMode mode, byte[] content)
    {
        using var stream = new FileStream(path, mode);
        stream.Write(content, 0, content.Length);
    }

    private static string Existing(string path)
    {
        string real = InternalDrive.Resolve(path);
        return System.IO.File.Exists(real) ? real : throw new IOException(path + " does not exist", Code.FileNotFound);
    }
}
