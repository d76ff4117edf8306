using Firmware.Console;
using Firmware.Core.Contracts;

namespace Firmware.Texts.Zh;

/// <summary>The console in Chinese.</summary>
public sealed class ChineseTexts : Console.Texts
{
    /// <inheritdoc/>
    public override string Title(int code)
    {
        return FaultTexts.Title(code);
    }

    /// <inheritdoc/>
    public override string Meaning(int code)
    {
        return FaultBookPlant.Meaning(code) ?? FaultBookSite.Meaning(code);
    }

    /// <inheritdoc/>
    public override string Causes(int code)
    {
        return FaultBookPlant.Causes(code) ?? FaultBookSite.Causes(code);
    }

    /// <inheritdoc/>
    public override string Remedy(int code)
    {
        return FaultBookPlant.Remedy(code) ?? FaultBookSite.Remedy(code);
    }

    /// <inheritdoc/>
    public override string Reading(int signal)
    {
        return signal switch
        {
            Signal.Supply => "供电电压",
            Signal.Pressure => "管道压力",
            Signal.PulseFlow => "脉冲水表流量",
            Signal.BusFlow => "RS485 流量计流量",
            Signal.PumpContact => "接触器触点",
            Signal.PumpCommand => "水泵指令",
            Signal.RunRequest => "用水开关",
            Signal.MainsPresent => "外部供电",
            Signal.DoorOpen => "箱门打开",
            Signal.PulseTotal => "脉冲累计水量",
            Signal.BusTotal => "RS485 累计水量",
            Signal.DryStops => "空转停泵次数",
            Signal.BusStatus => "RS485 流量计状态字",
            Signal.BusSerial => "RS485 流量计表号",
            Signal.BusErrors => "RS485 误码率",
            Signal.SupplyAtRest => "停泵时供电电压",
            Signal.StartsPerHour => "1 h 内启动次数",
            Signal.MeterDifference => "两表水量差",
            Signal.Reach => "通信状态（0～2）",
            Signal.Refused => "接入被拒",
            Signal.Unstored => "未入库时长",
            Signal.OutboxFill => "存储已用",
            Signal.StorageFailures => "连续写入失败",
            Signal.RecordsDamaged => "记录损坏条数",
            Signal.SettingsRejected => "无效配置行数",
            Signal.ClockQuality => "时钟状态（0～2）",
            Signal.ClockJumps => "时钟跳变次数",
            Signal.Uptime => "开机时长",
            Signal.WorkerRestarts => "任务重启次数",
            Signal.PumpMirror => "接触器镜像触点",
            Signal.SelectorHand => "选择开关在手动",
            Signal.ChamberFlooded => "井室积水",
            Signal.ValveCommand => "阀门指令",
            Signal.ValveIsOpen => "阀门全开",
            Signal.ValveIsShut => "阀门全关",
            Signal.WellLevel => "井中水位",
            Signal.Battery => "备用电池电压",
            Signal.Temperature => "箱内温度",
            Signal.Power => "水泵功率",
            Signal.Voltage1 => "第一相电压",
            Signal.Voltage2 => "第二相电压",
            Signal.Voltage3 => "第三相电压",
            Signal.Current1 => "第一相电流",
            Signal.Current2 => "第二相电流",
            Signal.Current3 => "第三相电流",
            Signal.Energy => "累计电量",
            Signal.CardPresent => "有卡",
            Signal.Technician => "技术员在场",
            Signal.CardNumber => "卡号",
            Signal.SignalStrength => "信号强度",
            Signal.CredentialDays => "证书剩余天数",
            Signal.StorageWear => "当日写入量占限额",
            Signal.HeapFree => "剩余内存",
            Signal.LateScans => "每分钟超时周期数",
            Signal.RestartsPerDay => "24 h 内任务重启次数",
            Signal.InspectionOverdue => "巡检超期天数",
            Signal.VisitLeftOpen => "到场服务未结束",
            Signal.ReplaceDue => "须更换设备的故障码",
            Signal.CrashesPerDay => "一天内崩溃次数",
            Signal.SafeMode => "安全模式",
            Signal.SelfTestFailures => "自检不合格项",
            Signal.WorkersDown => "停止的任务数",
            Signal.ResetCause => "重启原因",
            Signal.Unanswered => "超时未受理告警",
            Signal.Drill => "演练读数",
            Signal.DrillEnd => "上次演练结果（0～4）",
            _ => Signal.NameOf(signal),
        };
    }

    /// <inheritdoc/>
    public override string Setting(int key)
    {
        return SettingTexts.Meaning(key);
    }

    /// <inheritdoc/>
    public override string Module(string code)
    {
        return ModuleTexts.Name(code);
    }

    /// <inheritdoc/>
    public override string Say(int phrase)
    {
        return phrase switch
        {
            Phrase.Welcome => "灌溉计量设备。输入 help 查看命令。",
            Phrase.PageFailed => "此页显示出错，已放弃，并已记入日志。",
            Phrase.UnknownCommand => "没有这个命令（输入 help 查看）：",
            Phrase.Unit => "设备",
            Phrase.Time => "时间",
            Phrase.ClockUnset => "未校时",
            Phrase.ClockCoasting => "一天内未校时",
            Phrase.Level => "故障级别",
            Phrase.Healthy => "无故障",
            Phrase.FaultsRaised => " 个故障",
            Phrase.Link => "通信",
            Phrase.LinkCentre => "服务中心已应答",
            Phrase.LinkBroker => "已连上 MQTT 服务器，服务中心未应答",
            Phrase.LinkNetwork => "有网络，未连上 MQTT 服务器",
            Phrase.LinkNone => "无网络",
            Phrase.TroubleNoNetwork => "找不到无线网络或未取得地址",
            Phrase.TroubleNoSuchHost => "服务器域名无法解析",
            Phrase.TroubleUnreachable => "服务器地址无应答",
            Phrase.TroubleRefused => "服务器拒绝账号或密码",
            Phrase.TroubleLost => "连接已中断",
            Phrase.Supply => "供电",
            Phrase.Pressure => "管道压力",
            Phrase.PulseFlow => "脉冲水表",
            Phrase.BusFlow => "RS485 流量计",
            Phrase.Pump => "水泵",
            Phrase.PumpRuns => "运行",
            Phrase.PumpOff => "停止",
            Phrase.PumpWaits => "因无水停泵，距下次试启 ",
            Phrase.PumpStaysOff => "因无水保持停泵；关闭用水开关 5 秒再打开即重试",
            Phrase.PumpOnHand => "停止：选择开关在手动",
            Phrase.PumpWithoutMains => "停止：外部供电中断，恢复一分钟后启动",
            Phrase.Outbox => "待发记录",
            Phrase.Waiting => " 条未入库",
            Phrase.Lost => " 条丢失",
            Phrase.Hotline => "服务热线",
            Phrase.SettingsRow => "配置",
            Phrase.Rejected => " 行无法使用",
            Phrase.Since => "始于 ",
            Phrase.NoDataNotYet => "尚无读数",
            Phrase.NoDataOff => "已关闭",
            Phrase.NoDataNotFitted => "未安装",
            Phrase.NoDataTimeout => "无应答",
            Phrase.NoDataOutOfRange => "超出范围，请检查接线",
            Phrase.NoDataBusError => "应答有误码",
            Phrase.LangDone => "已切换为中文。",
            Phrase.Attempt => "连接次数 ",
            Phrase.Storage => "存储",
            Phrase.WritesFailed => " 次写入失败",
            Phrase.Ago => " 前",
            Phrase.NoSuchFault => "没有这个故障码：",
            Phrase.Meaning => "含义",
            Phrase.Evidence => "证据",
            Phrase.Then => "发生时",
            Phrase.Now => "现在",
            Phrase.Causes => "可能原因",
            Phrase.Remedy => "处理步骤",
            Phrase.Part => "应带备件",
            Phrase.State => "状态",
            Phrase.StateRaised => "已发生，始于 ",
            Phrase.StateClear => "未发生",
            Phrase.InhibitedBy => "由其他故障引起，暂不判定：",
            Phrase.Occurrence => "累计次数",
            Phrase.OutcomeNotTested => "未检测",
            Phrase.OutcomePass => "合格",
            Phrase.OutcomeFail => "不合格",
            Phrase.OutcomeStale => "数据过期",
            Phrase.OutcomeError => "传感器异常",
            Phrase.OutcomeNotFitted => "未安装",
            Phrase.Check => "检测结果",
            Phrase.Level1 => "一级",
            Phrase.Level2 => "二级",
            Phrase.Level3 => "三级",
            Phrase.Level4 => "四级",
            Phrase.More => "—— 空格翻页，回车下一行，q 停止 ——",
            Phrase.LoginFirst => "此命令仅限技术员，请先登录：输入 login 和您的编号。",
            Phrase.NobodyThere => "十分钟无输入，已自动退出登录。",
            Phrase.Sure => "确定执行吗？输入 yes 执行，直接回车放弃。",
            Phrase.NotDone => "未作任何更改。",
            Phrase.TypeLikeThis => "正确写法：",
            Phrase.ForExample => "   例如：",
            Phrase.ExampleNote => "已更换备用电池",
            Phrase.NotUnderstood => "无法识别：",
            Phrase.ArgumentWrong => "超出范围：",
            Phrase.ArgumentMissing => "缺少：",
            Phrase.To => " 至 ",
            Phrase.AtMost => "最多 ",
            Phrase.Bytes => " 字节",
            Phrase.GroupLook => "查看",
            Phrase.GroupServe => "服务",
            Phrase.GroupSetUp => "设置",
            Phrase.HelpHint => "输入 help 加命令名查看用法，例如：help why。Tab 键补全，上箭头调出上一行。",
            Phrase.ForTechnicians => "技术员，须先登录",
            Phrase.AskedFirst => "；执行前再次询问",
            Phrase.HowToSee => "如何验证",
            Phrase.WhoMay => "权限",
            Phrase.Anybody => "任何人",
            Phrase.ScreenDone => "终端显示已设置。",
            Phrase.LiveHint => "按任意键结束。",
            Phrase.Restarting => "水泵停止，数秒后重新启动。",
            Phrase.Program => "程序版本",
            Phrase.Board => "硬件",
            Phrase.Chip => "芯片",
            Phrase.Starts => "启动次数",
            Phrase.Running => "已运行",
            Phrase.LampTest => "各灯同亮 3 秒、全灭 1 秒，再依次单独亮 2 秒：级别、通信、电源。",
            Phrase.ClockSource => "跳变次数",
            Phrase.ClockBad => "时间无效，或不在 2026 至 2100 年之间。",
            Phrase.ClockIsSet => "已校时：",
            Phrase.Synced => "一天内已校准",
            Phrase.Broker => "服务器",
            Phrase.Network => "无线网络",
            Phrase.Attempts => "连接次数",
            Phrase.Sessions => "成功次数",
            Phrase.Restarts => "任务重启",
            Phrase.InFlight => "发送中",
            Phrase.NoBroker => "未配置",
            Phrase.Records => "记录",
            Phrase.OldestSeq => "最早未入库",
            Phrase.NextSeq => "下一编号",
            Phrase.Epoch => "编号批次",
            Phrase.Refused => "拒收报文",
            Phrase.LostRow => "丢失",
            Phrase.StorageErrors => "写入失败",
            Phrase.OftenHead => "各故障次数",
            Phrase.NoneYet => "尚无",
            Phrase.PartsNone => "无故障，无需备件。",
            Phrase.Proof => "验证",
            Phrase.ProofOwed => " 次无故障运行（每次 2 分钟以上，或停用一天）尚未完成",
            Phrase.ProofRule => " 次无故障运行（每次 2 分钟以上，或停用一天）后为已验证",
            Phrase.Stage => "处理阶段",
            Phrase.StageHealthy => "无记录",
            Phrase.StagePending => "正在判定",
            Phrase.StageActive => "已发生",
            Phrase.StageLatched => "原因已消除，须人工复位",
            Phrase.StageCleared => "已恢复",
            Phrase.StageRepaired => "已修待验证",
            Phrase.StageVerified => "已验证",
            Phrase.AckBy => "受理人",
            Phrase.PersonNo => "编号 ",
            Phrase.AckCentre => "服务中心",
            Phrase.AckNone => "尚未受理",
            Phrase.ShelvedFor => "已暂时搁置，剩余 ",
            Phrase.Repairs => "维修次数",
            Phrase.NeedsNew => "两次维修未愈，应更换",
            Phrase.WorkGoesOn => "检修中，剩余 ",
            Phrase.IsLaidUp => "停用封存",
            Phrase.Mode => "工作状态",
            Phrase.NextVisit => "下次巡检",
            Phrase.InDays => " 天后",
            Phrase.OverdueBy => "超期天数：",
            Phrase.NotPlanned => "未安排",
            Phrase.Respond => "响应剩余 ",
            Phrase.Late => "已超时 ",
            Phrase.NotReported => "未上报，已 ",
            Phrase.LastHere => "上次操作",
            Phrase.NobodyYet => "尚无",
            Phrase.MoreFaults => " 个，输入 faults 查看",
            Phrase.Meters => "计量",
            Phrase.Today => "今天到期",
            Phrase.ClockOnSite => "到场剩余 ",
            Phrase.ClockRepair => "修复剩余 ",
            Phrase.ClockOther => "剩余 ",
            Phrase.NoSuchSetting => "没有此配置项，输入 config 查看全部。",
            Phrase.LastsFor => "已持续 ",
            Phrase.LogStarted => "累计启动次数：",
            Phrase.LogEpoch => "编号批次更新",
            Phrase.LogSkipped => "未读出的记录",
            Phrase.LogFault => "故障 ",
            Phrase.LogSetting => "配置更改：",
            Phrase.LogImported => "配置由文件替换",
            Phrase.LogRefused => "配置无法使用",
            Phrase.LogReset => "恢复出厂配置",
            Phrase.LogDrill => "告警通道演练",
            Phrase.LogStorage => "存储恢复",
            Phrase.LogLost => "记录丢失",
            Phrase.LogEntries => "日志条目丢失",
            Phrase.LogIn => "登录：编号 ",
            Phrase.LogWrong => "登录被拒：编号 ",
            Phrase.LogOut => "退出登录：编号 ",
            Phrase.LogPerson => "人员名单更改，操作人和对象：",
            Phrase.LogOther => "条目 ",
            Phrase.LogEmpty => "尚无日志。",
            Phrase.BootNo => "启动 ",
            _ => AccessTexts.Say(phrase) ?? ActionTexts.Say(phrase) ?? InspectionTexts.Say(phrase) ?? ServiceTexts.Say(phrase) ?? WhyTexts.Say(phrase) ?? StoreTexts.Say(phrase) ?? DrillTexts.Say(phrase) ?? VisitTexts.Say(phrase) ?? SettingTexts.Say(phrase) ?? LampTexts.Say(phrase) ?? "？",
        };
    }

    /// <inheritdoc/>
    public override string Help(int command)
    {
        return CommandTexts.Help(command);
    }

    /// <inheritdoc/>
    public override string Proof(int command)
    {
        return CommandTexts.Proof(command);
    }

    /// <inheritdoc/>
    public override string Argument(int kind)
    {
        return CommandTexts.Argument(kind);
    }

    /// <inheritdoc/>
    public override string Item(int number)
    {
        return InspectionTexts.Item(number);
    }

    /// <inheritdoc/>
    public override string ItemHow(int number)
    {
        return ItemTexts.How(number);
    }
}
