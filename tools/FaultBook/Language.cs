using Firmware.Console;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Tools.FaultBook;

/// <summary>One language of the fault book: the console's texts, and the few words that only the book has.</summary>
internal sealed record Language(
    string FileName,
    Texts Texts,
    string Heading,
    string Introduction,
    string Levels,
    string Level,
    string LevelWorse,
    string Rule,
    string Part,
    string NoPart)
{
    public static readonly Language Chinese = new(
        "faults.zh.md",
        new ChineseTexts(),
        "故障手册",
        "本手册由 `tools/FaultBook` 根据故障目录和文本生成，不要手工修改。终端号见所用主板的 `wiring.md`。",
        "级别：一级最严重（服务中断），二级有导致一级的危险，三级直接影响服务，四级为间歇或间接影响。",
        "级别",
        "加重后",
        "判定：连续不合格 {0} s 发生，连续合格 {1} s 恢复。",
        "应带备件",
        "不需要");

    public static readonly Language English = new(
        "faults.en.md",
        new EnglishTexts(),
        "Fault book",
        "Written by `tools/FaultBook` from the catalogue and the texts; do not edit it. The terminals are those of the board's `wiring.md`.",
        "Levels: 1 worst (service interrupted), 2 danger of it, 3 service degraded, 4 intermittent or indirect.",
        "level",
        "worsens to",
        "Rule: raised after {0} s of failing, cleared after {1} s of passing.",
        "Part to bring",
        "none");

    public static readonly Language[] All = [Chinese, English];
}
