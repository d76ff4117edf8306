namespace Firmware.Console;

/// <summary>
/// What the console shows for a command or a few. It is made once; nothing of it runs while nobody types. What is longer than a screen is written in parts, so
/// that the output's ring is never too small for it.
/// </summary>
public abstract class Page
{
    /// <summary>A page of a console.</summary>
    protected Page(Shell shell)
    {
        Shell = shell;
    }

    /// <summary>Where it is shown, and to whom.</summary>
    public Shell Shell { get; }

    /// <summary>Where it is written.</summary>
    protected Screen Screen => Shell.Screen;

    /// <summary>True while the page is to be written anew each second until a key is pressed; asked after <see cref="Run"/>.</summary>
    public virtual bool IsLive => false;

    /// <summary>Does a command and writes its answer, or the first part of it. Access is checked and the arguments fit the command's form. What changes something says so once it has (<see cref="Did"/>).</summary>
    public abstract void Run(int command, CommandLine line);

    /// <summary>Writes the next part, at most 1,200 bytes; part 1 follows <see cref="Run"/>. False, and nothing written, where there is none.</summary>
    public virtual bool WritePart(int part)
    {
        return false;
    }

    /// <summary>The command that a line stands for which is none itself: the answer to what the page asks just now (<see cref="Shell.Asking"/>); −1 where it is no answer.</summary>
    public virtual int CommandOf(CommandLine line)
    {
        return -1;
    }

    /// <summary>Writes the next part of a live page, at most 1,200 bytes; part 1 begins at the top of the screen. False, and nothing written, where there is none.</summary>
    public virtual bool WriteLive(int part)
    {
        return false;
    }

    /// <summary>Takes the answer to a question that the page asked (<see cref="Dialogue.Ask"/>).</summary>
    public virtual void Answer(byte[] line, int count)
    {
    }

    /// <summary>The question was not answered: the person broke off, or went away.</summary>
    public virtual void NoAnswer()
    {
    }

    /// <summary>The person has done what a command asks for, and it was not refused or broken off: it stands in <c>status</c> as what was done last.</summary>
    /// <param name="command">The command.</param>
    /// <param name="about">Code of the fault, or key of the setting, that it was done to; 0 where it is about neither.</param>
    protected void Did(int command, int about = 0) => Shell.Session.Did(command, about, Screen.UnixNow);

    /// <summary>The same, and the answer: the first phrase of a range, or one after it that says why it was refused.</summary>
    protected void Told(int command, int first, int result, int about = 0)
    {
        if (result == 0)
        {
            Did(command, about);
        }

        Screen.Line(first + result);
    }
}
