using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of the store, in Chinese.</summary>
public static class StoreTexts
{
    /// <summary>A phrase of <see cref="StorePhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            StorePhrase.State => "存储",
            StorePhrase.Writable => "可读可写",
            StorePhrase.Unreadable => "只读：启动时有文件读不出；告警由内存直接上报，全部可读后自动重启",
            StorePhrase.Refuses => "只读或故障：上次写入被拒绝；告警由内存直接上报，并不断重试",
            StorePhrase.Reports => "巡检报告",
            StorePhrase.ReportsLost => "报告丢失",
            StorePhrase.Visits => "到场记录",
            StorePhrase.VisitsLost => "记录丢失",
            StorePhrase.RecordsWait => " 条记录  ",
            StorePhrase.ReportsWait => " 份报告",
            StorePhrase.VisitsWait => " 次到场  ",
            StorePhrase.ClassOutbox => "告警记录",
            StorePhrase.ClassLedger => "台账",
            StorePhrase.ClassLog => "事件日志",
            StorePhrase.ClassState => "运行状态",
            StorePhrase.ClassLarge => "大文件",
            StorePhrase.WritesHead => "最近 24 小时写入次数",
            StorePhrase.OfBudget => " / 每日限额 ",
            StorePhrase.LifeUsed => "存储已磨损",
            StorePhrase.Lasts => "预计还可用",
            StorePhrase.Years => " 年（按最近一天的写入量估算）",
            StorePhrase.AfterADay => "运行满一天后给出",
            StorePhrase.Writes => "写入次数",
            StorePhrase.PumpStarts => "水泵启动",
            StorePhrase.RunHours => "运行小时",
            StorePhrase.Volume => "累计水量",
            StorePhrase.Energy => "累计电量",
            StorePhrase.BrownOuts => "供电跌落",
            StorePhrase.Crashes => "异常重启",
            StorePhrase.LateAnswers => "响应超时",
            StorePhrase.LateRepairs => "修复超时",
            StorePhrase.Untracked => "未能计时",
            StorePhrase.SlowWorkers => "任务迟缓次数",
            StorePhrase.CaughtHead => "启动以来拦截的程序异常（设备继续运行）",
            StorePhrase.CaughtAt => "主循环",
            StorePhrase.CaughtAt + 1 => "控制台页面",
            StorePhrase.CaughtAt + 2 => "RS485 总线",
            StorePhrase.CaughtAt + 3 => "板上总线部件",
            StorePhrase.CaughtAt + 4 => "MQTT 连接",
            StorePhrase.CaughtAt + 5 => "控制台串口",
            StorePhrase.CaughtAt + 6 => "存储",
            StorePhrase.CaughtAt + 7 => "无线电",
            StorePhrase.CaughtAt + 8 => "模拟量采集",
            StorePhrase.LogCaught => "程序异常已拦截：",
            _ => null,
        };
    }
}
