using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of a fault's page, in Chinese.</summary>
public static class WhyTexts
{
    /// <summary>A phrase of <see cref="WhyPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            WhyPhrase.Closeness => "接近程度",
            WhyPhrase.ClosenessScale => "（-128 正常，+127 发生）",
            WhyPhrase.Clearing => "  正在恢复",
            WhyPhrase.SinceForgotten => "  故障记忆内次数 ",
            WhyPhrase.First => "首次",
            WhyPhrase.Latest => "最近",
            WhyPhrase.Worst => "最重",
            WhyPhrase.Tools => "应带工具",
            WhyPhrase.ToolFirst => "万用表",
            WhyPhrase.ToolFirst + 1 => "钳形表",
            WhyPhrase.ToolFirst + 2 => "500 V 兆欧表",
            WhyPhrase.ToolFirst + 3 => "压力表",
            WhyPhrase.ToolFirst + 4 => "测绳",
            WhyPhrase.ToolFirst + 5 => "梯子",
            WhyPhrase.ToolNone => "不需测量工具",
            WhyPhrase.Comma => "、",
            WhyPhrase.Responsible => "责任方",
            WhyPhrase.ResponsibleFirst => "供方设备",
            WhyPhrase.ResponsibleFirst + 1 => "供电部门",
            WhyPhrase.ResponsibleFirst + 2 => "用水户的水井和管道",
            WhyPhrase.ResponsibleFirst + 3 => "用水户",
            WhyPhrase.ResponsibleFirst + 4 => "通信运营商",
            WhyPhrase.ResponsibleFirst + 5 => "到现场查明",
            WhyPhrase.Clock => "合同时限",
            WhyPhrase.ClockNone => "此故障不计合同时限",
            WhyPhrase.ClockRuns => "故障发生即开始计时",
            WhyPhrase.Ends => "恢复条件",
            WhyPhrase.EndsByItself => "自行恢复，须连续合格 ",
            WhyPhrase.EndsByReset => "查看现场后人工复位：reset ",
            WhyPhrase.Explains => "起因故障",
            WhyPhrase.ExplainsNone => "无其他故障",
            WhyPhrase.Begins => "发生条件",
            WhyPhrase.BeginsAfter => "连续不合格 ",
            WhyPhrase.BeginsOften => "，或 ",
            WhyPhrase.BeginsWithin => " 次不合格，限时 ",
            WhyPhrase.NotNow => "：目前不具备检测条件",
            WhyPhrase.LaidUp => "：设备已停用封存",
            WhyPhrase.SupplyLow => "：供电过低，仪表不可信",
            WhyPhrase.Settling => "：水泵刚启停，等待稳定",
            WhyPhrase.CellFirst => "尚无读数",
            WhyPhrase.CellFirst + 1 => "已关闭",
            WhyPhrase.CellFirst + 2 => "未安装",
            WhyPhrase.CellFirst + 3 => "无应答",
            WhyPhrase.CellFirst + 4 => "超出范围",
            WhyPhrase.CellFirst + 5 => "有误码",
            WhyPhrase.Moment => "时间",
            WhyPhrase.Forgotten => "已清除的故障数：",
            WhyPhrase.ForgottenStays => "。未恢复的故障、维修次数和累计次数保留。",
            WhyPhrase.IsShelved => "已搁置",
            WhyPhrase.PumpLocked => "；水泵闭锁，须人工解除：reset ",
            WhyPhrase.HeldByShelf => "此故障已暂时搁置，告警未发出。请先输入 unshelve ",
            WhyPhrase.HeldByWork => "检修期间告警暂不发出：输入 maintenance off 后再受理。",
            WhyPhrase.HeldByLayUp => "停用封存期间不告警：输入 layup off 后再受理。",
            WhyPhrase.HeldByChatter => "此故障反复出现，告警暂不发出；稳定后发出，届时再受理。",
            WhyPhrase.ShelfReasonFirst => "已订备件",
            WhyPhrase.ShelfReasonFirst + 1 => "已安排维修",
            WhyPhrase.ShelfReasonFirst + 2 => "仪表读数可疑",
            WhyPhrase.ShelfReasonFirst + 3 => "已知，暂无影响",
            WhyPhrase.ShelfUntil => "到期 ",
            WhyPhrase.LevelChanged => "级别变化",
            WhyPhrase.ToldAgain => "无人受理，再次告警",
            WhyPhrase.OtherEvent => "其他变化",
            _ => null,
        };
    }
}
