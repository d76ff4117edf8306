namespace Centre.Tests.Support;

/// <summary>Payloads that differ in little.</summary>
internal static class Wire
{
    public const string Telemetry = """{"v":1,"now":{"at":1790000400,"boot":1,"ms":461250},"time":"synced","readings":{}}""";

    /// <summary>An alarm, of epoch 7 where nothing is said.</summary>
    public static string Alarm(int seq, int code = 305, string @event = "raised", int level = 2, int occurrence = 1, uint epoch = 7, int boot = 1, string at = "1790000000", long ms = 61250, string by = null, int cause = 0) =>
        $$"""{"v":1,"id":"{{epoch}}-{{seq}}","code":{{code}},"name":"a.fault","level":{{level}},"event":"{{@event}}","occurrence":{{occurrence}},""" +
        $$""" "onset":{{Stamp(at, boot, ms)}},"confirmed":{{Stamp(at, boot, ms)}},"sent":{{Stamp(at, boot, ms + 50)}},"time":"synced",""" +
        """ "evidence":{"supply_mv":12010},""" + (by == null ? "" : $"\"by\":{by},") + (cause == 0 ? "" : $"\"cause\":{cause},") + """ "part":"PMP-SET","suppressed":0,"historical":false}""";

    /// <summary>A snapshot, of epoch 7 where nothing is said, with one fault or (code 0) none.</summary>
    public static string Snapshot(int oldest, int next, int code = 0, int occurrence = 1, int waiting = 0, uint epoch = 7, int boot = 1, int ms = 100000, int more = 0, string at = "1790000400") =>
        $$"""{"v":1,"epoch":{{epoch}},"oldest":{{oldest}},"next":{{next}},"now":{{Stamp(at, boot, ms)}},"time":"synced","level":{{(code == 0 ? 0 : 2)}},""" +
        $$""" "faults":[{{(code == 0 ? "" : Fault(code, occurrence))}}],"more":{{more}},"readings":{},"counters":{"waiting":{{waiting}},"lost":0}""" + "}";

    /// <summary>A birth or a will, of epoch 7 where nothing is said.</summary>
    public static string State(bool online, long session = 65537, string service = null, uint epoch = 7) =>
        $$"""{"v":1,"online":{{(online ? "true" : "false")}},"epoch":{{epoch}},"session":{{session}},"boot":1""" + (service == null ? "}" : $$""","service":"{{service}}"}""");

    public static string About(string name, string place = "东村", int offset = 480) =>
        $$"""{"v":1,"firmware":"0.1.0","board":"b","target":"t","fitted":[],"name":"{{name}}","place":"{{place}}","contact":"","hotline":"","utc_offset_min":{{offset}}}""";

    private static string Fault(int code, int occurrence) =>
        $$"""{"code":{{code}},"name":"a.fault","level":2,"occurrence":{{occurrence}},"onset":{{Stamp("1790000000", 1, 61250)}}""" + "}";

    private static string Stamp(string at, int boot, long ms) => $$"""{"at":{{at}},"boot":{{boot}},"ms":{{ms}}}""";
}
