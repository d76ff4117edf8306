using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>Phrases of the weekly drill, in Chinese.</summary>
public static class DrillTexts
{
    /// <summary>A phrase; null where the number is not of the drill.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            DrillPhrase.Drill => "告警演练",
            DrillPhrase.Never => "尚未完成过",
            DrillPhrase.GoesOn => "进行中",
            DrillPhrase.Stored => "已入库",
            DrillPhrase.NotKept => "失败：存储写不进",
            DrillPhrase.NotSent => "失败：未连上 MQTT 服务器",
            DrillPhrase.NotStored => "失败：服务中心未入库",
            DrillPhrase.Lost => "失败：记录丢失",
            DrillPhrase.Begun => "演练开始，不动任何设备。输入 drill 查看结果。",
            DrillPhrase.Runs => "演练正在进行。",
            DrillPhrase.NotNow => "用水、巡检或供电下降时不能演练。",
            DrillPhrase.TooSoon => "距上次演练不到十分钟。",
            DrillPhrase.Waits => "上次演练还在等服务中心入库。",
            DrillPhrase.After => "  用时 ",
            _ => null,
        };
    }
}
