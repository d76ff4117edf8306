using Firmware.Console;
using Firmware.Core.Contracts;

namespace Firmware.Texts.Zh;

/// <summary>What each setting means, and the phrases of changing them, in Chinese.</summary>
public static class SettingTexts
{
    /// <summary>The meaning of a setting (<see cref="SettingKey"/>), null where there is none.</summary>
    public static string Meaning(int key)
    {
        return key switch
        {
            SettingKey.Site => "主题中的站点名，可用小写字母、数字和短横。",
            SettingKey.Unit => "主题中的设备名，可用小写字母、数字和短横。",
            SettingKey.Name => "设备显示名称。",
            SettingKey.Place => "安装地点。",
            SettingKey.Contact => "负责人或班组。",
            SettingKey.Hotline => "服务热线电话。",
            SettingKey.Language => "控制台启动时的语言。",
            SettingKey.BrokerHost => "服务器域名或地址。",
            SettingKey.BrokerPort => "服务器端口。",
            SettingKey.BrokerUser => "服务器账号；无则留空。",
            SettingKey.BrokerPassword => "服务器密码，不显示。",
            SettingKey.WifiSsid => "无线网络名称。",
            SettingKey.WifiPassword => "无线网络密码，不显示。",
            SettingKey.TimeServer1 => "首选授时服务器。",
            SettingKey.TimeServer2 => "备用授时服务器。",
            SettingKey.Confirm => "以谁的应答作为告警已入库：服务中心；无服务中心时为 MQTT 服务器。",
            SettingKey.Encoding => "报文编码；cbor 的字节数约为三分之一。",
            SettingKey.Contract => "服务合同，决定时限和工作时间。",
            SettingKey.Holidays => "某年的节假日和调休：2026:0101-0103,+0104。",
            SettingKey.HolidaysNext => "另一年的节假日和调休。",
            SettingKey.UtcOffset => "当地时间与世界协调时的差。",
            SettingKey.PulseMeter => "是否安装脉冲水表：1 是，0 否。",
            SettingKey.BusMeter => "是否安装 RS485 流量计：1 是，0 否。",
            SettingKey.Pressure => "是否安装压力变送器：1 是，0 否。",
            SettingKey.PulseVolume => "每个脉冲的水量，见水表铭牌。",
            SettingKey.BusAddress => "RS485 流量计的通信地址。",
            SettingKey.BusSerial => "验收时 RS485 流量计的表号；未登记填 0（故障 210）。",
            SettingKey.RatedFlow => "设计流量（1 m³/h 为 278 mL/s）。",
            SettingKey.NoFlow => "低于此值视为无水流。",
            SettingKey.MaxPulses => "水表每秒最多可发的脉冲数（故障 208）。",
            SettingKey.SupplyAct => "低于此值设备无法动作（故障 103）。",
            SettingKey.SupplySag => "接触器吸合时供电跌落的下限（故障 102）。",
            SettingKey.SupplyHigh => "供电过高的上限（故障 104）。",
            SettingKey.BatteryLow => "备用电池电压低于此值时续航不足（故障 105）。",
            SettingKey.Charge => "有外部供电时低于此值视为未充电（故障 106）。",
            SettingKey.BatterySense => "是否接入备用电池电压：1 是，0 否。",
            SettingKey.DryPressure => "水泵运行时低于此压力视为无水（故障 305）。",
            SettingKey.LowPressure => "水泵运行时管道压力下限（故障 404）。",
            SettingKey.HighPressure => "管道压力上限（故障 405）。",
            SettingKey.WellLevel => "是否安装井水位变送器：1 是，0 否。",
            SettingKey.WellLevelFull => "水位变送器输出 4.5 V 时高出吸水口的水深。",
            SettingKey.WellLow => "高出吸水口的水深低于此值时即将吸空（故障 409）。",
            SettingKey.ChamberFloat => "井室内是否安装浮球开关：1 是，0 否。",
            SettingKey.MaxStarts => "水泵每小时启动次数上限（故障 307）。",
            SettingKey.MirrorContact => "是否接入接触器常闭辅助触点：1 是，0 否。",
            SettingKey.Selector => "是否接入选择开关：1 是，0 否。",
            SettingKey.Valve => "是否安装带两个到位开关的电动阀：1 是，0 否。",
            SettingKey.ValveTravel => "阀门全程动作的最长时间（故障 303、304）。",
            SettingKey.PowerMeter => "总线上是否安装电能表：1 是，0 否。",
            SettingKey.PowerAddress => "电能表的通信地址。",
            SettingKey.RatedPower => "电机额定功率（故障 306）。",
            SettingKey.RatedPhase => "额定相电压（故障 308）。",
            SettingKey.CardReader => "是否安装读卡器：1 是，0 否。",
            SettingKey.CredentialEnds => "服务器账号到期日，格式为年月日八位数字；不到期填 0（故障 605）。",
            SettingKey.SeasonOpens => "灌溉季开始日，月日：315 即 3 月 15 日；无则填 0。",
            SettingKey.SeasonCloses => "灌溉季结束日，写法相同。",
            SettingKey.Warranty => "自验收起的质保天数；无则填 0。",
            SettingKey.MaintenanceRun => "水泵运行多久后应保养；0 表示不按此计。",
            SettingKey.MaintenanceStarts => "水泵启动多少次后应保养；0 表示不按此计。",
            SettingKey.MaintenanceVolume => "供水多少后应保养；0 表示不按此计。",
            SettingKey.QuietHour => "设备每日自检的整点（当地时间）。",
            SettingKey.UserCard => "确认服务的用水户的卡号；无则填 0。",
            SettingKey.UserCard2 => "确认服务的用水户的卡号；无则填 0。",
            SettingKey.UserCard3 => "确认服务的用水户的卡号；无则填 0。",
            SettingKey.UserCard4 => "确认服务的用水户的卡号；无则填 0。",
            SettingKey.UnitKey => "设备自己的密钥，64 位十六进制数，用于巡检报告签名，不显示；无则留空。",
            _ => null,
        };
    }

    /// <summary>A phrase of <see cref="SettingPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            SettingPhrase.AtOnce => "更改后立即生效。",
            SettingPhrase.AtRestart => "更改后下次启动生效。",
            SettingPhrase.FromNextStart => "下次启动后为：",
            SettingPhrase.StoredNow => "已保存，立即生效。",
            SettingPhrase.StoredForRestart => "已保存，下次启动生效，可输入 restart。",
            SettingPhrase.Same => "原来就是此值，未写入。",
            SettingPhrase.NotStored => "存储无法写入，未作任何更改。",
            SettingPhrase.MayBe => " 可为：",
            SettingPhrase.TopicPart => "1 至 32 个小写字母、数字或短横",
            SettingPhrase.RestartOwed => "部分更改下次启动生效，可输入 restart。",
            SettingPhrase.Fault => "正常。",
            SettingPhrase.FaultUnknownKey => "没有此项配置。",
            SettingPhrase.FaultBadForm => "格式不对。",
            SettingPhrase.FaultOutOfRange => "超出范围。",
            SettingPhrase.FaultTooLong => "内容过长。",
            SettingPhrase.FaultRepeated => "重复出现。",
            SettingPhrase.FaultMissing => "站点或设备尚未命名。",
            SettingPhrase.FaultTooBig => "全部配置合计过长。",
            SettingPhrase.FaultFuture => "由更新版本的程序写成。",
            SettingPhrase.FaultDamaged => "存储中的配置副本已损坏。",
            SettingPhrase.FaultForeign => "由其他设备写成。",
            SettingPhrase.FaultConflict => "与其他配置矛盾：下限须低于上限，各表地址不得相同。",
            SettingPhrase.FaultBusy => "正在写入另一项更改，请稍后再试。",
            SettingPhrase.FaultNothing => "尚无配置。",
            SettingPhrase.IsSet => "（已设置，不显示）",
            SettingPhrase.NotSet => "（未设置）",
            SettingPhrase.ResetDone => "已恢复出厂设置。已清除：限值、安装项、文字、人员和卡、学习值。\n保留：站点名和设备名、服务器、网络、时区；未入库记录、累计水量、日志、故障、检查。\n设备即将重新启动。之后请按住按钮重新登记第一位人员。",
            SettingPhrase.LogWas => "原配置 ",
            SettingPhrase.HoldButton => "请按住设备按钮，再输入此命令并确认。",
            SettingPhrase.RefusedAtStart => "启动时未采用：",
            SettingPhrase.LineNo => "第几行：",
            SettingPhrase.ByPerson => "  操作人 ",
            _ => null,
        };
    }
}
