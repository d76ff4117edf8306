namespace Firmware.Texts.Zh;

/// <content>5xx: access.</content>
public static partial class FaultBookSite
{
    private static string DoorOpen(int part) => part switch
    {
        MeaningPart => "箱门打开已超过 30 min。雨水、小动物和外人可能进箱；供水和计量不受影响。",
        CausesPart =>
            "上次离开时门没关好\n" +
            "门变形或锁坏\n" +
            "门开关或接线坏",
        _ =>
            "先看箱内：有积水、动物或破线时断开 Q10，验电、挂牌，再清理；手湿不碰接线。\n" +
            "用手压住门开关，测 X2.5 对地：应低于 0.3 V；松开应为 3.3 V。两样都对，只是门没关上，转第 4 步。\n" +
            "不对：拆下 X2.5 的线应为 3.3 V，用导线把 X2.5 短接到地应低于 0.3 V。两样都对换门开关和线（SWI-DOOR），不对换端子板（CTL-TERM）。\n" +
            "把门关严锁好，门缝应小于 2 mm，偏大就调正门页，锁坏换锁（KEY-SEAL）。\n" +
            "验证：门关 1 min 后按一下按钮，看门上的级别灯：不再报 501。",
    };

    private static string Tamper(int part) => part switch
    {
        MeaningPart => "箱门被打开（关上也算），60 s 内没有技术员刷卡或登录。可能有人偷水、改接线，计量要核对。",
        CausesPart =>
            "外人撬门或用私配钥匙\n" +
            "技术员忘了刷卡\n" +
            "读卡器坏，认不出卡\n" +
            "门开关松动误报",
        _ =>
            "先刷卡登记，拍照，确定无裸露带电线；SA1 拨到 0，断开 Q10，验电、挂牌。\n" +
            "查私接线：X1.1、X2、X3.1、X5 每个端子只应有图纸上的线，多出的拆除。拔下 F1（D3 熄灭）量 X5.A 与 X5.B：应为 55～65 Ω，约 0 Ω 是被短接，120 Ω 是少一个终端电阻，恢复原样（CBL-485）。\n" +
            "查两表（MTR-PULSE、MTR-BUS）：铅封应完好；MTR-BUS 表盘累计与 readings 的“RS485 累计水量”应相差不到 1 m³。不符报服务中心，另立工单。\n" +
            "测 X2.5 对地：压住门开关低于 0.3 V，松开 3.3 V，轻敲不跳变；不对换门开关（SWI-DOOR）。\n" +
            "验证：装回 F1，合上 Q10，SA1 拨到自动，用水 10 min 两表都走。换锁和铅封（KEY-SEAL），关门；再开门并在 60 s 内刷卡，不报本故障即修好。",
    };

    private static string CardReaderOut(int part) => part switch
    {
        MeaningPart => "读卡器不应答。刷卡可能无效：用水户不能凭卡取水，技术员到场不能凭卡登记。流量计照常计量。",
        CausesPart =>
            "X8 插头松脱或受潮\n" +
            "读卡器损坏\n" +
            "端子板的 3.3 V 供电坏",
        _ =>
            "SA1 拨到 0 并挂牌；拔下 F1（D3 应熄灭，仍亮再断开 X4.2），然后才插拔 X8。\n" +
            "擦干、插紧 X8 两头。装回 F1 和 X4.2，测 X8 电源脚对地：应为 3.2～3.4 V。不对就按第 1 步断电、拔下读卡器再测：恢复换读卡器（RDR-CARD），仍不对换端子板（CTL-TERM）。\n" +
            "测 X8 两根信号脚：不刷卡时都应高于 3.0 V。偏低：断电拔下读卡器再测，恢复换 RDR-CARD，仍低换 CTL-TERM。电压都对但刷卡无反应，换 RDR-CARD。\n" +
            "验证：SA1 拨到自动，用登记过的卡刷 3 次，每次 2 s 内 readings 的“卡号”有读数；输入 selftest start，10 s 后 selftest 的“板内总线”合格。",
    };

    private static string RunUnauthorised(int part) => part switch
    {
        MeaningPart => "选择开关在自动位，设备没有发指令，也没人刷卡，水泵却在运行。可能有人绕过设备取水，这段水量找不到用水户。",
        CausesPart =>
            "有人短接接触器线圈或顶住触点\n" +
            "接口继电器 K1 触点粘连\n" +
            "端子板的 Q1 击穿\n" +
            "SA1 或辅助触点接线错误",
        _ =>
            "先拍照留证，再断开 Q10，三相验电为 0 V，挂牌。\n" +
            "拆除私接线，松开被顶住的 KM1；接在 Q10 进线端的仍带电，切勿碰，报供电所。测 X2.1 对地应为 3.3 V、X2.2 应低于 0.3 V；不对是 KM1 没释放或接线错，改线或换接触器（CON-PUMP）。\n" +
            "测 X1.1 对地：没有指令时应与 X4.1 相同（约 12 V）。低于 1 V：拔 F1，拆下 X1.1 外线，红表笔接 X1.1 量对地电阻，低于 1 kΩ 是 Q1 击穿，换端子板（CTL-TERM）；否则查外线。\n" +
            "拔下 K1，量它的触点：应不通（大于 1 MΩ）；通则换 CON-PUMP（含 K1）。SA1 在自动位时 X2.6 应为 3.3 V，不对换 SWI-SEL。\n" +
            "验证：装回，合上 Q10，SA1 拨到自动，不刷卡等 10 min：水泵不动；再正常用水一次，能启能停。",
    };
}
