namespace Firmware.Texts.Zh;

/// <content>9xx: the unit itself.</content>
public static partial class FaultBookSite
{
    private static string UnitRestarts(int part) => part switch
    {
        MeaningPart => "一天内意外重启达到 3 次。每次重启水泵会停，浇地被打断；累计水量已存，最多少计重启那几秒。",
        CausesPart =>
            "12 V 接线或 F1 松动\n" +
            "电池弱，起泵时电压跌落\n" +
            "控制器损坏或受潮",
        _ =>
            "请用水户停水，SA1 拨到 0 并挂牌，再动 12 V 接线。\n" +
            "测 X4.1 对地：应为 11.4～15.0 V，轻摇 F1、X4.1、X4.2 跳动不超过 0.2 V。跳动大就紧固，F1 座发黑换新。\n" +
            "SA1 拨到自动，请用水户起泵，盯住 X4.1：应不低于 11.4 V。偏低：停泵，拆下电池负极线包好再测：X4.1 为 13.4～13.8 V 换电池（BAT-12V），否则换充电器（PSU-12V）。\n" +
            "供电都好：SA1 拨到 0，拔 F1（D3 应熄灭，仍亮再断开 X4.2），擦干、插紧控制器，装回看 1 h；仍重启换控制器（CTL-ESP32），再不行换端子板（CTL-TERM）。\n" +
            "验证：SA1 拨到自动，counters 的“异常重启”24 h 不增加。",
    };

    private static string SafeMode(int part) => part switch
    {
        MeaningPart => "连续 4 次启动失败，或一天内 3 次程序停滞自行重启，设备停在安全模式：通信和控制台可用，但不控制水泵和阀门，自动供水停止，水量可能漏计。",
        CausesPart =>
            "外接部件短路，把设备拖住\n" +
            "供电过低\n" +
            "控制器损坏\n" +
            "配置或程序损坏",
        _ =>
            "SA1 拨到 0，断开 Q10，验电、挂牌；抄下两表表盘读数。\n" +
            "测 X4.1 对地：应为 11.4～15.0 V。偏低：合上 Q10，拆下电池负极线包好再测，13.4～13.8 V 换电池（BAT-12V），否则换充电器（PSU-12V），断开 Q10。再测 X4.4：应为 4.75～5.25 V，偏低是变送器或其线短路，转下一步。\n" +
            "拔 F1（D3 应熄灭，仍亮再断开 X4.2），拔下 X8、X5、X4.3 到 X4.5 的线，装回 F1；接 X6 控制台，登录，输入 reset 902，答 yes，60 s 不重启：断电逐个接回，接哪个又出现换哪个（RDR-CARD、MTR-BUS、TRD-PRES、TRD-LEVEL）。\n" +
            "60 s 内仍重启：输入 export，把屏幕内容存下，换控制器（CTL-ESP32），登记人员后输入 swap，粘贴回去；还不行换端子板（CTL-TERM）。\n" +
            "验证：全部接回，登录，输入 reset 902 解除安全模式，断电再送电 2 次，每次正常 60 s 以上；selftest start 后 selftest 合格；合上 Q10，SA1 拨到自动，正常用水。",
    };

    private static string MemoryLow(int part) => part switch
    {
        MeaningPart => "空余内存少于 8 KB，设备可能自行重启，打断用水。目前供水和计量正常。",
        CausesPart =>
            "程序缺陷，运行久了内存被占\n" +
            "故障和待发记录积压太多\n" +
            "控制器损坏",
        _ =>
            "重启会停泵：请用水户停水，SA1 拨到 0 并挂牌。\n" +
            "接 X6 控制台，抄下 version 的“程序版本”、counters 的“已运行”、readings 的“剩余内存”、status 的“待发记录”。待发超过 20 条，先按 D2 的指示恢复通信（不常亮即没通）。\n" +
            "拔 F1（D3 应熄灭，仍亮再断开 X4.2），等 10 s 装回；1 h 后再看 readings 的“剩余内存”（停泵时每小时数一次），应不低于 8192 B（8 KB）。仍低于此值，换控制器（CTL-ESP32）。\n" +
            "重启后够，几天后又低于 8 KB：是程序缺陷，换件无用，把抄下的内容报服务中心，请求升级。\n" +
            "验证：SA1 拨到自动，24 h 后剩余内存仍不低于 8 KB、本故障不再报。",
    };

    private static string WorkerStalled(int part) => part switch
    {
        MeaningPart => "设备内的一个程序任务超过时限没有动静，已单独重启它。供水和计量照常；RS485 读数或通信可能短时中断。一天 3 次升为二级故障。",
        CausesPart =>
            "RS485 线路或其中一只表故障\n" +
            "网络太差\n" +
            "程序缺陷或控制器损坏",
        _ =>
            "接 X6 控制台，看 readings 的“任务重启次数”和 network 的“任务重启”：两数相同是通信任务，前者多是总线任务。动 X5 接线前，请用水户停水，SA1 拨到 0 并挂牌。\n" +
            "总线任务：通电量 X5.A 对 X5.B，空闲时应不低于 0.2 V；拔 F1 断电后量两端电阻应为 55～65 Ω。不对换电缆和终端电阻（CBL-485）；都对，逐只拔表，拔哪只就不再停滞便换哪只（MTR-BUS、PWR-METER）。\n" +
            "通信任务：D2 应常亮；readings 的“信号强度”应不低于 −75 dBm，偏弱换天线（ANT-WIFI）或挪路由器。\n" +
            "以上都正常：抄下 version 的“程序版本”报服务中心；一天 3 次以上换控制器（CTL-ESP32）。\n" +
            "验证：装回 F1，SA1 拨到自动，24 h 后 readings 的“任务重启次数”不增加。",
    };

    private static string TickOverrun(int part) => part switch
    {
        MeaningPart => "程序一圈的时间超过了规定，停泵、关阀可能慢一拍。脉冲由硬件计数，水量不会少。",
        CausesPart =>
            "脉冲或开关量输入有干扰，来回跳\n" +
            "存储芯片老化，写得慢\n" +
            "程序缺陷",
        _ =>
            "停泵动作可能迟缓：请用水户停水，SA1 拨到 0 并挂牌，再动接线。\n" +
            "接 X6 控制台，输入 readings，记下“每分钟超时周期数”；拔掉控制台线 10 min 再看，为 0 说明是控制台输出所致，不用修。\n" +
            "不用水时测 X3.1 对地：应稳在 3.3 V 或 0.3 V 以下。跳动说明脉冲线受干扰：拆下 X3.1 的线变稳，换脉冲电缆（CBL-PULSE）；仍跳换端子板（CTL-TERM）。\n" +
            "输入 selftest start，10 s 后 selftest 的“存储”应合格，不合格换控制器（CTL-ESP32）。都正常而仍超时，把 version 的“程序版本”报服务中心，请求升级。\n" +
            "验证：SA1 拨到自动，用水 1 h，readings 的“每分钟超时周期数”为 0。",
    };

    private static string SelfTestFailed(int part) => part switch
    {
        MeaningPart => "设备自检有一项不合格。供水和计量也许还正常，但该部分已不可靠，可能变成停水或漏计。",
        CausesPart =>
            "存储、内存或时钟坏\n" +
            "输出驱动或继电器坏\n" +
            "供电偏低",
        _ =>
            "自检会试输出：SA1 拨到 0，断开 Q10，验电、挂牌。\n" +
            "测 X4.1 对地：应为 11.4～15.0 V，不对先修供电（PSU-12V、BAT-12V）。接 X6 控制台，输入 selftest start，10 s 后输入 selftest，记下不合格项。\n" +
            "selftest 的“存储”“内存”不合格：换控制器（CTL-ESP32）。“时钟”“板内总线”不合格：换时钟模块（RTC-CLOCK），“板内总线”仍不合格换端子板（CTL-TERM）。\n" +
            "selftest 的“输出”不合格：没有指令时 X1.1 应与 X4.1 相同（约 12 V），X1.2、X1.3 应为 0 V。不对：拔 F1，拆下 X1 外线，量 X1.1 对地，低于 1 kΩ 换端子板（CTL-TERM）；装回 F1，X1.2、X1.3 仍有电压也换；都不是则查外线和线圈。\n" +
            "selftest 的“RS485”不合格：拔 F1（D3 应熄灭，仍亮再断开 X4.2），X5.A 与 X5.B 间应为 55～65 Ω，不对换 CBL-485，对则换不应答的表（MTR-BUS、PWR-METER）。\n" +
            "验证：装回，selftest start 连做 2 次全合格；合上 Q10，SA1 拨到自动，用水一次正常。",
    };

    private static string TooHot(int part) => part switch
    {
        MeaningPart => "机箱内超过 70 °C。电池和电子件寿命缩短，设备可能重启；计量暂时正常。",
        CausesPart =>
            "暴晒，通风口堵塞\n" +
            "接线端子松动发热\n" +
            "充电器故障发热\n" +
            "温度读数不准",
        _ =>
            "不用手摸发热件：SA1 拨到 0，断开 Q10（充电器也断电），验电、挂牌；开门散热 30 min。\n" +
            "断电时紧固 KM1、FR1 和 X4 的接线（切勿碰 Q10，其进线端仍带电），量接头两侧应小于 1 Ω，偏大或发黑的重做；清通风口，加遮阳。\n" +
            "送电，SA1 拨到自动用水 30 min，用红外测温枪从远处看：端子和充电器外壳应不高于 60 °C。端子烫回第 2 步；Q10 烫，请供电所停掉进线并验电，再紧固；充电器烫，测 X4.1 对地，高于 13.8 V 换充电器（PSU-12V）；不高于此值而电池也烫换电池（BAT-12V）。\n" +
            "各处都不烫却仍报：温度计贴 U6 放 10 min，与 readings 的“箱内温度”相差应在 3 °C 以内，超出换时钟模块（RTC-CLOCK）。\n" +
            "验证：关门，正午前后用水 1 h，readings 的“箱内温度”低于 65 °C、本故障恢复。",
    };
}
