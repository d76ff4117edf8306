namespace Firmware.Texts.Zh;

/// <content>7xx: storage and settings.</content>
public static partial class FaultBookSite
{
    private static string StorageFailing(int part) => part switch
    {
        MeaningPart => "存储器连续 3 次写不进。设备仍在计量和保护，但一断电，没入库的记录和累计水量可能丢失。",
        CausesPart =>
            "存储芯片磨损\n" +
            "供电不稳，写到一半掉电\n" +
            "存储的文件损坏",
        _ =>
            "SA1 拨到 0 并挂牌。先别断电：接 X6 控制台，输入 export，把屏幕内容存下；输入 readings，抄下“脉冲累计水量”和“RS485 累计水量”。\n" +
            "等 D2 常亮、status 的“待发记录”为 0 条，最多等 10 min，等不到也做下一步。\n" +
            "测 X4.1 对地：应为 11.4～15.0 V，轻摇 F1 和接线不跳变。不对先紧固；仍偏低，拆下电池负极线包好再测：X4.1 为 13.4～13.8 V 换电池（BAT-12V），否则换充电器（PSU-12V）。\n" +
            "拔 F1（D3 应熄灭，仍亮再断开 X4.2），等 30 s 装回，登录，输入 selftest start，10 s 后 selftest 的“存储”应为合格。不合格换控制器（CTL-ESP32），登记人员后输入 swap，粘贴存下的内容；没存下的，换后把抄下的累计水量报服务中心。\n" +
            "验证：selftest start 连做 3 次都合格，storage 的“写入失败”不增加；SA1 拨到自动，用水 10 min 后请用水户停水，断电再送电，累计水量不少。",
    };

    private static string StorageNearlyFull(int part) => part switch
    {
        MeaningPart => "存储空间已用 80 % 以上，多半是记录长期没有入库。现在不丢记录，供水和计量照常；再满就先合并、丢弃级别低的。",
        CausesPart =>
            "通信长期中断，记录积压\n" +
            "服务中心没有应答\n" +
            "某个故障反复出现，记录太多",
        _ =>
            "不断电、不清空存储；只插 X6 控制台线，切勿碰 Q10 等 380 V 部件，供水不必停。\n" +
            "看 D2：熄灭或每 2 s 闪 1 下，按 601 通信中断处理；闪 2 下，按 602 服务中心无应答处理；常亮，转下一步。\n" +
            "隔 10 min 看两次 status：“待发记录”应减少。不减少，请服务中心查入库；减少则等它清空。\n" +
            "输入 counters，在“各故障次数”中找出最多的故障，按它的步骤修好；同一故障一天不应超过 20 次。\n" +
            "验证：status 的“待发记录”降到 0 条后 1 h 内本故障恢复。已为 0 条、1 h 后仍不恢复：输入 selftest start，10 s 后 selftest 的“存储”不合格换控制器（CTL-ESP32），合格则报服务中心。",
    };

    private static string ConfigInvalid(int part) => part switch
    {
        MeaningPart => "配置文件或设备内两份配置不合要求，整份不采用，设备正用上次有效的配置或出厂默认值运行。每个脉冲的水量若不对，水费会算错。",
        CausesPart =>
            "改配置时输错\n" +
            "两份配置都已损坏\n" +
            "配置文件与程序版本不符",
        _ =>
            "请用水户停水，SA1 拨到 0 并挂牌，防止按错误参数用水。\n" +
            "接 X6 控制台，输入 config：第一行写明第几行、哪一项、错在何处，记下。与本站验收单逐行核对。\n" +
            "重点核对：脉冲水表（X3.1）每个脉冲几升（参考站 10 L）、RS485 流量计（X5）地址（1）、供电下限 10800 mV，须与铭牌和验收单一致，不一致的下一步改正。\n" +
            "登录，用 config 加配置项和新值逐项改正，例如 config pulse_ml 10000，再输入 restart；60 s 后 status 不再有“配置”一行。配置全对仍有，换控制器（CTL-ESP32）。\n" +
            "验证：SA1 拨到自动，用水，接 X3.1 的脉冲水表表盘走过 1 m³ 时，readings 的“脉冲累计水量”应增加 1000 L（±10 L），status 的“脉冲水表”和“RS485 流量计”相差 5 % 以内；不对回到第 3 步。",
    };

    private static string RecordDamaged(int part) => part switch
    {
        MeaningPart => "读存储的记录时有校验不符的，已跳过并计数。只缺这几条；供水、计量和累计水量不受影响。",
        CausesPart =>
            "正在写入时突然断电\n" +
            "F1 或 12 V 接线松动\n" +
            "存储芯片老化",
        _ =>
            "接 X6 控制台，输入 readings，记下“记录损坏条数”，报服务中心核对缺哪几条。动 12 V 接线前 SA1 拨到 0 并挂牌。\n" +
            "紧固 X4.1、X4.2 和 F1 座，测 X4.1 对地：应为 11.4～15.0 V，轻摇接线跳动不超过 0.2 V，跳动大则重接线、换 F1 座。\n" +
            "SA1 拨到自动，请用水户用水，起泵时 X4.1 应不低于 11.4 V。偏低：停泵，拆下电池负极线包好再测：X4.1 为 13.4～13.8 V 换电池（BAT-12V），否则换充电器（PSU-12V）。\n" +
            "输入 selftest start，10 s 后 selftest 的“存储”应合格，不合格换控制器（CTL-ESP32）。\n" +
            "验证：7 天内 readings 的“记录损坏条数”不再增加；又增加，换控制器（CTL-ESP32）。",
    };

    private static string StorageWear(int part) => part switch
    {
        MeaningPart => "近来写存储的次数超过预算，照这样存储芯片会提前用坏。现在记录和计量都正常。",
        CausesPart =>
            "某个故障反复报、反复恢复\n" +
            "某个开关量接触不良，来回跳\n" +
            "12 V 供电接触不良，频繁重启",
        _ =>
            "箱内紧线前，请用水户停水，SA1 拨到 0 并挂牌。\n" +
            "接 X6 控制台，输入 counters：“各故障次数”最多的先修；“异常重启”一天多于 3 次，转第 4 步。\n" +
            "逐个测 X2.1 到 X2.9 对地（没有接线的跳过），轻敲开关和接线：每个应稳在 0.3 V 以下或 3.3 V，跳变的紧固；紧固后仍跳，换该路开关：X2.5 换 SWI-DOOR，X2.6 换 SWI-SEL，X2.7、X2.8 换 VLV-MOT，X2.9 换 FLT-FLOOD，X2.1、X2.2 换 CON-PUMP。\n" +
            "测 X4.1：应为 11.4～15.0 V，轻摇 F1 跳动不超过 0.2 V，不对紧固；仍低换充电器（PSU-12V）。\n" +
            "验证：SA1 拨到自动，24 h 后 counters 里该故障次数不再增加、本故障已恢复；次数不增而仍报，换控制器（CTL-ESP32）。",
    };
}
