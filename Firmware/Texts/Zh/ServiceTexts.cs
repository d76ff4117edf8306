using Firmware.Console;
using Firmware.Core.Faults;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of learned bands and of a fault's life, in Chinese.</summary>
public static class ServiceTexts
{
    /// <summary>A phrase of <see cref="ServicePhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            ServicePhrase.BandFlow => "流量",
            ServicePhrase.BandPassing => "管路通过能力",
            ServicePhrase.BandEnergy => "每方水耗电",
            ServicePhrase.Learning => "学习中 ",
            ServicePhrase.BandTo => "..",
            ServicePhrase.BandUsual => "  常值 ",
            ServicePhrase.BandNow => "  当前 ",
            ServicePhrase.BandsFrozen => "已冻结：正常范围不再变化",
            ServicePhrase.BandsFollow => "正常范围随现场缓慢跟随",
            ServicePhrase.Arrives => "  预计到场 ",
            ServicePhrase.Unverified => "（未验证）",
            ServicePhrase.NoHolidays => "缺少本年度节假日安排",
            ServicePhrase.OfficeHours => "  现为办公时间",
            ServicePhrase.DutyMobile => "  现为值班手机时间",
            ServicePhrase.InHand => "已受理：",
            ServicePhrase.ByButton => "按钮操作",
            ServicePhrase.ByConsole => "控制台操作",
            ServicePhrase.PumpMayGoOn => "此故障期间水泵可继续运行",
            ServicePhrase.PumpIsStopped => "因此故障停泵",
            ServicePhrase.PumpWouldStop => "此故障发生时停泵",
            ServicePhrase.UnmeteredHead => "未计水量",
            ServicePhrase.BasisFirst => "（暂无估算）",
            ServicePhrase.BasisFirst + 1 => "（另一水表计量）",
            ServicePhrase.BasisFirst + 2 => "（估算：以电折水）",
            ServicePhrase.BasisFirst + 3 => "（估算：按运行时间）",
            ServicePhrase.PumpRan => "  水泵运行 ",
            ServicePhrase.PulseTotals => "脉冲表读数",
            ServicePhrase.BusTotals => "RS485 读数",
            ServicePhrase.CardHead => "冻结刷卡",
            ServicePhrase.IsolationHead => "停泵复查",
            ServicePhrase.IsolationRuns => "正在停泵复查是否漏水",
            ServicePhrase.IsolationFirst => "停泵后无水流：静止时不漏",
            ServicePhrase.IsolationFirst + 1 => "停泵后仍有水流：漏水",
            ServicePhrase.IsolationFirst + 2 => "中途终止，无结论",
            _ => phrase >= ServicePhrase.LifecycleFirst && phrase < ServicePhrase.LifecycleFirst + LifecycleNotes.Kinds ? Life((LifecycleEvent)(phrase - ServicePhrase.LifecycleFirst + 1)) : null,
        };
    }

    private static string Life(LifecycleEvent what)
    {
        return what switch
        {
            LifecycleEvent.Acknowledged => "已受理",
            LifecycleEvent.Reset => "已复位",
            LifecycleEvent.Shelved => "已暂时搁置",
            LifecycleEvent.Unshelved => "取消搁置",
            LifecycleEvent.Returned => "搁置到期，自动恢复告警",
            LifecycleEvent.Repaired => "登记已修",
            LifecycleEvent.Replaced => "已更换模块",
            LifecycleEvent.Verified => "已验证",
            LifecycleEvent.AgedOut => "多次正常后清出故障记忆",
            LifecycleEvent.MaintenanceBegun => "检修开始，分钟：",
            LifecycleEvent.MaintenanceEnded => "检修结束，期间暂不上报的故障数：",
            LifecycleEvent.LaidUp => "停用封存",
            LifecycleEvent.Opened => "恢复使用",
            LifecycleEvent.MemoryCleared => "清除故障记忆，故障数：",
            LifecycleEvent.Displaced => "故障记忆已满，被更重要的故障替换",
            LifecycleEvent.DelayProposed => "反复出现，建议延长判定时间，秒：",
            LifecycleEvent.BandsFrozen => "正常范围已冻结",
            LifecycleEvent.BandsFollow => "正常范围恢复跟随",
            LifecycleEvent.BandsReset => "正常范围已清除，重新学习",
            LifecycleEvent.PumpReleased => "过载后人工解除水泵闭锁",
            LifecycleEvent.Isolated => "停泵复查漏水：",
            LifecycleEvent.ShutdownAnnounced => "已通知计划停机，有效分钟：",
            LifecycleEvent.ShutdownOver => "仍有电，恢复使用",
            _ => null,
        };
    }
}
