namespace Firmware.Texts.Zh;

/// <content>1xx: power.</content>
public static partial class FaultBookPlant
{
    private static string MainsLost(int part) => part switch
    {
        MeaningPart => "市电继电器已释放，设备靠备用电池工作。水泵无法运行，用户用不上水；计量最多还能维持 4 h。",
        CausesPart =>
            "电网停电或计划停电\n" +
            "总开关 Q10 断开、跳闸，或进线熔断器熔断\n" +
            "市电继电器或其到 X2.4 的接线断开",
        _ =>
            "先向用户和供电所了解是否停电，停电则等待来电；否则 SA1 拨到 0，断开 Q10，上锁挂牌，在 Q10 下口验电。\n" +
            "测 Q10 上口（带电，勿触碰）：线间应为 342～418 V。不符：属电网侧，联系供电所，无需换件。\n" +
            "合上 Q10，测下口：线间应为 342～418 V。缺相：再断开 Q10，更换熔断器或 Q10。\n" +
            "测 X2.4 对地直流电压：应低于 0.3 V。有市电却为 3.3 V：紧固继电器接线，仍不符则更换 PSU-12V。\n" +
            "验证：D3 点亮，status 显示市电正常；SA1 拨到自动，水泵运行 2 min，101 恢复。",
    };
}
