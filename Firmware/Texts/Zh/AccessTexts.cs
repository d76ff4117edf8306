using Firmware.Console;

namespace Firmware.Texts.Zh;

/// <summary>The phrases of access in Chinese.</summary>
public static class AccessTexts
{
    /// <summary>A phrase of <see cref="AccessPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            AccessPhrase.YourPin => "请输入个人密码（不显示）：",
            AccessPhrase.LoggedIn => "已登录，编号 ",
            AccessPhrase.LoggedOut => "已退出登录。",
            AccessPhrase.NobodyIn => "无人登录。",
            AccessPhrase.Wrong => "编号或密码错误。",
            AccessPhrase.WaitBefore => "错误次数过多，请等待 ",
            AccessPhrase.FirstPerson => "尚未登记人员。按住设备上的按钮，同时输入 persons add 和编号。",
            AccessPhrase.NewPin => "请设置密码，6 至 12 位数字（不显示）：",
            AccessPhrase.PinAgain => "请再输入一次：",
            AccessPhrase.PinWeak => "密码应为 6 至 12 位数字，不能全部相同，也不能连续递增或递减。",
            AccessPhrase.PinsDiffer => "两次输入不一致，未作更改。",
            AccessPhrase.ListFull => "人员已满（12 人）。",
            AccessPhrase.PersonIn => "已登记，编号 ",
            AccessPhrase.PersonOut => "已从名单中删除。",
            AccessPhrase.NoSuchPerson => "名单中没有此编号。",
            AccessPhrase.LastPerson => "不能删除最后一人，请先登记其他人。",
            AccessPhrase.NoCard => "请将卡贴近读卡器，再输入一次。",
            AccessPhrase.CardTaken => "此卡已登记给他人。",
            AccessPhrase.CardIsUsers => "此卡是用水户卡，不能登记给技术员。",
            AccessPhrase.CardIsTechnicians => "此卡已登记给技术员，不能作为用水户卡。",
            AccessPhrase.CardGiven => "此卡已登记。",
            AccessPhrase.PinOnly => "密码",
            AccessPhrase.PinAndCard => "密码和卡",
            AccessPhrase.Who => "当前登录",
            AccessPhrase.Button => "；名单为空时按住按钮亦可",
            AccessPhrase.TestTooSoon => "十分钟内已做过自检；再次自检须先登录。",
            AccessPhrase.LogoutSoon => "已九分钟无输入，一分钟后自动退出登录。按回车继续。",
            _ => null,
        };
    }
}
