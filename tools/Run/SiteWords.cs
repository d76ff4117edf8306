using System.Collections.Generic;
using System.Linq;
using Tools.SiteSimulator;

namespace Tools.Run;

/// <summary>What happens at the site, in Chinese: the simulator's own tables speak English. One row for every fault and for each word of every action.</summary>
public static class SiteWords
{
    /// <summary>What is physically changed, by fault.</summary>
    public static IReadOnlyDictionary<string, string> Faults { get; } = new Dictionary<string, string>
    {
        ["dry-well"] = "井水位下降，默认降到水泵吸水口以下",
        ["water-table-falls"] = "旱季地下水位缓慢下降",
        ["impeller-rubbing"] = "泥沙卡在叶轮与泵壳之间，电流和功率超过额定",
        ["rotor-locked"] = "电机堵转：电流为额定的六倍，水泵不转",
        ["pump-worn"] = "叶轮和口环磨损：出水减少，吨水电耗上升",
        ["pump-exchanged"] = "换装了另一规格的水泵",
        ["pump-wearing"] = "水中含沙，水泵逐日磨损",
        ["run-request-loose"] = "用水开关接线松动，通断不定",
        ["panel-bridged"] = "有人在控制柜内短接接触器并打开出水口，选择开关在自动",
        ["coil-wire-cut"] = "设备输出到接触器线圈的线断开",
        ["welded-contactor"] = "接触器主触点闭合后粘连，不再断开",
        ["aux-contact-cut"] = "接触器常开辅助触点断线：看似未吸合",
        ["mirror-contact-cut"] = "接触器镜像触点断线：看似已吸合",
        ["phase-lost"] = "一相熔断器烧断：另两相电流上升，静止的电机只响不转",
        ["motor-cable-cut"] = "电机电缆断开：接触器吸合，电机不转",
        ["mains-lost"] = "电网停电：水泵无电，设备由备用电池供电",
        ["mains-flicker"] = "电网接头不良，反复短时断电",
        ["mains-sagging"] = "电网过载，电压持续偏低",
        ["mains-dips"] = "同一线路上有大电机启动：每 5 秒跌落 0.6 秒",
        ["supply-sag"] = "12 V 供电端子松动，带载时电压跌落",
        ["supply-low"] = "充电器熔断器烧断且备用电池老化，供电低于设备所需",
        ["supply-high"] = "充电器稳压失效，供电电压过高",
        ["charger-dead"] = "充电器熔断器烧断，备用电池完好",
        ["charger-weak"] = "充电器老化，充电电流变小",
        ["battery-aged"] = "备用电池失水老化：容量减小，内阻增大",
        ["battery-fuse-blown"] = "备用电池熔断器烧断：停电时无后备，也充不进电",
        ["supply-sense-cut"] = "12 V 母线至设备采样端的导线断线，采样为 0 V",
        ["battery-sense-cut"] = "备用电池极柱至设备采样端的导线断线，采样为 0 V",
        ["mains-relay-cut"] = "外部供电检测继电器断线：看似停电，实际正常",
        ["closed-valve"] = "有人关闭了总管后的手动阀",
        ["leak-at-rest"] = "水表后的管道破裂，高位水箱的截止阀未关：停泵后仍流水",
        ["pipe-burst"] = "水表后的田间管道爆裂：流量大，压力低",
        ["tap-before-meters"] = "有人在水表之前接管取水",
        ["bypass-open"] = "有人打开了水表的旁通管",
        ["outlet-throttled"] = "田间过滤器或给水栓堵塞：流量小，压力高",
        ["strainer-clogged"] = "水表前的过滤网堵塞",
        ["strainer-clogging"] = "水表前的过滤网逐日堵塞",
        ["check-valve-stuck"] = "止回阀卡在开位：停泵后管中的水经水表倒流入井",
        ["air-in-pipe"] = "水泵吸入空气，气囊流过水表和压力变送器",
        ["valve-jammed"] = "石块卡住电动阀，到位后不再动作",
        ["valve-leaks-through"] = "电动阀阀座磨损，高位水箱的截止阀和出水口开着",
        ["valve-motor-dead"] = "电动阀电机烧坏，停在原位",
        ["valve-switches-cut"] = "电动阀到位开关断线：既不显示开也不显示关",
        ["dead-pulse-meter"] = "脉冲水表的干簧管断线或卡住",
        ["noisy-input"] = "脉冲线屏蔽层开路，线路引入干扰",
        ["reed-bounces"] = "干簧管抖动：一个脉冲闭合多次",
        ["pulse-meter-worn"] = "水表叶轮轴承磨损，转得偏慢",
        ["pulse-head-exchanged"] = "换装了另一脉冲当量的发讯头",
        ["rs485-cut"] = "RS485 线断开",
        ["rs485-noise"] = "RS485 线与电机电缆并行，屏蔽层开路",
        ["rs485-storm"] = "附近变频器反复启动",
        ["rs485-echo"] = "设备收到自己的发送：应答之前有请求的回声",
        ["rs485-late"] = "线路中的转换器缓存应答，应答迟到",
        ["bus-meter-electrode"] = "RS485 流量计电极断开：自报故障，不计量",
        ["bus-meter-dead"] = "RS485 流量计断电：无应答，线上其他仪表正常",
        ["bus-meter-reversed"] = "RS485 流量计装反",
        ["bus-meter-detuned"] = "RS485 流量计计量偏多或偏少",
        ["bus-meter-wild"] = "RS485 流量计放大器失控：显示管道不可能有的流量并计入累计",
        ["bus-meter-frozen"] = "RS485 流量计死机：一直应答当时的数值",
        ["bus-meter-exchanged"] = "换装了另一台 RS485 流量计：表号和累计水量不同",
        ["bus-total-jumps"] = "RS485 流量计存储损坏：累计水量偏大",
        ["bus-total-runs-back"] = "RS485 流量计存储损坏：累计水量倒走",
        ["bus-other-address"] = "RS485 流量计以别的地址应答",
        ["bus-exceptions"] = "RS485 流量计拒绝读取",
        ["bus-frames-glued"] = "RS485 流量计每次应答连发两遍",
        ["bus-frames-half"] = "RS485 流量计应答只发一半",
        ["bus-map-shifted"] = "RS485 流量计程序版本不同，寄存器位置有变",
        ["power-meter-dead"] = "电能表电路失效：无应答",
        ["power-meter-refuses"] = "电能表电路失效：一律以异常码 4 拒绝",
        ["power-transformer-reversed"] = "一相电流互感器装反",
        ["pressure-wire-cut"] = "压力变送器信号线断开",
        ["pressure-wire-short"] = "压力变送器信号线碰到其 5 V 电源",
        ["pressure-snubber-clogged"] = "压力变送器缓冲管堵塞：一直显示当时的压力",
        ["level-wire-cut"] = "井水位变送器信号线断开",
        ["level-wire-short"] = "井水位变送器信号线碰到其 5 V 电源",
        ["door-opened"] = "有人打开箱门后未关",
        ["door-switch-loose"] = "门开关接线松动，通断不定",
        ["chamber-flooded"] = "雨水或漏水灌入井室，每秒上涨 1 厘米",
        ["chamber-float-cut"] = "井室浮球断线",
        ["heat-wave"] = "机箱周围气温升高",
        ["fan-failed"] = "机箱风扇停转",
        ["temperature-sensor-dead"] = "温度传感器无应答",
        ["weak-signal"] = "天线接头松动，或天线被玉米遮挡",
        ["card-reader-dead"] = "读卡器无应答",
        ["card-reader-blind"] = "读卡器线圈断开：有应答，读不到卡",
    };

    /// <summary>What a person does, by action and word.</summary>
    public static IReadOnlyDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["run-request on"] = "用水户打开用水开关和出水口",
        ["run-request off"] = "用水户关闭用水开关和出水口",
        ["outlet open"] = "用水户打开出水口",
        ["outlet shut"] = "用水户关闭出水口",
        ["selector hand"] = "控制柜选择开关转到手动",
        ["selector auto"] = "控制柜选择开关转到自动",
        ["manual-start on"] = "按下控制柜启动按钮（手动时有效）并打开出水口",
        ["manual-start off"] = "松开控制柜启动按钮并关闭出水口",
        ["door open"] = "有钥匙的人打开箱门",
        ["door shut"] = "有钥匙的人关上箱门",
        ["user-card held"] = "用水户把卡放到读卡器上",
        ["user-card away"] = "用水户拿开卡",
        ["technician-card held"] = "技术员把卡放到读卡器上",
        ["technician-card away"] = "技术员拿开卡",
        ["stranger-card held"] = "有人把不认识的卡放到读卡器上",
        ["stranger-card away"] = "不认识的卡被拿开",
    };

    /// <summary>What happened at the site, as it stands after the words that bring it about: <c>inject dry-well</c>. The line itself where it is neither.</summary>
    public static string Event(string line)
    {
        string[] words = line.Split(' ');
        return words switch
        {
            ["inject", var fault, ..] when Faults.TryGetValue(fault, out string means) => $"出现故障：{means}（{line}）",
            ["clear", var fault] when Faults.TryGetValue(fault, out string means) => $"排除故障：{means}（{line}）",
            _ when Actions.TryGetValue(line, out string means) => $"{means}（{line}）",
            _ => line,
        };
    }

    /// <summary>Both words of an action.</summary>
    public static string Means(SiteAction action) =>
        string.Join("；", new[] { action.On, action.Off }.Select(word => Actions.GetValueOrDefault($"{action.Name} {word}", action.Means)));
}
