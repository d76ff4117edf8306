using System;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

/// <summary>
/// A session at a unit's console, as a real terminal shows it, held against the golden file that was read. Moments, durations and readings are masked. To write them anew: FIRMWARE_GOLDEN=FOLDER.
/// </summary>
public abstract class Transcript
{
    /// <summary>The technician's own PIN.</summary>
    protected const string Pin = "482913";

    private static readonly (Regex Seen, string Shown)[] s_masks =
    [
        (new(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"), "yyyy-mm-dd hh:mm:ss"),
        (new(@"\d\d-\d\d \d\d:\d\d(?=\s|$)", RegexOptions.Multiline), "mm-dd hh:mm"),
        (new(@"(\d+:)?\d\d:\d\d(?=\s|$)", RegexOptions.Multiline), "mm:ss"),
        (new(@"127\.0\.0\.1:\d+"), "127.0.0.1:port"),
        (new(@"\d+( days|  ?天后)"), "#$1"),
        (new(@"(\.[a-z_0-9]+|crc|end)=[0-9A-F]+"), "$1=#"),
        (new(@"-?\d+(\.\d+)? ±( \d+(\.\d+)?)?"), "# ± #"),

        // What is timed on a busy machine: contactor, pulses, answers of the RS485 meter.
        (new(@"^ (?:failed|not tested|不合格|未检测) +(?:Contactor \w+ time|Flow, pump running|RS485 errors|接触器\w\w时间|运行流量|RS485 误码).*\n", RegexOptions.Multiline), ""),
        (new(@"((?:Contactor \w+ time|Flow, pump running|接触器\w\w时间|运行流量) +).*(\n {32}.*)?"), "$1#"),
        (new(@"((?:RS485 errors|RS485 误码) +)(?:passed|failed|not tested|合格|不合格|未检测).*"), "$1#"),
        (new(@"\d+( passed  | failed  | not tested  | not fitted| 项合格  | 项不合格  | 项未检测  | 项未安装)"), "#$1"),
        (new(@"(visit confirm) \d{6}"), "$1 (code)"),
        (new(@"(line |行号：)\d{2,}"), "$1#"),
        (new(@"\d+ d "), "# d "),
        (new(@"\d+\.\d+ °C"), "# °C"),
        (new(@"-?\d+ (mV|kPa|mL/s|L|Wh|W|mA|cm|‰|%|°C|B|dBm) +"), "# $1  "),
        (new(@"-?\d+ (mV|kPa|mL/s|L|Wh|W|mA|cm|‰|%|°C|B|dBm)$", RegexOptions.Multiline), "# $1"),
        (new(@"((?:attempt|连接次数|Attempts|Epoch|编号批次|Next no\.|下一编号|Oldest no\.|最早未入库|On the way|发送中|Outbox|待发记录|Occurrences|累计次数|Writes|写入次数|Records|告警记录|Ledger|台账|Event log|事件日志|States|运行状态|Settings|配置)\s+)\d+"), "$1#"),
    ];

    private readonly StringBuilder _seen = new();

    private protected TmuxScreen Screen { get; set; }

    protected void Enter(string line)
    {
        Screen.Type(line);
        Screen.Press("Enter");
    }

    protected void WaitFor(string text) => Wait.Until(text, () => Screen.Settled().Contains(text), () => Screen.Settled());

    protected void Step(string line)
    {
        Screen.Press("C-l");
        Screen.Type(line);
        Screen.Press("Enter");
        Note("> " + (line == Pin ? "(PIN)" : line));
    }

    protected void More() => Press("Space");

    protected void Press(string key)
    {
        string before = Screen.Settled();
        Screen.Press(key);
        for (int look = 0; look < 20 && Screen.Settled() == before; look++)
        {
            // What stands there looks settled, and is what stood there before the key.
        }

        Note("> (" + key + ")");
    }

    protected void Note(string typed) => NoteThat(typed, Screen.Settled());

    /// <summary>Notes the screen from the last line on that begins so: what stood above it depends on the moment.</summary>
    /// <param name="begin">How the line begins.</param>
    /// <param name="lines">How many lines; 0 all.</param>
    /// <param name="typed">What was typed.</param>
    protected void NoteFrom(string begin, int lines, string typed)
    {
        string[] seen = Screen.Settled().Split('\n');
        int from = Math.Max(0, Array.FindLastIndex(seen, line => line.StartsWith(begin, StringComparison.Ordinal)));
        NoteThat(typed, string.Join('\n', lines == 0 ? seen[from..] : seen[from..Math.Min(seen.Length, from + lines)]));
    }

    private void NoteThat(string typed, string seen)
    {
        foreach ((Regex pattern, string shown) in s_masks)
        {
            seen = pattern.Replace(seen, shown);
        }

        _seen.Append("=== ").Append(Regex.Replace(Regex.Replace(typed, @"(visit confirm) \d{6}", "$1 (code)"), "crc=.*", "crc=#")).Append('\n').Append(seen).Append("\n\n");
    }

    /// <summary>Plays a session and holds it against the one that was read. On a busy machine a screen may be painted later than it is looked at: then it is played once more, and that must be right.</summary>
    protected void Compare(string transcript, Action play)
    {
        if (!TmuxScreen.IsHere)
        {
            Assert.Inconclusive("tmux is not installed (Debian package tmux)");
        }

        string golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "console", transcript + ".txt"));
        play();
        if (_seen.ToString() != golden && Environment.GetEnvironmentVariable("FIRMWARE_GOLDEN") is not { Length: > 0 })
        {
            _seen.Clear();
            play();
        }

        if (Environment.GetEnvironmentVariable("FIRMWARE_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, transcript + ".txt"), _seen.ToString());
        }

        Assert.AreEqual(golden, _seen.ToString());
    }
}
