using System.Collections.Generic;

namespace Texts.Tests.Areas;

/// <summary>Water, access, link, storage, service and the unit itself: codes 4xx to 9xx.</summary>
public static class SiteArea
{
    /// <summary>The codes of the area with their Chinese titles.</summary>
    public static readonly IReadOnlyDictionary<int, string> ChineseTitles = new Dictionary<int, string>
    {
        [401] = "停泵关阀后仍有流量",
        [402] = "流量偏低",
        [403] = "流量过大（疑似爆管）",
        [404] = "压力偏低",
        [405] = "压力过高",
        [406] = "井室积水",
        [407] = "过滤网渐堵",
        [408] = "变送器信号异常（断线或短路）",
        [409] = "井水位偏低",
        [501] = "箱门未关",
        [502] = "箱门被非授权打开",
        [503] = "读卡器故障",
        [504] = "水泵未经授权运行",
        [601] = "通信中断",
        [602] = "服务中心无应答",
        [603] = "接入被拒（账号或证书）",
        [604] = "信号弱",
        [605] = "证书即将到期",
        [606] = "时钟未校准",
        [607] = "时钟跳变",
        [610] = "设备失联",
        [701] = "存储器故障",
        [702] = "存储空间将满",
        [703] = "配置无效",
        [704] = "记录损坏",
        [705] = "存储写入量超限",
        [801] = "巡检超期",
        [802] = "告警超时无人响应",
        [803] = "同一故障两次维修未愈，应更换设备",
        [804] = "到场服务未结束",
        [805] = "告警通道演练失败",
        [901] = "频繁重启",
        [902] = "安全模式运行",
        [903] = "内存不足",
        [904] = "程序任务停滞（已重启）",
        [905] = "运行周期超时",
        [906] = "自检不合格",
        [907] = "机箱温度过高",
    };

    /// <summary>The Chinese book.</summary>
    public static FaultBook Chinese => FaultBook.Read(
        "Site",
        typeof(Firmware.Texts.Zh.FaultBookSite),
        ChineseTitles.Keys,
        Firmware.Texts.Zh.FaultTexts.Title,
        Firmware.Texts.Zh.FaultBookSite.Meaning,
        Firmware.Texts.Zh.FaultBookSite.Causes,
        Firmware.Texts.Zh.FaultBookSite.Remedy);

    /// <summary>The English book.</summary>
    public static FaultBook English => FaultBook.Read(
        "Site",
        typeof(Firmware.Texts.En.FaultBookSite),
        ChineseTitles.Keys,
        Firmware.Texts.En.FaultTexts.Title,
        Firmware.Texts.En.FaultBookSite.Meaning,
        Firmware.Texts.En.FaultBookSite.Causes,
        Firmware.Texts.En.FaultBookSite.Remedy);
}
