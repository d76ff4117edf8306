namespace Firmware.Texts.Zh;

/// <content>8xx: service.</content>
public static partial class FaultBookSite
{
    private static string InspectionOverdue(int part) => part switch
    {
        MeaningPart => "到期的巡检没有做。供水和计量可能都正常，但松动、漏水、绝缘下降等隐患没人查过。",
        CausesPart =>
            "没有安排人\n" +
            "做了巡检，没有登记结果\n" +
            "时钟不对，误判到期",
        _ =>
            "先用 clock 看“时间”，与手表不符先校时。紧固前 SA1 拨到 0，断开 Q10（充电器也断电），验电、挂牌。\n" +
            "紧固 Q10、KM1、FR1 和 X1 到 X5 的接线。接地电阻不大于 4 Ω，偏大补打接地极。拆开 KM1 出线，水泵各相对地绝缘不低于 0.5 MΩ，偏低换水泵（PMP-SET），不得送电。\n" +
            "清洗过滤网，破损换 STR-SCREEN；查漏水、门锁（KEY-SEAL）。接回线送电。\n" +
            "SA1 拨到自动，用水 10 min：X4.1 对地 11.4～15.0 V，X4.3 为 1.5～1.9 V，隔着绝缘皮用钳形表量每相 15～16 A；不符的按相应故障处理。\n" +
            "验证：登录，输入 inspect start，照 inspect 的提示做完到期的巡检；报告入库后本故障恢复。",
    };

    private static string Unanswered(int part) => part switch
    {
        MeaningPart => "有告警过了响应时限（一般 30 min），服务中心仍无人受理。用水户可能正等着用水。",
        CausesPart =>
            "值班人员没有看到\n" +
            "已在处理，但没有登记受理\n" +
            "值班电话或责任人配置错",
        _ =>
            "接 X6 控制台，输入 faults，看是哪个告警。属一级、二级，又涉及供电、水泵、阀门、漏水的，先把 SA1 拨到 0 并挂牌，修好前不得启动水泵；其余不停水。\n" +
            "看 D2：应常亮。熄灭或闪 1 下按 601 通信中断处理；闪 2 下按 602 服务中心无应答处理。\n" +
            "您已到场：登录，对每个没人受理的告警输入 ack <故障码>，60 s 内 faults 中该故障后显示您的编号；有工单号的输入 ack <故障码> <工单号>。\n" +
            "按该故障的步骤修，带 parts 列出的部件；离开后请服务中心核对值班电话和责任人。\n" +
            "验证：受理后 10 min 内本故障恢复。不恢复：输入 faults，还有告警后面没有编号，回第 3 步；都有而 D2 常亮，请服务中心查值班设置。",
    };

    private static string ReplaceUnit(int part) => part switch
    {
        MeaningPart => "同一故障（或同一部件）连续修了两次又出现。按约定换同型号新设备，不再修旧件；换好前供水和计量不可靠。",
        CausesPart =>
            "设备本身有质量问题\n" +
            "前两次没有找到真正原因\n" +
            "外部条件（电网、防雷）反复损坏设备",
        _ =>
            "先接 X6 控制台，输入 export，把屏幕内容存下，抄下 readings 的“脉冲累计水量”；再把 SA1 拨到 0，断开 Q10，验电、挂牌。\n" +
            "排除外因：在 Q10 进线侧量三相，应为 353～407 V（仍带电，戴绝缘手套）；X4.1 对地 11.4～15.0 V；接地不大于 4 Ω。不符先治外因，报服务中心，不算设备质量问题。\n" +
            "按服务中心指定带同型号新件；反复坏的是设备，带控制器（CTL-ESP32）和端子板（CTL-TERM）一起换。\n" +
            "拔 F1，断开 X4.2，D3 熄灭；拍照、给线编号，换新件，按编号接回。旧件贴上故障码送回。\n" +
            "验证：送电；换了控制器的，登记人员后输入 swap，粘贴存下的内容。输入 selftest start，10 s 后 selftest 全部合格；SA1 拨到自动，正常用水 3 次不再报该故障，登录输入 replaced <故障码>。",
    };

    private static string VisitLeftOpen(int part) => part switch
    {
        MeaningPart => "技术员到场登记后一直没有结束服务。维修引起的告警还被压着，真有人开门可能不报；供水和计量照常。",
        CausesPart =>
            "离开时忘了结束登记\n" +
            "箱门没有关好\n" +
            "控制台线中途拔掉",
        _ =>
            "先查清：水泵、井室旁没有人作业，工具和挂牌已收回。没查清前 SA1 保持在 0，不得送电。\n" +
            "查清后 SA1 拨到自动，测 X2.6 对地：应为 3.3 V；低于 0.3 V 是停在手动位或触点粘连，拨正仍不变换选择开关（SWI-SEL）。\n" +
            "接 X6 控制台，登录：开始新的到场登记（漏结束的那次已关闭上报，不能补录），用 visit note <备注> 写明原因。输入 visit leave，全面检查约 10 min，不合格的先修；再 visit grade <态度> <技术> <到场> <处理>、visit confirm，最后 logout。\n" +
            "关门前用手压住门开关，X2.5 对地应低于 0.3 V，不对换门开关（SWI-DOOR）；把门锁好。\n" +
            "验证：关门 5 min 后按一下按钮：级别灯不再报 804。",
    };

    private static string DrillFailed(int part) => part switch
    {
        MeaningPart => "每周一次的告警演练没有入库。真出故障时，告警可能送不到人手里。供水和计量照常。",
        CausesPart =>
            "服务中心程序停运\n" +
            "通信时断时续\n" +
            "设备存储写不进",
        _ =>
            "演练不会启动水泵，供水不必停；只插 X6 控制台线，切勿碰 Q10 等 380 V 部件。\n" +
            "看 D2 满 5 min，应一直常亮。熄灭或闪 1 下按 601 通信中断处理；闪 2 下按 602 服务中心无应答处理；时亮时灭，看 readings 的“信号强度”，低于 −75 dBm 的，调整天线或换天线（ANT-WIFI）。\n" +
            "输入 selftest start，10 s 后 selftest 的“存储”应合格，不合格先按 701 存储器故障处理（CTL-ESP32）。\n" +
            "登录，输入 drill start，10 min 后输入 drill，看“告警演练”：已入库即通；未入库而 D2 常亮，抄下 status 第一行，请服务中心核对登记的设备号。\n" +
            "验证：drill 显示已入库、用时不到 10 min，本故障恢复。",
    };
}
