namespace Firmware.Texts.Zh;

/// <summary>What the modules of the reference board's list are called, in Chinese. The board's own page of terminals (wiring) uses the same names; a test says so.</summary>
public static class ModuleTexts
{
    /// <summary>Name of a module by its code, null for one that is not on the list.</summary>
    public static string Name(string code)
    {
        return code switch
        {
            "ANT-WIFI" => "天线及馈线",
            "BAT-12V" => "备用电池（12 V 7 Ah）",
            "CBL-485" => "RS485 电缆及终端电阻",
            "CBL-PULSE" => "脉冲水表屏蔽电缆",
            "CON-PUMP" => "交流接触器 KM1（含触点和继电器 K1）",
            "CTL-ESP32" => "控制器",
            "CTL-TERM" => "端子板",
            "FLT-FLOOD" => "浮球开关",
            "KEY-SEAL" => "门锁和铅封",
            "MTR-BUS" => "RS485 流量计",
            "MTR-PULSE" => "脉冲水表表头",
            "PIP-SEAL" => "管道密封件和管接头",
            "PMP-SET" => "水泵（含电机）",
            "PSU-12V" => "充电器（13.6 V，含外部供电检测继电器）",
            "PWR-METER" => "三相电能表（含互感器）",
            "RDR-CARD" => "读卡器",
            "RLY-OVL" => "热过载继电器 FR1",
            "RTC-CLOCK" => "时钟模块 U6（含纽扣电池）",
            "RTR-LINK" => "路由器",
            "STR-SCREEN" => "过滤网",
            "SWI-DOOR" => "门开关",
            "SWI-SEL" => "选择开关 SA1 和用水开关",
            "TRD-LEVEL" => "水位变送器",
            "TRD-PRES" => "压力变送器",
            "VLV-CHK" => "止回阀",
            "VLV-MOT" => "电动阀（含到位开关）",
            "NONE" => "不需要",
            _ => null,
        };
    }
}
