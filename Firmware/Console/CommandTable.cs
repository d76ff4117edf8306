namespace Firmware.Console;

/// <summary>
/// The commands, as columns: one number a form of a command. A form is the line as it is typed: words in small letters stand for themselves, words in
/// capitals are arguments (<see cref="Argument"/>). What a form does and how to see that it worked is in <see cref="Texts.Help"/> and <see cref="Texts.Proof"/>. A new
/// one is a constant, a line in <see cref="FormOf"/>, a row in <see cref="RowOf"/>, a text in each language, and the page that does it, made by the unit's <see cref="IPageMaker"/>. A number is
/// never reused, because the event log keeps it; its order means nothing but the order in <c>help</c>.
/// </summary>
public static class CommandTable
{
    /// <summary>The names of the commands.</summary>
    public const int Help = 0;

    /// <summary>Every form with what it does.</summary>
    public const int HelpAll = 1;

    /// <summary>All about one command.</summary>
    public const int HelpCommand = 2;

    /// <summary>The unit at a glance.</summary>
    public const int Status = 3;

    /// <summary>The faults raised now.</summary>
    public const int Faults = 4;

    /// <summary>The page of one fault.</summary>
    public const int Why = 5;

    /// <summary>Every reading.</summary>
    public const int Readings = 6;

    /// <summary>Every reading, each second anew.</summary>
    public const int ReadingsLive = 7;

    /// <summary>Chinese.</summary>
    public const int LangZh = 8;

    /// <summary>English.</summary>
    public const int LangEn = 9;

    /// <summary>Width of the terminal.</summary>
    public const int ScreenColumns = 10;

    /// <summary>Width and height of the terminal.</summary>
    public const int ScreenLines = 11;

    /// <summary>Who runs here.</summary>
    public const int Version = 12;

    /// <summary>A person logs in.</summary>
    public const int Login = 13;

    /// <summary>The person logs out.</summary>
    public const int Logout = 14;

    /// <summary>Restarts the unit.</summary>
    public const int Restart = 15;

    /// <summary>Who is on the list.</summary>
    public const int Persons = 16;

    /// <summary>A new person, or a new PIN.</summary>
    public const int PersonsAdd = 17;

    /// <summary>A person's card.</summary>
    public const int PersonsCard = 18;

    /// <summary>A person less.</summary>
    public const int PersonsRemove = 19;

    /// <summary>The person's own PIN.</summary>
    public const int Pin = 20;

    /// <summary>Lamp test.</summary>
    public const int Lamp = 21;

    /// <summary>Takes a fault in hand.</summary>
    public const int Ack = 22;

    /// <summary>Resets a latched fault.</summary>
    public const int Reset = 23;

    /// <summary>What is shelved.</summary>
    public const int Shelves = 24;

    /// <summary>Puts a fault aside.</summary>
    public const int Shelve = 25;

    /// <summary>Takes a fault back.</summary>
    public const int Unshelve = 26;

    /// <summary>Declares a fault repaired.</summary>
    public const int Repaired = 27;

    /// <summary>Declares a module replaced.</summary>
    public const int Replaced = 28;

    /// <summary>Work begins.</summary>
    public const int WorkOn = 29;

    /// <summary>Work ends.</summary>
    public const int WorkOff = 30;

    /// <summary>Lays the unit up.</summary>
    public const int LayUp = 31;

    /// <summary>Opens the season.</summary>
    public const int Open = 32;

    /// <summary>The link.</summary>
    public const int Network = 33;

    /// <summary>The store.</summary>
    public const int Storage = 34;

    /// <summary>What the unit has counted.</summary>
    public const int Counters = 35;

    /// <summary>The time.</summary>
    public const int Clock = 36;

    /// <summary>Sets the clock.</summary>
    public const int ClockSet = 37;

    /// <summary>Parts to bring.</summary>
    public const int Parts = 38;

    /// <summary>The settings.</summary>
    public const int Config = 39;

    /// <summary>Everything as text.</summary>
    public const int Export = 40;

    /// <summary>One setting.</summary>
    public const int ConfigKey = 41;

    /// <summary>Changes a setting.</summary>
    public const int ConfigSet = 42;

    /// <summary>Takes everything back that was set and learned.</summary>
    public const int FactoryReset = 43;

    /// <summary>Clears the fault memory.</summary>
    public const int FaultsClear = 44;

    /// <summary>The last self-test.</summary>
    public const int SelfTest = 48;

    /// <summary>Begins the self-test.</summary>
    public const int SelfTestStart = 49;

    /// <summary>What an inspection asks, or its results.</summary>
    public const int Inspect = 50;

    /// <summary>Begins what is due.</summary>
    public const int InspectStart = 51;

    /// <summary>Begins a plan.</summary>
    public const int InspectPlan = 52;

    /// <summary>Yes, or good.</summary>
    public const int InspectYes = 53;

    /// <summary>No, or bad.</summary>
    public const int InspectNo = 54;

    /// <summary>A measured value.</summary>
    public const int InspectValue = 55;

    /// <summary>Leaves the item out.</summary>
    public const int InspectSkip = 56;

    /// <summary>Breaks it off.</summary>
    public const int InspectStop = 57;

    /// <summary>The event log.</summary>
    public const int Log = 58;

    /// <summary>What the site has taught.</summary>
    public const int Bands = 96;

    /// <summary>Lets the learned bands stand still.</summary>
    public const int BandsFreeze = 97;

    /// <summary>Lets them follow again.</summary>
    public const int BandsFollow = 98;

    /// <summary>Has the site learn anew.</summary>
    public const int BandsReset = 99;

    /// <summary>Takes a fault in hand, with a case number.</summary>
    public const int AckCase = 100;

    /// <summary>The same, with a promised arrival.</summary>
    public const int AckArrive = 101;

    /// <summary>The last drill of the alarm path.</summary>
    public const int Drill = 102;

    /// <summary>Begins a drill.</summary>
    public const int DrillStart = 103;

    /// <summary>The visit so far.</summary>
    public const int Visit = 64;

    /// <summary>A work note.</summary>
    public const int VisitNote = 65;

    /// <summary>A part that a fault names.</summary>
    public const int VisitPart = 66;

    /// <summary>Several of them.</summary>
    public const int VisitPartCount = 67;

    /// <summary>A part by its name.</summary>
    public const int VisitPartText = 68;

    /// <summary>A fault is repaired.</summary>
    public const int VisitRepaired = 69;

    /// <summary>A fault is not.</summary>
    public const int VisitUnrepaired = 70;

    /// <summary>What a reference instrument shows.</summary>
    public const int VisitReference = 71;

    /// <summary>The user's grades.</summary>
    public const int VisitGrade = 72;

    /// <summary>The user confirms by card.</summary>
    public const int VisitConfirm = 73;

    /// <summary>The user confirms by code.</summary>
    public const int VisitConfirmCode = 74;

    /// <summary>The full check before leaving.</summary>
    public const int VisitLeave = 75;

    /// <summary>The water meters: exchanges and verifications.</summary>
    public const int Meter = 106;

    /// <summary>A meter is taken out.</summary>
    public const int MeterOut = 107;

    /// <summary>A meter is fitted.</summary>
    public const int MeterIn = 108;

    /// <summary>Takes over the site of another unit.</summary>
    public const int Swap = 76;

    /// <summary>The unit will be switched off on purpose.</summary>
    public const int Shutdown = 104;

    /// <summary>The inspection goes on: shown by itself, and never typed.</summary>
    public const int InspectGoesOn = 77;

    /// <summary>Numbers are below this.</summary>
    public const int Max = 112;

    private const int PageMask = 255;
    private const int GroupShift = 8;
    private const int InServe = Serve << GroupShift;
    private const int InSetUp = SetUp << GroupShift;
    private const int AccessShift = 10;
    private const int Anybody = (int)Access.Open << AccessShift;
    private const int Enrols = (int)Access.Enrol << AccessShift;
    private const int Deliberately = (int)Access.Deliberate << AccessShift;
    private const int Confirmed = 1 << 12;

    /// <summary>Group of <c>help</c>: looking.</summary>
    public const int Look = 0;

    /// <summary>Group of <c>help</c>: serving the site.</summary>
    public const int Serve = 1;

    /// <summary>Group of <c>help</c>: setting the unit up.</summary>
    public const int SetUp = 2;

    /// <summary>True where the number is that of a command.</summary>
    public static bool Has(int command) => FormOf(command) != null;

    /// <summary>The line as it is typed; null where the number is free.</summary>
    public static string FormOf(int command)
    {
        return command switch
        {
            Help => "help",
            HelpAll => "help all",
            HelpCommand => "help COMMAND",
            Status => "status",
            Faults => "faults",
            FaultsClear => "faults clear",
            Why => "why CODE",
            Readings => "readings",
            ReadingsLive => "readings live",
            LangZh => "lang zh",
            LangEn => "lang en",
            ScreenColumns => "screen COLUMNS",
            ScreenLines => "screen COLUMNS LINES",
            Version => "version",
            Login => "login PERSON",
            Logout => "logout",
            Restart => "restart",
            Shutdown => "shutdown",
            Persons => "persons",
            PersonsAdd => "persons add PERSON",
            PersonsCard => "persons card PERSON",
            PersonsRemove => "persons remove PERSON",
            Pin => "pin",
            Lamp => "lamp",
            Ack => "ack CODE",
            Reset => "reset CODE",
            Shelves => "shelve",
            Shelve => "shelve CODE SHELFHOURS REASON",
            Unshelve => "unshelve CODE",
            Repaired => "repaired CODE",
            Replaced => "replaced CODE",
            WorkOn => "maintenance on WORKHOURS",
            WorkOff => "maintenance off",
            LayUp => "layup on",
            Open => "layup off",
            Network => "network",
            Storage => "storage",
            Counters => "counters",
            Clock => "clock",
            ClockSet => "clock set DATE TIME",
            Parts => "parts",
            Config => "config",
            Export => "export",
            ConfigKey => "config KEY",
            ConfigSet => "config KEY VALUE",
            FactoryReset => "factory reset",
            SelfTest => "selftest",
            SelfTestStart => "selftest start",
            Inspect => "inspect",
            InspectStart => "inspect start",
            InspectPlan => "inspect start PLAN",
            InspectYes => "inspect yes",
            InspectNo => "inspect no",
            InspectValue => "inspect value AMOUNT",
            InspectSkip => "inspect skip",
            InspectStop => "inspect stop",
            Log => "log",
            Bands => "bands",
            BandsFreeze => "bands freeze",
            BandsFollow => "bands follow",
            BandsReset => "bands reset",
            AckCase => "ack CODE CASE",
            AckArrive => "ack CODE CASE HOURS",
            Drill => "drill",
            DrillStart => "drill start",
            Visit => "visit",
            VisitNote => "visit note NOTE",
            VisitPart => "visit part CODE",
            VisitPartCount => "visit part MODULE COUNT",
            VisitPartText => "visit part PART",
            VisitRepaired => "visit repaired CODE",
            VisitUnrepaired => "visit unrepaired CODE",
            VisitReference => "visit reference READING MEASURED",
            VisitGrade => "visit grade GRADE GRADE GRADE GRADE",
            VisitConfirm => "visit confirm",
            VisitConfirmCode => "visit confirm USERCODE",
            VisitLeave => "visit leave",
            Meter => "meter",
            MeterOut => "meter out METER SERIAL DIAL",
            MeterIn => "meter in METER SERIAL DIAL SEAL DATE",
            Swap => "swap",
            _ => null,
        };
    }

    /// <summary>Code of the fault that a line of a command is about; 0 where it is about none.</summary>
    public static int FaultOf(int command, CommandLine line)
    {
        return FormOf(command).IndexOf(" CODE") > 0 ? line.Number(0) : 0;
    }

    /// <summary>Who may. Where the row says nothing, a technician: a new command that somebody forgot is not open to everybody.</summary>
    public static Access AccessOf(int command) => (Access)((RowOf(command) >> AccessShift) & 3);

    /// <summary>True where the console asks once more before it is done: it cannot be taken back, or moves something.</summary>
    public static bool IsConfirmed(int command) => (RowOf(command) & Confirmed) != 0;

    /// <summary>Its group in <c>help</c>.</summary>
    public static int GroupOf(int command) => (RowOf(command) >> GroupShift) & 3;

    /// <summary>The page that answers it (<see cref="PageKind"/>).</summary>
    public static int PageOf(int command) => RowOf(command) & PageMask;

    /// <summary>One row a command: its page; its group in <c>help</c>, where it is not for looking; who may, where that is not a technician; whether it is confirmed.</summary>
    private static int RowOf(int command)
    {
        return command switch
        {
            Help => PageKind.Help | Anybody,
            HelpAll => PageKind.Help | Anybody,
            HelpCommand => PageKind.Help | Anybody,
            Status => PageKind.Status | Anybody,
            Faults => PageKind.Faults | Anybody,
            FaultsClear => PageKind.Faults | InServe | Confirmed,
            Why => PageKind.Why | Anybody,
            Readings => PageKind.Readings | Anybody,
            ReadingsLive => PageKind.Readings | Anybody,
            LangZh => PageKind.Terminal | InSetUp | Anybody,
            LangEn => PageKind.Terminal | InSetUp | Anybody,
            ScreenColumns => PageKind.Terminal | InSetUp | Anybody,
            ScreenLines => PageKind.Terminal | InSetUp | Anybody,
            Version => PageKind.Unit | Anybody,
            Login => PageKind.Login | InServe | Anybody,
            Logout => PageKind.Login | InServe | Anybody,
            Restart => PageKind.Unit | InSetUp | Confirmed,
            Shutdown => PageKind.Shutdown | InSetUp | Confirmed,
            Persons => PageKind.Persons | InSetUp | Anybody,
            PersonsAdd => PageKind.Persons | InSetUp | Enrols,
            PersonsCard => PageKind.Persons | InSetUp,
            PersonsRemove => PageKind.Persons | InSetUp | Confirmed,
            Pin => PageKind.Persons | InSetUp,
            Lamp => PageKind.Lamp | InServe | Anybody,
            Ack => PageKind.Actions | InServe,
            Reset => PageKind.Actions | InServe | Confirmed,
            Shelves => PageKind.Actions | InServe | Anybody,
            Shelve => PageKind.Actions | InServe,
            Unshelve => PageKind.Actions | InServe,
            Repaired => PageKind.Actions | InServe,
            Replaced => PageKind.Actions | InServe,
            WorkOn => PageKind.Actions | InServe,
            WorkOff => PageKind.Actions | InServe,
            LayUp => PageKind.Actions | InSetUp | Confirmed,
            Open => PageKind.Actions | InSetUp | Confirmed,
            Network => PageKind.Link | Anybody,
            Storage => PageKind.Link | Anybody,
            Counters => PageKind.Counters | Anybody,
            Clock => PageKind.Clock | Anybody,
            ClockSet => PageKind.Clock | InSetUp,
            Parts => PageKind.Counters | Anybody,
            Config => PageKind.Config | Anybody,
            Export => PageKind.Export | Anybody,
            ConfigKey => PageKind.Config | Anybody,
            ConfigSet => PageKind.Config | InSetUp,
            FactoryReset => PageKind.Config | InSetUp | Deliberately | Confirmed,
            SelfTest => PageKind.SelfTest | InServe | Anybody,
            SelfTestStart => PageKind.SelfTest | InServe | Anybody,
            Inspect => PageKind.Inspect | InServe | Anybody,
            InspectStart => PageKind.Inspect | InServe,
            InspectPlan => PageKind.Inspect | InServe,
            InspectYes => PageKind.Inspect | InServe,
            InspectNo => PageKind.Inspect | InServe,
            InspectValue => PageKind.Inspect | InServe,
            InspectSkip => PageKind.Inspect | InServe,
            InspectStop => PageKind.Inspect | InServe,
            Log => PageKind.Log | Anybody,
            Bands => PageKind.Bands | Anybody,
            BandsFreeze => PageKind.Bands | InServe,
            BandsFollow => PageKind.Bands | InServe,
            BandsReset => PageKind.Bands | InServe | Confirmed,
            AckCase => PageKind.Actions | InServe,
            AckArrive => PageKind.Actions | InServe,
            Drill => PageKind.Drill | InServe | Anybody,
            DrillStart => PageKind.Drill | InServe,
            Visit => PageKind.Visit | InServe | Anybody,
            VisitNote => PageKind.Visit | InServe,
            VisitPart => PageKind.Visit | InServe,
            VisitPartCount => PageKind.Visit | InServe,
            VisitPartText => PageKind.Visit | InServe,
            VisitRepaired => PageKind.Visit | InServe,
            VisitUnrepaired => PageKind.Visit | InServe,
            VisitReference => PageKind.Visit | InServe,
            VisitGrade => PageKind.Visit | InServe,
            VisitConfirm => PageKind.Visit | InServe,
            VisitConfirmCode => PageKind.Visit | InServe,
            VisitLeave => PageKind.Visit | InServe,
            Meter => PageKind.Meter | Anybody,
            MeterOut => PageKind.Meter | InServe,
            MeterIn => PageKind.Meter | InServe,
            Swap => PageKind.Swap | InSetUp | Confirmed,
            InspectGoesOn => PageKind.Inspect | Anybody,
            _ => PageKind.None,
        };
    }
}
