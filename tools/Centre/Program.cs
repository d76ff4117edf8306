using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Firmware.Contract;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Centre.Swap;
using Tools.Centre.Wire;
using Tools.Host;

namespace Tools.Centre;

/// <summary>The service centre on the command line.</summary>
public static class Program
{
    /// <summary>Starts it.</summary>
    public static int Main(string[] arguments)
    {
        Language.FollowLocale();
        return Calls.Run(arguments);
    }

    /// <summary>What a question to the store is answered with.</summary>
    private sealed record Question(Store Store, Words Words, ServiceProfile Contract, long Now);

    /// <summary>The commands; their descriptions are read in the language that <see cref="Main"/> has chosen.</summary>
    private static class Calls
    {
        private const string Name = "centre";

        private static readonly Option<string> s_language = new("--lang")
        {
            Description = Language.Say("language: zh or en; by default that of LANG", "语言：zh 或 en；默认按 LANG"),
            DefaultValueFactory = _ => Language.IsChinese ? "zh" : "en",
            Recursive = true,
        };

        private static readonly Option<string> s_store = new("--store")
        {
            Description = Language.Say("SQLite file that holds what is stored", "存放入库记录的 SQLite 文件"),
            Required = true,
            Recursive = true,
        };

        private static readonly Option<string> s_broker = new("--broker")
        {
            Description = Language.Say("HOST:PORT of the broker", "MQTT 服务器，主机:端口"),
            DefaultValueFactory = _ => "127.0.0.1:1883",
        };

        private static readonly Option<string> s_user = new("--user") { Description = Language.Say("user name at the broker", "MQTT 账号") };
        private static readonly Option<string> s_passwordFile = new("--password-file") { Description = Language.Say("file whose first line is the password", "密码文件，第一行为密码") };
        private static readonly Option<bool> s_withParent = new("--with-parent") { Description = Language.Say("end when standard input ends", "标准输入结束时退出") };
        private static readonly Option<bool> s_showList = new("--show-list") { Description = Language.Say("show the open alarms whenever they change", "未恢复的告警有变化时列出") };

        private static readonly Option<string> s_digestAt = new("--digest-at")
        {
            Description = Language.Say("HH:MM, local time, at which the work list is shown once a day", "每天列出待办事项的本地时间，HH:MM"),
            DefaultValueFactory = _ => "08:30",
        };

        private static readonly Option<string> s_clock = new("--clock")
        {
            Description = Language.Say(
                "UNIX_MS,SPEED: time that runs SPEED times as fast since that moment, for fast virtual units",
                "UNIX_MS,SPEED：从该时刻起时间按 SPEED 倍运行，供加速的虚拟设备使用"),
            Recursive = true,
        };

        private static readonly Option<string> s_contract = new("--contract")
        {
            Description = Language.Say("service contract whose clocks run: A, B1, B2, B3, C, D or E", "按哪份服务合同计时：A、B1、B2、B3、C、D、E"),
            DefaultValueFactory = _ => "A",
            Recursive = true,
        };

        private static readonly Argument<string> s_id = new("ID") { Description = Language.Say("number of the incident, or <epoch>-<seq> of its record", "事件编号，或记录号 <epoch>-<seq>") };
        private static readonly Argument<string> s_step = new("STEP") { Description = "complete | phone-failed | remote-failed | arrived" };
        private static readonly Argument<string> s_unitAddress = new("UNIT") { Description = Language.Say("unit as site/unit", "设备，格式为 site/unit") };
        private static readonly Argument<string> s_keyFile = new("FILE") { Description = Language.Say("file whose first line is the key, 64 hexadecimal digits", "密钥文件，第一行为 64 位十六进制密钥") };
        private static readonly Option<string> s_who = new("--who") { Description = Language.Say("who takes care", "受理人"), Required = true };
        private static readonly Option<string> s_case = new("--case") { Description = Language.Say("case number", "工单号"), Required = true };

        private static readonly Option<string> s_arrive = new("--arrive")
        {
            Description = Language.Say("promised arrival: \"YYYY-MM-DD HH:MM\" in the site's time, or minutes from now as +90", "预计到场：现场时间“YYYY-MM-DD HH:MM”，或从现在起的分钟数，如 +90"),
            Required = true,
        };

        public static int Run(string[] arguments)
        {
            s_language.AcceptOnlyFromAmong("zh", "en");
            s_contract.AcceptOnlyFromAmong([.. Clocks.Names]);
            var root = new RootCommand(Language.Say("The service centre: takes and keeps what units report.", "服务中心：接收并保存设备上报的信息。"))
            {
                s_language, s_store, s_contract, s_clock,
            };
            root.Subcommands.Add(Serving());
            root.Subcommands.Add(Listing("list", "open alarms, worst first", "未恢复的告警，严重的在前", ask => Lists.Alarms(ask.Store, ask.Words, ask.Contract, ask.Now)));
            root.Subcommands.Add(Showing());
            root.Subcommands.Add(Acknowledging());
            root.Subcommands.Add(Noting());
            root.Subcommands.Add(GivingCode());
            root.Subcommands.Add(Swapping());
            root.Subcommands.Add(Retiring());
            root.Subcommands.Add(TakingKey());
            root.Subcommands.Add(Listing("worklist", "what waits for working hours", "待办事项：四级故障和不计时限的故障", ask => Lists.WorkList(ask.Store, ask.Words, ask.Contract, ask.Now)));
            root.Subcommands.Add(Listing("units", "every unit", "全部设备", ask => Lists.Units(ask.Store, ask.Words, ask.Now)));
            root.Subcommands.Add(Listing("drills", "each unit's last drill of the alarm path", "各设备最近一次告警通道演练", ask => Lists.Drills(ask.Store, ask.Words, ask.Now)));
            root.Subcommands.Add(Listing("incidents", "incidents of whole areas", "区域性事件", ask => Lists.Areas(ask.Store, ask.Words, ask.Now)));
            root.Subcommands.Add(Listing("visits", "visits on site", "到场服务记录", ask => VisitPage.List(ask.Store, ask.Words)));
            root.Subcommands.Add(Listing("inspections", "inspection reports", "巡检报告", ask => Lists.Documents(ask.Store, "inspection", ask.Words)));
            root.Subcommands.Add(Listing("refused", "messages that were not taken", "未采纳的报文", ask => Lists.Refused(ask.Store, ask.Words)));
            return ToolMain.Run(Name, root, arguments);
        }

        private static Command Serving()
        {
            var command = new Command("run", Language.Say("listens, stores and answers", "监听、入库并应答"))
            {
                s_broker, s_user, s_passwordFile, s_showList, s_digestAt, s_withParent,
            };
            command.SetAction(Serve);
            return command;
        }

        private static Command Listing(string name, string english, string chinese, Func<Question, List<string>> list)
        {
            var command = new Command(name, Language.Say(english, chinese));
            command.SetAction(options => Ask(options, list));
            return command;
        }

        private static Command Showing()
        {
            var command = new Command("show", Language.Say("everything about one alarm, or a record as it came", "一条告警的全部信息，或一条记录的原文")) { s_id };
            command.SetAction(options => Ask(options, ask => Show(ask, options.GetValue(s_id))));
            return command;
        }

        private static Command Acknowledging()
        {
            var command = new Command("acknowledge", Language.Say("notes who takes care; the unit shows it", "登记受理人，并下发给设备显示")) { s_id, s_who, s_case, s_arrive };
            command.SetAction(options => Ask(options, ask => Acknowledge(ask.Store, options, ask.Words, ask.Now)));
            return command;
        }

        private static Command Noting()
        {
            var command = new Command(
                "note", Language.Say("notes what starts clocks: the report is complete, the telephone or the remote attempt did not solve it, or somebody arrived", "登记报修信息齐全、电话未解决、远程未解决或已到场，相应时限从此起算"))
            {
                s_id, s_step, s_who,
            };
            s_step.AcceptOnlyFromAmong(Steps.Complete, Steps.PhoneFailed, Steps.RemoteFailed, Steps.Arrived);
            command.SetAction(options => Ask(options, ask => Note(ask, options)));
            return command;
        }

        private static Command GivingCode()
        {
            var command = new Command("code", Language.Say("gives a code by which the water user confirms the visit at a unit", "生成用水户验证码，供用水户在设备上确认到场服务")) { s_unitAddress };
            command.SetAction(options => Ask(options, ask => GiveCode(ask.Store, options.GetValue(s_unitAddress), ask.Words, ask.Now)));
            return command;
        }

        private static Command Swapping()
        {
            var command = new Command("swap", Language.Say("what is known of a unit's site, in the form of its export: type swap at the new unit and paste the lines", "按设备导出格式列出站点已知内容：在新设备上输入 swap 后粘贴")) { s_unitAddress };
            command.SetAction(options => Ask(options, ask =>
            {
                var export = new SiteExport(ask.Store, UnitOf(ask.Store, options.GetValue(s_unitAddress)), ask.Contract, ask.Now);
                export.Notes(ask.Words).ForEach(ToolMain.Note);
                return export.Lines();
            }));
            return command;
        }

        private static Command Retiring()
        {
            var command = new Command(
                "retire", Language.Say("a unit was taken away: nobody waits for its reports until it sends one (run swap first)", "设备已撤除：不再等待其上报，再次上报即恢复（如需 swap 请先做）"))
            {
                s_unitAddress, s_who,
            };
            command.SetAction(options => Ask(options, ask =>
            {
                UnitRow unit = UnitOf(ask.Store, options.GetValue(s_unitAddress));
                new Silence(ask.Store, new WorldTime(WorldClock.Parse(options.GetValue(s_clock))), _ => { }).Retire(unit, Text(s_who, options, Dispatch.LongestWhoBytes));
                return [ask.Words.Say($"{unit.Address} is taken away", $"{unit.Address} 已撤除")];
            }));
            return command;
        }

        private static Command TakingKey()
        {
            var command = new Command("key", Language.Say("notes the key by which a unit signs its reports (its setting unit_key)", "登记设备的签名密钥（设备定值 unit_key）")) { s_unitAddress, s_keyFile };
            command.SetAction(options => Ask(options, ask => TakeKey(ask.Store, options.GetValue(s_unitAddress), options.GetValue(s_keyFile), ask.Words)));
            return command;
        }

        private static List<string> TakeKey(Store store, string address, string file, Words words)
        {
            UnitRow unit = UnitOf(store, address);
            string digits = PasswordFile.Read(file).Trim();
            if (digits.Length != 2 * Seal.KeyBytes || !digits.All(char.IsAsciiHexDigit))
            {
                throw new ToolException(Language.Say($"{file} holds no key of {2 * Seal.KeyBytes} hexadecimal digits", $"{file} 中没有 {2 * Seal.KeyBytes} 位十六进制密钥"), ExitCode.WrongCall);
            }

            store.Commit(() => new Units(store).SaveKey(unit.Id, Convert.FromHexString(digits)));
            return [words.Say($"key of {unit.Address} noted", $"已登记 {unit.Address} 的密钥")];
        }

        private static UnitRow UnitOf(Store store, string address)
        {
            string[] parts = address.Split('/');
            return (parts.Length == 2 ? new Units(store).Find(new UnitAddress(parts[0], parts[1])) : null)
                ?? throw new ToolException(Language.Say($"there is no unit \"{address}\"", $"没有设备“{address}”"), ExitCode.WrongCall);
        }

        private static List<string> GiveCode(Store store, string address, Words words, long now)
        {
            UnitRow unit = UnitOf(store, address);
            int code = 0;
            store.Commit(() => code = new VisitCodes(store).Give(unit.Id, now));
            return [words.Say($"code for {unit.Address}: {code}", $"{unit.Address} 的用水户验证码：{code}")];
        }

        private static int Serve(ParseResult options)
        {
            Endpoint broker = Endpoint.Parse(options.GetValue(s_broker));
            var time = new WorldTime(WorldClock.Parse(options.GetValue(s_clock)));
            TimeOnly digestAt = TimeOnly.TryParseExact(options.GetValue(s_digestAt), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly at)
                ? at
                : throw new ToolException(Language.Say($"--digest-at takes HH:MM", "--digest-at 应为 HH:MM"), ExitCode.WrongCall);
            string password = PasswordFile.Read(options.GetValue(s_passwordFile));
            Tools.Mosquitto.MosquittoClient.EnsureLibrary();
            using Store store = Open(() => Store.Open(options.GetValue(s_store)));
            using var stop = new StopSignal(ignoreKeyboard: options.GetValue(s_withParent));
            if (options.GetValue(s_withParent))
            {
                stop.ReadInput(_ => { }, endIsStop: true);
            }

            using var link = new Link(broker, options.GetValue(s_user), password);
            new Serve(store, broker, link, time, Words.Of(options.GetValue(s_language)), Clocks.Contract(options.GetValue(s_contract)), options.GetValue(s_showList), digestAt).Run(stop);
            return ExitCode.Done;
        }

        private static int Ask(ParseResult options, Func<Question, List<string>> answer)
        {
            using Store store = Open(() => Store.OpenExisting(options.GetValue(s_store)));
            long now = WorldClock.Parse(options.GetValue(s_clock)).Now.ToUnixTimeSeconds();
            try
            {
                answer(new Question(store, Words.Of(options.GetValue(s_language)), Clocks.Contract(options.GetValue(s_contract)), now)).ForEach(ToolMain.Output.WriteLine);
                return ExitCode.Done;
            }
            catch (StoreException error)
            {
                throw new ToolException(Language.Say(error.Message, error.Chinese));
            }
        }

        private static Store Open(Func<Store> open)
        {
            try
            {
                return open();
            }
            catch (StoreException error)
            {
                throw new ToolException(Language.Say(error.Message, error.Chinese));
            }
        }

        private static List<string> Show(Question ask, string id) => Find(ask.Store, id) is { } incident
            ? AlarmPage.Show(AlarmFile.Of(ask.Store, incident), Course.Of(ask.Store, incident), ask.Words, ask.Contract, ask.Now)
            : TryReadId(id, out RecordId record) && new Ledger(ask.Store).Find(record) is { Count: > 0 } found
            ? [.. found.SelectMany(one => Lists.Record(ask.Store, one, ask.Words))]
            : throw NoSuch(id);

        private static List<string> Acknowledge(Store store, ParseResult options, Words words, long now)
        {
            Incident incident = Find(store, options.GetValue(s_id)) ?? throw NoSuch(options.GetValue(s_id));
            if (!incident.IsOpen)
            {
                throw new ToolException(Language.Say($"incident {incident.Id} is over", $"事件 {incident.Id} 已结束"), ExitCode.WrongCall);
            }

            AlarmFile file = AlarmFile.Of(store, incident);
            var made = new Acknowledgement(
                0, incident.Id, Text(s_who, options, Dispatch.LongestWhoBytes), Text(s_case, options, Dispatch.LongestCaseBytes),
                Arrival.Read(options.GetValue(s_arrive), file.About, now)
                    ?? throw new ToolException(Language.Say($"--arrive does not take \"{options.GetValue(s_arrive)}\": {s_arrive.Description}", $"--arrive 不能是“{options.GetValue(s_arrive)}”：{s_arrive.Description}"), ExitCode.WrongCall),
                now, null, null);
            store.Commit(() => new Incidents(store).Acknowledge(made));
            string what = $"{words.Fault(incident.Code, incident.Name)}  {LiveLine.By(made, file.About, words, now)}";
            return [words.Say($"acknowledged {incident.Id}: {what}", $"已受理 {incident.Id}：{what}")];
        }

        private static List<string> Note(Question ask, ParseResult options)
        {
            Incident incident = Find(ask.Store, options.GetValue(s_id)) ?? throw NoSuch(options.GetValue(s_id));
            if (!incident.IsOpen)
            {
                throw new ToolException(Language.Say($"incident {incident.Id} is over", $"事件 {incident.Id} 已结束"), ExitCode.WrongCall);
            }

            string who = Text(s_who, options, Dispatch.LongestWhoBytes);
            bool isNew = false;
            ask.Store.Commit(() => isNew = new Incidents(ask.Store).Note(incident.Id, options.GetValue(s_step), who, ask.Now));
            return
            [
                isNew ? ask.Words.Say($"noted for {incident.Id}: {options.GetValue(s_step)}", $"已登记 {incident.Id}：{options.GetValue(s_step)}")
                    : ask.Words.Say($"{options.GetValue(s_step)} was noted for {incident.Id} before; that holds", $"{incident.Id} 已登记过 {options.GetValue(s_step)}，以先登记的为准"),
                .. AlarmPage.ClockLines(AlarmFile.Of(ask.Store, incident), ask.Words, ask.Contract, ask.Now).Select(line => "  " + line),
            ];
        }

        private static string Text(Option<string> option, ParseResult options, int longest) => Dispatch.Fits(options.GetValue(option), longest)
            ? options.GetValue(option)
            : throw new ToolException(
                Language.Say($"{option.Name} takes 1 to {longest} bytes of printable text", $"{option.Name} 应为 1 至 {longest} 字节的可显示文字（汉字每个 3 字节）"), ExitCode.WrongCall);

        private static Incident Find(Store store, string id)
        {
            var incidents = new Incidents(store);
            if (long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                return incidents.Of(number);
            }

            List<Incident> raised = TryReadId(id, out RecordId record) ? incidents.RaisedBy(record) : [];
            return raised.Count <= 1 ? raised.FirstOrDefault() : throw new ToolException(Language.Say(
                $"{id} is the id of more than one unit; give the number of the incident", $"有多台设备的记录号为 {id}，请用事件编号"), ExitCode.WrongCall);
        }

        private static bool TryReadId(string id, out RecordId record)
        {
            string[] parts = id.Split('-');
            bool isId = parts.Length == 2 & uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint epoch)
                & uint.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out uint seq);
            record = new RecordId(epoch, seq);
            return isId;
        }

        private static ToolException NoSuch(string id) => new(Language.Say($"there is no alarm \"{id}\"", $"没有告警“{id}”"), ExitCode.WrongCall);
    }
}
