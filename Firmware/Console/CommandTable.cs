namespace Firmware.Console;

/// <summary>
/// The commands, as columns: one number a form of a command. A form is the line as it is typed: words in small letters stand for themselves, words in
/// capitals are arguments (<see cref="Argument"/>). What a form does and how to see that it worked is in <see cref="Texts.Help"/> and <see cref="Texts.Proof"/>. A new
/// one is a constant, a line in <see cref="FormOf"/> (and in <see cref="AccessOf"/> where it changes something), a text in each language, and the page that does it, made by the
/// unit's <see cref="IPageMaker"/>. Numbers are free: areas have ranges of their own.
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
            VisitPartCount => "visit part CODE COUNT",
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

    /// <summary>Who may.</summary>
    public static Access AccessOf(int command)
    {
        return command switch
        {
            Restart => Access.Technician,
            Shutdown => Access.Technician,
            FaultsClear => Access.Technician,
            ConfigSet => Access.Technician,
            FactoryReset => Access.Deliberate,
            PersonsAdd => Access.Enrol,
            PersonsCard => Access.Technician,
            PersonsRemove => Access.Technician,
            Pin => Access.Technician,
            Ack => Access.Technician,
            Reset => Access.Technician,
            Shelve => Access.Technician,
            Unshelve => Access.Technician,
            Repaired => Access.Technician,
            Replaced => Access.Technician,
            WorkOn => Access.Technician,
            WorkOff => Access.Technician,
            LayUp => Access.Technician,
            Open => Access.Technician,
            ClockSet => Access.Technician,
            InspectStart => Access.Technician,
            InspectPlan => Access.Technician,
            InspectYes => Access.Technician,
            InspectNo => Access.Technician,
            InspectValue => Access.Technician,
            InspectSkip => Access.Technician,
            InspectStop => Access.Technician,
            BandsFreeze => Access.Technician,
            BandsFollow => Access.Technician,
            BandsReset => Access.Technician,
            AckCase => Access.Technician,
            AckArrive => Access.Technician,
            DrillStart => Access.Technician,
            VisitNote => Access.Technician,
            VisitPart => Access.Technician,
            VisitPartCount => Access.Technician,
            VisitPartText => Access.Technician,
            VisitRepaired => Access.Technician,
            VisitUnrepaired => Access.Technician,
            VisitReference => Access.Technician,
            VisitGrade => Access.Technician,
            VisitConfirm => Access.Technician,
            VisitConfirmCode => Access.Technician,
            VisitLeave => Access.Technician,
            MeterOut => Access.Technician,
            MeterIn => Access.Technician,
            Swap => Access.Technician,
            _ => Access.Open,
        };
    }

    /// <summary>True where the console asks once more before it is done: it cannot be taken back, or moves something.</summary>
    public static bool IsConfirmed(int command)
    {
        return command switch
        {
            Restart => true,
            Shutdown => true,
            FaultsClear => true,
            FactoryReset => true,
            PersonsRemove => true,
            Swap => true,
            Reset => true,
            LayUp => true,
            Open => true,
            BandsReset => true,
            _ => false,
        };
    }

    /// <summary>Its group in <c>help</c>.</summary>
    public static int GroupOf(int command)
    {
        return command switch
        {
            LangZh => SetUp,
            LangEn => SetUp,
            ScreenColumns => SetUp,
            ScreenLines => SetUp,
            Login => Serve,
            Logout => Serve,
            Restart => SetUp,
            Shutdown => SetUp,
            ConfigSet => SetUp,
            FactoryReset => SetUp,
            Persons => SetUp,
            PersonsAdd => SetUp,
            PersonsCard => SetUp,
            PersonsRemove => SetUp,
            Pin => SetUp,
            Lamp => Serve,
            FaultsClear => Serve,
            Ack => Serve,
            Reset => Serve,
            Shelves => Serve,
            Shelve => Serve,
            Unshelve => Serve,
            Repaired => Serve,
            Replaced => Serve,
            WorkOn => Serve,
            WorkOff => Serve,
            LayUp => SetUp,
            Open => SetUp,
            ClockSet => SetUp,
            SelfTest => Serve,
            SelfTestStart => Serve,
            Inspect => Serve,
            InspectStart => Serve,
            InspectPlan => Serve,
            InspectYes => Serve,
            InspectNo => Serve,
            InspectValue => Serve,
            InspectSkip => Serve,
            InspectStop => Serve,
            BandsFreeze => Serve,
            BandsFollow => Serve,
            BandsReset => Serve,
            AckCase => Serve,
            AckArrive => Serve,
            MeterOut => Serve,
            MeterIn => Serve,
            Drill => Serve,
            DrillStart => Serve,
            Visit => Serve,
            VisitNote => Serve,
            VisitPart => Serve,
            VisitPartCount => Serve,
            VisitPartText => Serve,
            VisitRepaired => Serve,
            VisitUnrepaired => Serve,
            VisitReference => Serve,
            VisitGrade => Serve,
            VisitConfirm => Serve,
            VisitConfirmCode => Serve,
            VisitLeave => Serve,
            Swap => SetUp,
            _ => Look,
        };
    }
}
