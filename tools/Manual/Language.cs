using Firmware.Console;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Tools.Manual;

/// <summary>One language of the manual: the console's texts, and the few words that only paper has.</summary>
internal sealed record Language(
    string Code,
    Texts Texts,
    string Heading,
    string Introduction,
    string Labels,
    string Levels,
    string EveryVisit,
    string Limit,
    string Stop,
    string[] LevelNames,
    string Level,
    string LevelWorse,
    string Part,
    string CommandsHead,
    string PartsHead,
    string ItemsHead,
    string Passes,
    string Colon,
    string Comma,
    string Semicolon,
    string[] PlanNames,
    string[] KindNames,
    string[] WhoNames,
    string Technician,
    string Signs)
{
    public static readonly Language Chinese = new(
        "zh",
        new ChineseTexts(),
        "故障手册",
        "本手册由 `tools/manual` 根据故障目录和文本生成，不要手工修改。端子号见所用主板的 `wiring.zh.md`；“对地”指黑表笔接接地端子 X4.6。流量、压力、电流的数值是参考站的（额定 40 m³/h，水泵 11 kW），其他站点以验收单为准；限值是默认设置的，`why 故障码` 显示本站限值。步骤里要更改什么的命令，先 `login`；“答 yes”指再问一次时输入 yes。",
        """
        | 标号 | 是什么 | 在哪里 |
        |---|---|---|
        | Q10 | 总断路器，断开后水泵和充电器都没有电，进线端仍带电 | 水泵控制柜进线 |
        | KM1 | 水泵的交流接触器 | 水泵控制柜 |
        | K1 | 12 V 中间继电器：由 X1.1 驱动，接通 KM1 的线圈 | 水泵控制柜 |
        | FR1 | 热过载继电器 | 水泵控制柜，KM1 下端 |
        | SA1 | 选择开关：手动、0、自动 | 水泵控制柜面板 |
        | SB1 | 手动启动按钮，SA1 在手动时有效 | 水泵控制柜面板 |
        | F1 | 设备的 12 V 熔断器，2 A | 机箱内，端子板 X4.1 旁 |
        | D1、D2、D3 | 级别灯、通信灯、电源灯 | 箱门；D3 也可在端子板上 |
        | K2、K3 | 电动阀的开阀、关阀继电器 | 端子板 |
        | Q1 | 驱动 X1.1 的场效应管 | 端子板 |
        | U5、U6 | 扩展芯片、时钟模块 | 端子板 |
        | X6 | 控制台：USB 转 TTL 线（3.3 V），115200 8N1，按回车出现提示符 | 端子板 |
        """,
        "级别：一级最严重（服务中断），二级有导致一级的危险，三级直接影响服务，四级为间歇或间接影响。",
        "“断电”指断开 Q10 并取下 F1，D3 熄灭（仍亮再断开 X4.2）：只断开 Q10，设备还由电池供电。断电后也切勿碰 Q10，其进线端仍带电（380 V）；非碰不可，先请供电所停掉进线并验电。“送电”相反。\n\n每次到场都带：挂牌和锁、螺丝刀、短接导线、控制台线（接 X6）、2 A 和电能表用的熔断器、120 Ω 终端电阻、绝缘胶带。步骤里的 V 和 Ω，没有指明仪表的用万用表量；其他仪表在步骤里指明。证据中触点、指令、开关一类的读数，1 为接通（是、有），0 为断开（否、无）。“应带备件”里第一件最常更换，其余由步骤查明后才用；水泵（PMP-SET）要吊装，查明后另约。",
        "默认限值",
        "。",
        ["", "一级", "二级", "三级", "四级"],
        "",
        "，加重后为",
        "应带备件",
        "| 命令 | 作用 | 怎样看出已生效 | 权限 |\n|---|---|---|---|",
        "| 代码 | 模块 | 用于故障 |\n|---|---|---|",
        "| 号 | 项目 | 类别 | 执行 | 计划 | 做法和合格范围（参考站点） |\n|---|---|---|---|---|---|",
        "合格：",
        "：",
        "、",
        "；",
        ["巡检", "保养", "开机前", "关机前", "投运", "维修后"],
        ["清洁", "检查", "调试", "润滑", "紧固"],
        ["设备", "技术员", "共同"],
        "技术员",
        """
        | 级别灯 | 您要做的 |
        |---|---|
        | 常亮 | 正常，放心用水；开春水泵不启动，是还在停用封存，打服务热线 |
        | 每 6 秒闪 1 下 | 小问题，能用水；看下表 |
        | 每 2 秒闪 1 下 | 能用水，但有毛病；看下表，不行就报修 |
        | 每 2 秒连闪 2 下 | 可能很快用不上水；报修 |
        | 快闪，每秒 2 次 | 用不上水，或计量已停；马上报修 |
        | 不亮 | 设备没电；停电就等来电，没停电就报修 |

        另一个灯是通信灯：常亮表示服务中心收得到。它不亮也能用水，记录存在设备里，通了再送。
        """);

    public static readonly Language English = new(
        "en",
        new EnglishTexts(),
        "Fault book",
        "Written by `tools/manual` from the catalogue and the texts; do not edit it. The terminals are those of the board's `wiring.md`; \"to ground\" means with the black lead on the ground terminal X4.6. Flows, pressures and currents are those of the reference site (40 m³/h, pump of 11 kW); elsewhere the acceptance sheet holds. Limits are those of the default settings; `why CODE` shows the site's own. `login` before a command that changes anything; \"yes\" answers the question that follows.",
        """
        | label | what it is | where |
        |---|---|---|
        | Q10 | main breaker; off, neither pump nor charger has power; its incoming side stays live | pump's panel, feed |
        | KM1 | contactor of the pump | pump's panel |
        | K1 | 12 V relay driven by X1.1; it feeds the coil of KM1 | pump's panel |
        | FR1 | overload relay | pump's panel, below KM1 |
        | SA1 | selector: hand, 0, auto | front of the pump's panel |
        | SB1 | start button, works with SA1 on hand | front of the pump's panel |
        | F1 | 12 V fuse of the unit, 2 A | enclosure, beside X4.1 of the terminal board |
        | D1, D2, D3 | level lamp, link lamp, power lamp | door; D3 may be on the terminal board |
        | K2, K3 | relays of the motor valve, open and shut | terminal board |
        | Q1 | transistor that drives X1.1 | terminal board |
        | U5, U6 | expander, clock module | terminal board |
        | X6 | console: USB to TTL lead (3.3 V), 115200 8N1, Enter brings the prompt | terminal board |
        """,
        "Levels: 1 worst (service interrupted), 2 danger of it, 3 service degraded, 4 intermittent or indirect.",
        "\"Power off\" means Q10 off and F1 out, D3 dark (else X4.2 off too): with Q10 off alone the unit runs on its battery. Also then keep clear of Q10, its incoming side is live (380 V); where it cannot be avoided, first have the utility cut the incomer and prove it dead. \"Power on\" is the reverse.\n\nBrought to every visit: lock and tags, screwdrivers, a bridging lead, the console lead (to X6), fuses of 2 A and those of the power meter, terminators of 120 Ω, insulating tape. V and Ω are measured with the multimeter where a step names no instrument; any other one is named. In the evidence a contact, command or switch reads 1 when closed (yes, there), 0 when open (no, not there). The first of the parts to bring is swapped most, the others once a step has shown it; the pump (PMP-SET) takes a hoist: found first, then appointed.",
        "Limit by default",
        ".",
        ["", "1", "2", "3", "4"],
        "level ",
        ", worsens to level ",
        "Parts to bring",
        "| command | what it does | how to see that it worked | access |\n|---|---|---|---|",
        "| code | module | for faults |\n|---|---|---|",
        "| no. | item | kind | who | plans | how, and what passes (reference site) |\n|---|---|---|---|---|---|",
        "Passes: ",
        ": ",
        ", ",
        "; ",
        ["patrol", "maintenance", "opening", "shutdown", "commissioning", "after repair"],
        ["cleaning", "checking", "adjusting", "lubricating", "tightening"],
        ["unit", "technician", "both"],
        "technician",
        """
        | level lamp | what you do |
        |---|---|
        | steady | all is well; when the pump does not start in spring, the unit is still laid up: call the hotline |
        | one flash every 6 s | a small matter, water runs; see the table below |
        | one flash every 2 s | water runs, something is wrong; see the table, else report it |
        | two flashes every 2 s | the water may soon fail; report it |
        | fast, twice a second | no water, or nothing is metered; report it at once |
        | dark | no power: wait when all have none, else report it |

        The other lamp is the link: steady means that the centre hears the unit. Dark, you can still draw water; the records are kept and sent later.
        """);

    public static readonly Language[] All = [Chinese, English];

    /// <summary>The reference board's page of terminals.</summary>
    public string WiringFile => Code == "zh" ? "wiring.zh.md" : "wiring.md";

    /// <summary>File of the fault book.</summary>
    public string FileName => $"faults.{Code}.md";
}
