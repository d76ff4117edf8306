using System.Collections.Generic;

namespace Texts.Tests.Areas;

/// <summary>Power, meters, pump and valve: codes 1xx to 3xx.</summary>
public static class PlantArea
{
    /// <summary>The codes of the area with their Chinese titles.</summary>
    public static readonly IReadOnlyDictionary<int, string> ChineseTitles = new Dictionary<int, string>
    {
        [101] = "外部供电中断",
        [102] = "带载时供电电压跌落",
        [103] = "供电电压过低",
        [104] = "供电电压过高",
        [105] = "备用电池电量不足",
        [106] = "备用电池不充电",
        [201] = "有水流但水表无脉冲",
        [202] = "RS485 流量计无应答",
        [203] = "RS485 通信误码偏高",
        [204] = "流量计自报故障",
        [205] = "脉冲与 RS485 计量不一致",
        [206] = "水流倒流",
        [207] = "计量数据不合理（超量程、跳变、倒走）",
        [208] = "脉冲输入有干扰",
        [209] = "以电折水系数偏离",
        [210] = "流量计被更换或累计水量不连续",
        [301] = "水泵未启动",
        [302] = "交流接触器触点粘连",
        [303] = "阀门未开到位",
        [304] = "阀门未关到位",
        [305] = "水泵空转（无水）",
        [306] = "水泵过载",
        [307] = "水泵启动过于频繁",
        [308] = "水泵电源缺相",
        [309] = "水泵手动运行",
        [310] = "电能表无应答",
        [311] = "接触器触点信号不符",
    };

    /// <summary>The Chinese book.</summary>
    public static FaultBook Chinese => FaultBook.Read(
        "Plant",
        typeof(Firmware.Texts.Zh.FaultBookPlant),
        ChineseTitles.Keys,
        Firmware.Texts.Zh.FaultTexts.Title,
        Firmware.Texts.Zh.FaultBookPlant.Meaning,
        Firmware.Texts.Zh.FaultBookPlant.Causes,
        Firmware.Texts.Zh.FaultBookPlant.Remedy);

    /// <summary>The English book.</summary>
    public static FaultBook English => FaultBook.Read(
        "Plant",
        typeof(Firmware.Texts.En.FaultBookPlant),
        ChineseTitles.Keys,
        Firmware.Texts.En.FaultTexts.Title,
        Firmware.Texts.En.FaultBookPlant.Meaning,
        Firmware.Texts.En.FaultBookPlant.Causes,
        Firmware.Texts.En.FaultBookPlant.Remedy);
}
