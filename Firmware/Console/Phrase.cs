namespace Firmware.Console;

/// <summary>
/// The phrases of the console. Each language has every one (a test says so). Areas have ranges of their own, in classes of their own (<c>…Phrase</c>): 0–199 here,
/// 200 access, 300 inspection, 400 contract, 500 faults and counters, 600 records.
/// </summary>
public static class Phrase
{
    /// <summary>Greeting when someone presses a key for the first time.</summary>
    public const int Welcome = 0;

    /// <summary>Answer to an unknown command; the command follows.</summary>
    public const int UnknownCommand = 1;

    /// <summary>Row head: unit.</summary>
    public const int Unit = 7;

    /// <summary>Row head: time.</summary>
    public const int Time = 8;

    /// <summary>The clock is not set.</summary>
    public const int ClockUnset = 9;

    /// <summary>The clock was set, but not confirmed for a day.</summary>
    public const int ClockCoasting = 10;

    /// <summary>Row head: level.</summary>
    public const int Level = 11;

    /// <summary>No fault is raised.</summary>
    public const int Healthy = 12;

    /// <summary>"faults raised", after a number.</summary>
    public const int FaultsRaised = 13;

    /// <summary>Row head: link.</summary>
    public const int Link = 14;

    /// <summary>The centre has answered.</summary>
    public const int LinkCentre = 15;

    /// <summary>The broker is connected, the centre has not answered.</summary>
    public const int LinkBroker = 16;

    /// <summary>There is a network, no broker.</summary>
    public const int LinkNetwork = 17;

    /// <summary>There is no network.</summary>
    public const int LinkNone = 18;

    /// <summary>First of the troubles, in the order of <see cref="Ports.LinkTrouble"/> from 1.</summary>
    public const int TroubleNoNetwork = 19;

    /// <summary>The broker's name is unknown.</summary>
    public const int TroubleNoSuchHost = 20;

    /// <summary>Nobody answers.</summary>
    public const int TroubleUnreachable = 21;

    /// <summary>The broker refused user or password.</summary>
    public const int TroubleRefused = 22;

    /// <summary>The connection was lost.</summary>
    public const int TroubleLost = 23;

    /// <summary>Row head: supply.</summary>
    public const int Supply = 24;

    /// <summary>Row head: pressure.</summary>
    public const int Pressure = 25;

    /// <summary>Row head: flow by pulses.</summary>
    public const int PulseFlow = 26;

    /// <summary>Row head: flow by RS485.</summary>
    public const int BusFlow = 27;

    /// <summary>Row head: pump.</summary>
    public const int Pump = 28;

    /// <summary>The pump runs.</summary>
    public const int PumpRuns = 29;

    /// <summary>The pump is off, nobody asks for water.</summary>
    public const int PumpOff = 30;

    /// <summary>It waits before the next try; seconds follow.</summary>
    public const int PumpWaits = 31;

    /// <summary>It stays off until the request is made anew.</summary>
    public const int PumpStaysOff = 32;

    /// <summary>Row head: records that wait for the centre.</summary>
    public const int Outbox = 33;

    /// <summary>"waiting", after a number.</summary>
    public const int Waiting = 34;

    /// <summary>"lost", after a number.</summary>
    public const int Lost = 35;

    /// <summary>Row head: hotline.</summary>
    public const int Hotline = 36;

    /// <summary>Row head: settings.</summary>
    public const int SettingsRow = 37;

    /// <summary>"lines could not be used", after a number.</summary>
    public const int Rejected = 38;

    /// <summary>"since", before a time.</summary>
    public const int Since = 39;

    /// <summary>No reading: first of the reasons, in the order of <see cref="Contracts.NoDataReason"/> from 1.</summary>
    public const int NoDataNotYet = 40;

    /// <summary>Switched off.</summary>
    public const int NoDataOff = 41;

    /// <summary>Not fitted.</summary>
    public const int NoDataNotFitted = 42;

    /// <summary>No answer.</summary>
    public const int NoDataTimeout = 43;

    /// <summary>Out of range.</summary>
    public const int NoDataOutOfRange = 44;

    /// <summary>Damaged answer.</summary>
    public const int NoDataBusError = 45;

    /// <summary>Language is switched.</summary>
    public const int LangDone = 47;

    /// <summary>"attempt", before the number of attempts to connect.</summary>
    public const int Attempt = 48;

    /// <summary>Row head: storage.</summary>
    public const int Storage = 49;

    /// <summary>"writes failed", after a number.</summary>
    public const int WritesFailed = 50;

    /// <summary>"ago", after a duration; Chinese puts nothing in between.</summary>
    public const int Ago = 51;

    /// <summary>Answer to <c>why</c> with a code that does not exist; the code follows.</summary>
    public const int NoSuchFault = 54;

    /// <summary>Section head: meaning.</summary>
    public const int Meaning = 56;

    /// <summary>Section head: evidence.</summary>
    public const int Evidence = 57;

    /// <summary>Column head: when it was raised.</summary>
    public const int Then = 58;

    /// <summary>Column head: now.</summary>
    public const int Now = 59;

    /// <summary>Section head: causes.</summary>
    public const int Causes = 60;

    /// <summary>Section head: remedy.</summary>
    public const int Remedy = 61;

    /// <summary>Row head: part to bring.</summary>
    public const int Part = 62;

    /// <summary>Row head: state of the fault.</summary>
    public const int State = 63;

    /// <summary>The fault is raised; since when follows.</summary>
    public const int StateRaised = 64;

    /// <summary>The fault is not raised.</summary>
    public const int StateClear = 65;

    /// <summary>It is not judged because another fault explains it; the code follows.</summary>
    public const int InhibitedBy = 68;

    /// <summary>Row head: occurrences.</summary>
    public const int Occurrence = 69;

    /// <summary>First of the outcomes, in the order of <see cref="Contracts.CheckOutcome"/>: not tested.</summary>
    public const int OutcomeNotTested = 70;

    /// <summary>Passed.</summary>
    public const int OutcomePass = 71;

    /// <summary>Failed.</summary>
    public const int OutcomeFail = 72;

    /// <summary>Data too old.</summary>
    public const int OutcomeStale = 73;

    /// <summary>Instrument at fault.</summary>
    public const int OutcomeError = 74;

    /// <summary>Not fitted.</summary>
    public const int OutcomeNotFitted = 75;

    /// <summary>Row head: what the check says.</summary>
    public const int Check = 76;

    /// <summary>First of the levels in their order: before the code and title of a fault.</summary>
    public const int Level1 = 77;

    /// <summary>Level 2.</summary>
    public const int Level2 = 78;

    /// <summary>Level 3.</summary>
    public const int Level3 = 79;

    /// <summary>Level 4.</summary>
    public const int Level4 = 80;

    /// <summary>A screenful is shown: how to go on; at most 100 bytes.</summary>
    public const int More = 81;

    /// <summary>The command is for technicians.</summary>
    public const int LoginFirst = 82;

    /// <summary>Nothing was typed for long: the session is over.</summary>
    public const int NobodyThere = 83;

    /// <summary>Question before what cannot be taken back.</summary>
    public const int Sure = 84;

    /// <summary>It was not done.</summary>
    public const int NotDone = 85;

    /// <summary>Before the right form of a command.</summary>
    public const int TypeLikeThis = 86;

    /// <summary>Before an example, with a blank before it.</summary>
    public const int ForExample = 87;

    /// <summary>Example of a note.</summary>
    public const int ExampleNote = 88;

    /// <summary>Before a word that no form has.</summary>
    public const int NotUnderstood = 89;

    /// <summary>Before the range of an argument that is out of it.</summary>
    public const int ArgumentWrong = 90;

    /// <summary>Before the range of an argument that is missing.</summary>
    public const int ArgumentMissing = 91;

    /// <summary>Between the ends of a range of numbers.</summary>
    public const int To = 92;

    /// <summary>Before the most bytes of a text.</summary>
    public const int AtMost = 93;

    /// <summary>After the most bytes of a text.</summary>
    public const int Bytes = 94;

    /// <summary>Commands that only look.</summary>
    public const int GroupLook = 95;

    /// <summary>Commands for service.</summary>
    public const int GroupServe = 96;

    /// <summary>Commands that set up.</summary>
    public const int GroupSetUp = 97;

    /// <summary>How to get more help.</summary>
    public const int HelpHint = 98;

    /// <summary>Only after login.</summary>
    public const int ForTechnicians = 99;

    /// <summary>The console asks before it does it.</summary>
    public const int AskedFirst = 100;

    /// <summary>Row head: how to see that it worked.</summary>
    public const int HowToSee = 101;

    /// <summary>Row head: who may.</summary>
    public const int WhoMay = 102;

    /// <summary>Anybody at the enclosure.</summary>
    public const int Anybody = 103;

    /// <summary>The width and height are set.</summary>
    public const int ScreenDone = 104;

    /// <summary>A live page: any key ends it.</summary>
    public const int LiveHint = 105;

    /// <summary>The unit restarts in some seconds.</summary>
    public const int Restarting = 107;

    /// <summary>Row head: version of the firmware.</summary>
    public const int Program = 108;

    /// <summary>Row head: board.</summary>
    public const int Board = 109;

    /// <summary>Row head: hardware address.</summary>
    public const int Chip = 110;

    /// <summary>Row head: number of starts.</summary>
    public const int Starts = 111;

    /// <summary>Row head: time since the start.</summary>
    public const int Running = 112;

    /// <summary>The lamp test begins.</summary>
    public const int LampTest = 113;

    /// <summary>Row head: how often the clock was moved.</summary>
    public const int ClockSource = 114;

    /// <summary>The time is no time, or out of its window.</summary>
    public const int ClockBad = 115;

    /// <summary>The clock is set.</summary>
    public const int ClockIsSet = 116;

    /// <summary>The clock was confirmed within a day.</summary>
    public const int Synced = 117;

    /// <summary>Row head: broker.</summary>
    public const int Broker = 118;

    /// <summary>Row head: network name.</summary>
    public const int Network = 119;

    /// <summary>Row head: attempts.</summary>
    public const int Attempts = 120;

    /// <summary>Row head: sessions.</summary>
    public const int Sessions = 121;

    /// <summary>Row head: workers restarted.</summary>
    public const int Restarts = 122;

    /// <summary>Row head: on the way.</summary>
    public const int InFlight = 123;

    /// <summary>No broker is configured.</summary>
    public const int NoBroker = 124;

    /// <summary>Row head: records kept.</summary>
    public const int Records = 125;

    /// <summary>Row head: oldest number not stored.</summary>
    public const int OldestSeq = 126;

    /// <summary>Row head: next number.</summary>
    public const int NextSeq = 127;

    /// <summary>Row head: epoch.</summary>
    public const int Epoch = 128;

    /// <summary>Row head: inbound refused.</summary>
    public const int Refused = 129;

    /// <summary>Row head: lost.</summary>
    public const int LostRow = 130;

    /// <summary>Row head: writes that failed.</summary>
    public const int StorageErrors = 131;

    /// <summary>Head: how often each fault came.</summary>
    public const int OftenHead = 133;

    /// <summary>None yet.</summary>
    public const int NoneYet = 134;

    /// <summary>Nothing is raised, so nothing is to be brought.</summary>
    public const int PartsNone = 135;

    /// <summary>Section head: the proof of the cure.</summary>
    public const int Proof = 136;

    /// <summary>Clean runs that are still owed.</summary>
    public const int ProofOwed = 137;

    /// <summary>Clean runs that prove the cure; the number follows.</summary>
    public const int ProofRule = 138;

    /// <summary>Row head: stage of the fault.</summary>
    public const int Stage = 139;

    /// <summary>First of the stages, in the order of FaultStage: nothing is kept.</summary>
    public const int StageHealthy = 140;

    /// <summary>Pending.</summary>
    public const int StagePending = 141;

    /// <summary>Active.</summary>
    public const int StageActive = 142;

    /// <summary>Latched.</summary>
    public const int StageLatched = 143;

    /// <summary>Cleared.</summary>
    public const int StageCleared = 144;

    /// <summary>Repaired.</summary>
    public const int StageRepaired = 145;

    /// <summary>Verified.</summary>
    public const int StageVerified = 146;

    /// <summary>Row head: who took it in hand.</summary>
    public const int AckBy = 147;

    /// <summary>Before a person's number.</summary>
    public const int PersonNo = 148;

    /// <summary>The centre took it in hand.</summary>
    public const int AckCentre = 149;

    /// <summary>Nobody has.</summary>
    public const int AckNone = 150;

    /// <summary>Shelved; minutes left follow.</summary>
    public const int ShelvedFor = 151;

    /// <summary>Row head: repairs.</summary>
    public const int Repairs = 152;

    /// <summary>Two repairs did not hold: a new one is due.</summary>
    public const int NeedsNew = 153;

    /// <summary>Work is going on; minutes left follow.</summary>
    public const int WorkGoesOn = 154;

    /// <summary>The unit is laid up.</summary>
    public const int IsLaidUp = 155;

    /// <summary>Row head: mode.</summary>
    public const int Mode = 156;

    /// <summary>Row head: next inspection.</summary>
    public const int NextVisit = 157;

    /// <summary>After days until it.</summary>
    public const int InDays = 158;

    /// <summary>Before days that it is overdue.</summary>
    public const int OverdueBy = 159;

    /// <summary>No date yet.</summary>
    public const int NotPlanned = 160;

    /// <summary>A contract clock: respond.</summary>
    public const int Respond = 161;

    /// <summary>A contract clock has passed.</summary>
    public const int Late = 162;

    /// <summary>Not stored at the centre; time since onset follows.</summary>
    public const int NotReported = 163;

    /// <summary>Row head: who was here last.</summary>
    public const int LastHere = 164;

    /// <summary>Nobody was here.</summary>
    public const int NobodyYet = 165;

    /// <summary>After a number of faults that have no line.</summary>
    public const int MoreFaults = 166;

    /// <summary>Row head: meters.</summary>
    public const int Meters = 167;

    /// <summary>Due within a day.</summary>
    public const int Today = 170;

    /// <summary>A contract clock: on site.</summary>
    public const int ClockOnSite = 171;

    /// <summary>A contract clock: repaired.</summary>
    public const int ClockRepair = 172;

    /// <summary>Another contract clock.</summary>
    public const int ClockOther = 173;

    /// <summary>No setting has this key.</summary>
    public const int NoSuchSetting = 174;

    /// <summary>Before how long something has lasted.</summary>
    public const int LastsFor = 175;

    /// <summary>First of the entries of the log that have words: the unit started; its number follows.</summary>
    public const int LogStarted = 176;

    /// <summary>A new epoch began.</summary>
    public const int LogEpoch = 177;

    /// <summary>Records skipped.</summary>
    public const int LogSkipped = 178;

    /// <summary>A fault changed; code and title follow.</summary>
    public const int LogFault = 179;

    /// <summary>A setting was changed.</summary>
    public const int LogSetting = 180;

    /// <summary>Settings replaced.</summary>
    public const int LogImported = 181;

    /// <summary>Settings refused.</summary>
    public const int LogRefused = 182;

    /// <summary>Factory reset.</summary>
    public const int LogReset = 183;

    /// <summary>A drill ended.</summary>
    public const int LogDrill = 184;

    /// <summary>Storage works again.</summary>
    public const int LogStorage = 185;

    /// <summary>Records lost.</summary>
    public const int LogLost = 186;

    /// <summary>Entries lost.</summary>
    public const int LogEntries = 187;

    /// <summary>A person logged in.</summary>
    public const int LogIn = 188;

    /// <summary>A try to log in failed.</summary>
    public const int LogWrong = 189;

    /// <summary>A person left.</summary>
    public const int LogOut = 190;

    /// <summary>The list of persons was changed; by whom and whom follow.</summary>
    public const int LogPerson = 191;

    /// <summary>An entry of another part; its numbers follow.</summary>
    public const int LogOther = 192;

    /// <summary>Nothing is in the log.</summary>
    public const int LogEmpty = 193;

    /// <summary>Before the number of a start, where no clock was set.</summary>
    public const int BootNo = 194;

    /// <summary>What was being shown failed and was given up; in the log the command follows.</summary>
    public const int PageFailed = 195;

    /// <summary>The pump: water is asked for, and the panel's selector is on hand.</summary>
    public const int PumpOnHand = 196;

    /// <summary>The pump: it waits for the end of an outage of the mains.</summary>
    public const int PumpWithoutMains = 197;
}
