using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of what persons do with faults, in Chinese.</summary>
public static class ActionTexts
{
    /// <summary>A phrase of <see cref="ActionPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            ActionPhrase.Done => "已执行，并记录您的编号。",
            ActionPhrase.NotRaised => "此故障未发生。",
            ActionPhrase.OtherOccurrence => "期间再次发生，请重新查看。",
            ActionPhrase.Already => "已是此状态。",
            ActionPhrase.StillFails => "原因仍在，请用 why 查看证据。",
            ActionPhrase.NotLatched => "此故障无需复位，自行恢复。",
            ActionPhrase.LevelOne => "一级故障不可搁置。",
            ActionPhrase.BadTime => "时间过长。",
            ActionPhrase.NoPlace => "搁置已满（6 个），请先取消其他搁置。",
            ActionPhrase.Busy => "正在写记录，请稍后再试。",
            ActionPhrase.PumpRuns => "水泵运行或有人用水时不可执行。",
            ActionPhrase.Unknown => "没有这个故障码。",
            ActionPhrase.NothingShelved => "没有搁置的故障。",
            ActionPhrase.Left => "剩余 ",
            _ => null,
        };
    }
}
