using System;
using System.IO;
using Tools.Host;
using Tools.Centre.Pages;

namespace Tools.Run;

/// <summary>A plain scrolling view: who speaks, then what. It reads the same on a terminal and in a file.</summary>
internal sealed class Screen(StopSignal stop)
{
    private const int SpeakerColumns = 8;

    /// <summary>Shows one line; when nobody reads any more, everything is asked to stop.</summary>
    public void Say(string speaker, string text)
    {
        try
        {
            ToolMain.Output.WriteLine($"{Columns.Pad(speaker, SpeakerColumns)} | {text}");
        }
        catch (IOException)
        {
            stop.Stop();
        }
        catch (ObjectDisposedException)
        {
            stop.Stop();
        }
    }
}
