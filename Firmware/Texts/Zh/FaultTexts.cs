namespace Firmware.Texts.Zh;

/// <summary>Titles of the faults in Chinese.</summary>
public static class FaultTexts
{
    /// <summary>Title of a fault, null where the code is unknown.</summary>
    public static string Title(int code)
    {
        return code switch
        {
            101 => "外部供电中断",
            102 => "带载时供电电压跌落",
            103 => "供电电压过低",
            104 => "供电电压过高",
            105 => "备用电池电量不足",
            106 => "备用电池不充电",
            201 => "有水流但水表无脉冲",
            202 => "RS485 流量计无应答",
            203 => "RS485 通信误码偏高",
            204 => "流量计自报故障",
            205 => "脉冲与 RS485 计量不一致",
            206 => "水流倒流",
            207 => "计量数据不合理（超量程、跳变、倒走）",
            208 => "脉冲输入有干扰",
            209 => "以电折水系数偏离",
            210 => "流量计被更换或累计量不连续",
            301 => "水泵未启动",
            302 => "交流接触器触点粘连",
            303 => "阀门未开到位",
            304 => "阀门未关到位",
            305 => "水泵空转（无水）",
            306 => "水泵过载",
            307 => "水泵启动过于频繁",
            308 => "水泵电源缺相",
            309 => "水泵手动运行",
            310 => "电能表无应答",
            _ => null,
        };
    }
}
