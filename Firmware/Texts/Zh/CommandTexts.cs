using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>What the commands do, how to see that they worked, and what their arguments are called, in Chinese.</summary>
public static class CommandTexts
{
    /// <summary>What a form of a command does.</summary>
    public static string Help(int command)
    {
        return command switch
        {
            CommandTable.Help => "列出命令",
            CommandTable.HelpAll => "列出全部命令及用途",
            CommandTable.HelpCommand => "某一命令的用法",
            CommandTable.Status => "设备概况",
            CommandTable.Faults => "当前故障，严重的在前",
            CommandTable.Why => "某一故障的含义、证据、处理步骤和备件",
            CommandTable.Readings => "全部读数",
            CommandTable.ReadingsLive => "全部读数，每秒刷新，按任意键结束",
            CommandTable.LangZh => "切换为中文",
            CommandTable.LangEn => "切换为英文",
            CommandTable.ScreenColumns => "终端宽度，手机用 40",
            CommandTable.ScreenLines => "终端宽度和行数；行数为 0 则不分页",
            CommandTable.Version => "程序版本、硬件和启动次数",
            CommandTable.Login => "登录；随后输入个人密码",
            CommandTable.Logout => "退出登录；十分钟无操作自动退出",
            CommandTable.Restart => "停泵并重新启动程序",
            CommandTable.Persons => "可操作人员名单",
            CommandTable.PersonsAdd => "登记人员或重设密码；密码输入两次",
            CommandTable.PersonsCard => "将读卡器上的卡登记给某人",
            CommandTable.PersonsRemove => "从名单中删除某人",
            CommandTable.Pin => "修改自己的密码",
            CommandTable.Lamp => "依次点亮各指示灯",
            CommandTable.Ack => "受理此故障（故障仍在）",
            CommandTable.Reset => "原因消除后，人工复位",
            CommandTable.Shelves => "已暂时搁置的故障及剩余时间",
            CommandTable.Shelve => "暂时搁置故障；一级故障不可搁置",
            CommandTable.Unshelve => "取消搁置",
            CommandTable.Repaired => "已修复，由机组验证",
            CommandTable.Replaced => "已更换备件",
            CommandTable.WorkOn => "开始检修：除一级外暂不告警",
            CommandTable.WorkOff => "结束检修，补发期间告警",
            CommandTable.LayUp => "停用封存，水泵保持停止",
            CommandTable.Open => "解除封存，恢复使用",
            CommandTable.Network => "通信逐级状态及问题",
            CommandTable.Storage => "待发记录、写入和损坏情况",
            CommandTable.Counters => "各项计数和各故障次数",
            CommandTable.Clock => "时间及可信程度",
            CommandTable.ClockSet => "校时（当地时间）",
            CommandTable.Parts => "当前故障应带的备件",
            CommandTable.Config => "全部配置，不显示密码",
            CommandTable.Export => "全部内容逐行输出，可保存",
            CommandTable.ConfigKey => "某一配置项",
            CommandTable.SelfTest => "最近一次自检结果",
            CommandTable.SelfTestStart => "开始自检，不动水泵和阀门",
            CommandTable.Inspect => "巡检当前提示，或最近结果",
            CommandTable.InspectStart => "开始到期的巡检",
            CommandTable.InspectPlan => "按指定计划开始巡检",
            CommandTable.InspectYes => "允许，或合格",
            CommandTable.InspectNo => "不允许，或不合格",
            CommandTable.InspectValue => "输入测量值",
            CommandTable.InspectSkip => "跳过此项，记为未检测",
            CommandTable.InspectStop => "终止巡检",
            CommandTable.Log => "事件记录，最新的在前",
            CommandTable.Bands => "本站正常范围（由正常运行学得）",
            CommandTable.BandsFreeze => "冻结正常范围",
            CommandTable.BandsFollow => "正常范围恢复跟随",
            CommandTable.BandsReset => "清除正常范围，重新学习：换泵、换管或换表之后",
            CommandTable.AckCase => "受理并记录工单号",
            CommandTable.AckArrive => "受理，记录工单号和几小时内到场",
            CommandTable.Drill => "上次告警演练的结果",
            CommandTable.DrillStart => "现在演练：向服务中心发一条试验告警，不动任何设备",
            _ => "？",
        };
    }

    /// <summary>How to see that it worked: what only shows something is its own proof.</summary>
    public static string Proof(int command)
    {
        return command switch
        {
            CommandTable.LangZh => "下一条应答即为中文。",
            CommandTable.LangEn => "下一条应答即为英文。",
            CommandTable.ScreenColumns => "下一页按此宽度换行。",
            CommandTable.ScreenLines => "下一个长页面按此行数停顿。",
            CommandTable.Login => "应答中显示您的编号。",
            CommandTable.Logout => "status 中显示无人登录。",
            CommandTable.Restart => "数秒后重新出现欢迎语；version 中启动次数加一。",
            CommandTable.PersonsAdd => "persons 中可见该编号，可用其登录。",
            CommandTable.PersonsCard => "persons 中显示“密码和卡”；贴卡即可登录。",
            CommandTable.PersonsRemove => "persons 中不再显示该编号。",
            CommandTable.Pin => "下次登录使用新密码。",
            CommandTable.Lamp => "看灯：不亮的即已损坏。",
            CommandTable.Ack => "faults 中故障后显示您的编号；服务中心收到受理。",
            CommandTable.Reset => "why 中显示未发生。",
            CommandTable.Shelve => "shelve 中可见及剩余时间。",
            CommandTable.Unshelve => "shelve 中不再显示。",
            CommandTable.Repaired => "why 中显示还需几次验证运行。",
            CommandTable.Replaced => "why 中维修次数从 0 计。",
            CommandTable.WorkOn => "status 中显示检修中。",
            CommandTable.WorkOff => "status 中不再显示检修中。",
            CommandTable.LayUp => "status 中显示停用封存。",
            CommandTable.Open => "status 中不再显示停用封存。",
            CommandTable.ClockSet => "clock 中可见。",
            CommandTable.SelfTestStart => "数秒后 selftest 显示结果。",
            CommandTable.DrillStart => "drill 显示已入库，一般数秒内；服务中心清单里可见。",
            CommandTable.InspectStart => "inspect 显示第一项。",
            CommandTable.InspectPlan => "inspect 显示第一项。",
            CommandTable.InspectYes => "inspect 进入下一步。",
            CommandTable.InspectNo => "inspect 进入下一步。",
            CommandTable.InspectValue => "结果中可见该值。",
            CommandTable.InspectSkip => "结果中标明。",
            CommandTable.InspectStop => "inspect 显示没有进行中的巡检。",
            CommandTable.BandsFreeze => "bands 中显示已冻结。",
            CommandTable.BandsFollow => "bands 中显示跟随。",
            CommandTable.BandsReset => "bands 中显示学习中 0/10。",
            CommandTable.AckCase => "why 中显示工单号；服务中心收到受理。",
            CommandTable.AckArrive => "why 中显示工单号和预计到场；服务中心收到受理。",
            _ => "以显示内容为准。",
        };
    }

    /// <summary>What an argument is called.</summary>
    public static string Argument(int kind)
    {
        return kind switch
        {
            Console.Argument.Code => "故障码",
            Console.Argument.Command => "命令",
            Console.Argument.Columns => "列数",
            Console.Argument.Lines => "行数",
            Console.Argument.Person => "人员编号",
            Console.Argument.Count => "数量",
            Console.Argument.Hours => "小时",
            Console.Argument.Note => "备注",
            Console.Argument.Key => "配置项",
            Console.Argument.Value => "值",
            Console.Argument.Date => "年-月-日",
            Console.Argument.Time => "时:分",
            Console.Argument.Plan => "计划",
            Console.Argument.Item => "项号",
            Console.Argument.Measured => "数值",
            Console.Argument.Part => "备件",
            Console.Argument.Grade => "评分",
            Console.Argument.Reason => "原因：1 备件在途，2 已安排，3 仪表可疑，4 已知晓",
            Console.Argument.ShelfHours => "小时",
            Console.Argument.WorkHours => "小时",
            Console.Argument.Case => "工单号",
            _ => "？",
        };
    }
}
