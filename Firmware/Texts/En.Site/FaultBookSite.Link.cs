namespace Firmware.Texts.En;

/// <content>6xx: link and time.</content>
public static partial class FaultBookSite
{
    private static string LinkLost(int part) => part switch
    {
        MeaningPart => "No MQTT broker for 30 min. Water and metering go on, records wait in the unit and are sent later; meanwhile the centre sees no new fault.",
        CausesPart =>
            "router without power or unpaid\n" +
            "antenna loose or wet\n" +
            "carrier or broker down\n" +
            "wrong broker address",
        _ =>
            "Keep clear of Q10, KM1 and all 380 V; water may run; no antenna work in a storm.\n" +
            "D2 dark: no Wi-Fi, next step. 1 blink in 2 s: network, no broker, step 4. 2 blinks or steady: connected, step 5.\n" +
            "Router dark: its live socket (hold the insulated grips) 198–235 V; power but no light: RTR-LINK. Lit: tighten the antenna, 10 min later \"Signal strength\" in readings ≥ −75 dBm; else, or no reading: ANT-WIFI, then the router, then CTL-ESP32.\n" +
            "X6, network, \"Link\": name not found: the router is not on the internet, bill or carrier; no answer: check address and port (1883) of \"Broker\" with the acceptance sheet, then ask the centre; refused: see 603.\n" +
            "Proof: D2 steady and \"Outbox\" of status 0 within 10 min.",
    };

    private static string CentreSilent(int part) => part switch
    {
        MeaningPart => "Broker connected, but nothing stored for 30 min: nobody may know of a fault. Water and metering go on; records stay in the unit.",
        CausesPart =>
            "centre's program down or disk full\n" +
            "unit not registered there\n" +
            "account may not send or receive",
        _ =>
            "Mostly the centre's side: touch no wire, keep clear of Q10 and 380 V, do not cut the unit's power; water may run.\n" +
            "D2 must blink 2 times in 2 s. Dark or 1 time: treat 601 first.\n" +
            "X6: faults and status. Level one or two: before you leave have the user call the hotline on the label; note who took it and when.\n" +
            "The centre checks: program runs, ≥ 10 % disk free, site and unit exactly as in the first line of status, account may send and receive. All right, still silent: user stops, SA1 to 0, pull F1 for 10 s; then CTL-ESP32.\n" +
            "Proof: D2 steady and \"Outbox\" of status 0 within 10 min; SA1 auto.",
    };

    private static string LinkRefused(int part) => part switch
    {
        MeaningPart => "The broker refuses this unit's user, password or certificate: no alarm gets out. Water and metering go on, records wait.",
        CausesPart =>
            "account closed or password changed\n" +
            "certificate expired, or clock wrong\n" +
            "mistyped settings\n" +
            "controller exchanged, not registered",
        _ =>
            "Only plug X6, keep clear of Q10 and 380 V, leave power on; water may run.\n" +
            "clock: \"Time\" within 60 s of your watch. Else treat 606 first and look again.\n" +
            "Give the centre site/unit (first line of status): account open, ≥ 30 days left, this controller registered? Else they put it right or issue a new one.\n" +
            "Log in; config broker_user <account>, config broker_password <password>, exactly. A restart stops the pump: user stops, SA1 to 0, then restart, about 10 s.\n" +
            "Proof: Within 5 min D2 blinks 2 times, then steady; SA1 auto. Still refused: CTL-ESP32, register it.",
    };

    private static string LinkWeak(int part) => part switch
    {
        MeaningPart => "Wi-Fi below −85 dBm: the link may break, alarms come late. Water and metering go on.",
        CausesPart =>
            "antenna loose, bent or wet\n" +
            "trees, crops, vehicles in the way\n" +
            "router moved\n" +
            "antenna inside the steel box",
        _ =>
            "No work in a storm, ladder held; keep clear of Q10 and 380 V; water may run.\n" +
            "Antenna (ANT-WIFI) upright, outside the steel, 20 cm from metal, connector dry and hand-tight; put right what is not.\n" +
            "X6, readings, \"Signal strength\" (measured hourly with the pump off): ≥ −75 dBm. Lower: ANT-WIFI, look again 1 h later; still lower: next step.\n" +
            "Router higher, way cleared: ≥ −75 dBm 1 h later; still weak: RTR-LINK, then CTL-ESP32.\n" +
            "Proof: Door shut for 2 h, press the button: the level lamp no longer gives 604, D2 steady.",
    };

    private static string CredentialExpiring(int part) => part switch
    {
        MeaningPart => "Less than 30 days left; afterwards no alarm gets out. Water, metering and link are well now.",
        CausesPart =>
            "not renewed in time\n" +
            "new one written, no restart\n" +
            "clock wrong",
        _ =>
            "Only plug X6, keep clear of Q10 and 380 V; not while irrigating; bring the new password or account from the centre.\n" +
            "clock: \"Time\" within 60 s of your watch, same date. Else treat 606; this fault may clear by itself.\n" +
            "Log in; config broker_user <account>, config broker_password <password>, config credential_ends <YYYYMMDD>, the last day, ≥ 365 days off, else ask the centre again. Keep the old password written down.\n" +
            "User stops, SA1 to 0, tag; restart, about 10 s.\n" +
            "Proof: Within 5 min D2 steady and faults without this one; SA1 auto. No link: old password back, check with the centre, step 3 again; cannot be written: CTL-ESP32.",
    };

    private static string TimeNotSet(int part) => part switch
    {
        MeaningPart => "No trusted time 1 h after the start. Water and totals are right, but records know only time since start; deadlines are provisional and computed later.",
        CausesPart =>
            "no network, no time\n" +
            "battery of clock module U6 flat or loose\n" +
            "router blocks the time servers",
        _ =>
            "Power stays on at first, water may run. Before U6 in step 3: user stops, SA1 to 0, tag, pull F1 (D3 dark, else X4.2 off too).\n" +
            "D2 steady: next step. Else treat 601 or 602; 10 min later the time is set.\n" +
            "Power off, take out U6's cell: ≥ 2.8 V; less, or pins black: RTC-CLOCK. Seat it well.\n" +
            "F1 and X4.2 in: U6's supply pin to ground 3.2–3.4 V, else CTL-TERM.\n" +
            "Proof: After 10 min X6, clock: \"Time\" within 60 s of your watch, SA1 auto. Not set: log in, clock set <yyyy-mm-dd> <hh:mm> by your watch; have UDP port 123 opened; still not: CTL-ESP32.",
    };

    private static string TimeJumped(int part) => part switch
    {
        MeaningPart => "Time sources differ by over 60 s; the unit cannot tell which is right. Totals and order hold; check times and deadlines of records.",
        CausesPart =>
            "clock module U6 drifts, cell weak\n" +
            "a time server is wrong\n" +
            "time or zone mistyped",
        _ =>
            "Look first: keep clear of Q10 and 380 V; X6, clock, note \"Time\" and your watch's (set by the radio).\n" +
            "Within 5 s: an outer source is wrong, tell the centre. Whole hours: wrong zone, log in, config utc_offset_min 480 (China is 480 min). Else next step.\n" +
            "User stops, SA1 to 0, tag, pull F1 (D3 dark, else X4.2 off too); U6's cell ≥ 2.8 V, else RTC-CLOCK.\n" +
            "After 10 min without power: router off, F1 and X4.2 in, 1 min later \"Time\" of clock within 5 s of your watch, else RTC-CLOCK; again wrong: CTL-TERM.\n" +
            "Proof: Router on, SA1 auto; 24 h later within 5 s and not raised again.",
    };

    private static string UnitSilent(int part) => part switch
    {
        MeaningPart => "The centre has heard nothing from this unit for 10 min: power, link or unit lost. Water and metering unknown: someone must go.",
        CausesPart =>
            "mains gone and battery empty\n" +
            "router or carrier down\n" +
            "charger or fuse F1 failed\n" +
            "controller broken or stolen",
        _ =>
            "Before leaving: neighbours silent too means grid or carrier. On site: SA1 to 0, Q10 off, prove dead, tag.\n" +
            "D3 lit: step 4. Dark: X4.1 to ground 11.4–15.0 V; right but dark: CTL-TERM.\n" +
            "X4.1 low or none: F1 < 1 Ω, else 2 A. F1 good: battery − off and wrapped, Q10 on: X4.1 13.4–13.8 V, else PSU-12V; lead back, charge 10 min, Q10 off: ≥ 12.0 V, else BAT-12V.\n" +
            "D3 lit, D1 never: CTL-ESP32. D1 lit or blinking, D2 dark or 1 blink: router's power (RTR-LINK), antenna (ANT-WIFI).\n" +
            "Proof: Q10 on, SA1 auto; D2 steady 10 min, \"Outbox\" of status 0. Note both dials, settle the water of the gap.",
    };
}
