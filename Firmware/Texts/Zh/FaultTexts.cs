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
            103 => "供电电压过低",
            201 => "有水流但水表无脉冲",
            305 => "水泵空转（无水）",
            _ => null,
        };
    }
}
