using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of visits and of a swap of units in Chinese.</summary>
public static class VisitTexts
{
    /// <summary>A phrase of <see cref="VisitPhrase"/> or <see cref="SwapPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            VisitPhrase.Done => "已登记。",
            VisitPhrase.Cut => "已登记，超出部分已截去。",
            VisitPhrase.Full => "登记已满，其余请告知服务中心。",
            VisitPhrase.NoVisit => "没有到场服务：请刷卡，或开箱门后登录。",
            VisitPhrase.NoFault => "没有这个故障码。",
            VisitPhrase.NoPart => "此故障没有对应备件，请直接输入备件名称。",
            VisitPhrase.NoReading => "没有这个测量值，按 Tab 列出名称。",
            VisitPhrase.Already => "已登记为已修。",
            VisitPhrase.NoText => "不是文字。",
            VisitPhrase.None => "目前无人到场。刷卡，或开箱门并登录，即开始到场服务。",
            VisitPhrase.Visit => "到场服务",
            VisitPhrase.Since => " 到场 ",
            VisitPhrase.Leaving => "已离开，正在全面检查",
            VisitPhrase.Faults => "故障",
            VisitPhrase.NoFaults => "无",
            VisitPhrase.DeclaredNone => "未登记",
            VisitPhrase.DeclaredRepaired => "已修",
            VisitPhrase.DeclaredUnrepaired => "未修复",
            VisitPhrase.DeclaredReplaced => "已换件",
            VisitPhrase.Notes => "处理措施",
            VisitPhrase.Parts => "备件",
            VisitPhrase.References => "标准值",
            VisitPhrase.Indicated => "  本机显示 ",
            VisitPhrase.Check => "全面检查",
            VisitPhrase.CheckOwed => "离开前须进行：visit leave",
            VisitPhrase.CheckRuns => "进行中",
            VisitPhrase.Passed => " 项合格  ",
            VisitPhrase.Failed => " 项不合格  ",
            VisitPhrase.NotTested => " 项未检测  ",
            VisitPhrase.NotFitted => " 项未安装",
            VisitPhrase.User => "用户确认",
            VisitPhrase.ByNobody => "未确认：visit confirm 后输入用户验证码，不输则刷用户卡",
            VisitPhrase.ByCard => "已刷卡确认，卡号 ",
            VisitPhrase.ByCode => "已用验证码确认，由服务中心核对",
            VisitPhrase.Grades => "评价",
            VisitPhrase.Attitude => "态度",
            VisitPhrase.Technique => "技术",
            VisitPhrase.Arrival => "到场",
            VisitPhrase.Handling => "处理",
            VisitPhrase.Excellent => "优秀",
            VisitPhrase.Good => "良好",
            VisitPhrase.Fair => "一般",
            VisitPhrase.Poor => "差",
            VisitPhrase.LayCard => "请用户在一分钟内刷卡。",
            VisitPhrase.CheckBegins => "全面检查开始，结果将显示在此；随后请用户确认，您退出登录并关好箱门。",
            VisitPhrase.CheckStands => "您所做的维修后检查有效，不再重复；请用户确认，您退出登录并关好箱门。",
            VisitPhrase.MovesNothing => "此检查不启动水泵和阀门；如需一并检测，请用 inspect start after-repair。",
            VisitPhrase.Last => "上次到场",
            VisitPhrase.Stored => "中心已入库",
            VisitPhrase.Waiting => "等待入库",
            VisitPhrase.LogBegan => "到场服务开始，编号 ",
            VisitPhrase.LogOver => "到场服务结束，编号 ",
            SwapPhrase.Paste => "请逐行粘贴原设备的 export 内容，从 export=2 到最后一行。",
            SwapPhrase.Next => "下一行：",
            SwapPhrase.Whole => "内容完整，正在写入。",
            SwapPhrase.Restarts => "本机接管此站点并重启。之后请登记人员、设置密码、进行巡检。",
            SwapPhrase.NoLine => "不是 export 的行：应为“名称=值”",
            SwapPhrase.NoExport => "第一行应为 export=2",
            SwapPhrase.Foreign => "本机不认识这一行的内容",
            SwapPhrase.Damaged => "校验不符：有行缺失、重复或改变，请放慢发送",
            SwapPhrase.Missing => "内容不完整",
            SwapPhrase.CutOff => "没有收到后续的行",
            SwapPhrase.Log => "接管其他设备的站点，编号 ",
            _ => null,
        };
    }
}
