using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The page of the lamps, in Chinese. Its times are those of <c>StatusLeds</c>, <c>FaultNumber</c> and <c>PushButton</c>.</summary>
public static class LampTexts
{
    /// <summary>A phrase of <see cref="LampPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            LampPhrase.Level => "级别灯\t含义\n常亮\t正常\n快闪，每秒 2 次\t一级：服务中断\n每 2 秒连闪 2 下\t二级：有中断的危险\n每 2 秒闪 1 下\t三级：影响服务\n每 6 秒闪 1 下\t四级：轻微\n不亮\t设备没电",
            LampPhrase.Link => "通信灯\t含义\n常亮\t服务中心已应答\n每 2 秒连闪 2 下\t已连上 MQTT 服务器，服务中心还没应答\n每 2 秒闪 1 下\t只有网络\n不亮\t没有网络",
            LampPhrase.Power => "电源灯（如装有）\t含义\n常亮\t外部供电正常\n每 2 秒闪 1 下\t电池供电",
            LampPhrase.Number => "故障码\t级别灯怎样报\n开头和结尾\t灭 3 秒\n数字 1～9\t是几就短闪几下，每下亮 0.3 秒、灭 0.3 秒\n数字 0\t一次长亮 1.5 秒\n两位数字之间\t灭 1.5 秒\n何时报\t每分钟自己报一次最严重的故障；按一下按钮立即报，再按报下一个故障",
            LampPhrase.Button => "按住按钮\t灯的变化，然后\n短按\t级别灯灭；松开后报下一个故障码，没有故障则照常\n3 秒\t全亮；松开后各灯同闪 5 秒，然后开始自检\n8 秒\t全灭；松开后级别灯与通信灯交替闪 5 秒，然后开始巡检（只做不动水泵、阀门的项目）\n15 秒以上\t照常；不动作\n5 秒之内再按\t取消；不动作\n巡检动作时\t按一下，水泵即停；不作其他动作",
            LampPhrase.Codes => "号\t闪法\t级别\t故障",
            LampPhrase.Long => "长",
            _ => null,
        };
    }
}
