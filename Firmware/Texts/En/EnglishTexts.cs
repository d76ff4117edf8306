using Firmware.Console;
using Firmware.Core.Contracts;

namespace Firmware.Texts.En;

/// <summary>The console in English.</summary>
public sealed class EnglishTexts : Console.Texts
{
    /// <inheritdoc/>
    public override string Title(int code)
    {
        return FaultTexts.Title(code);
    }

    /// <inheritdoc/>
    public override string Meaning(int code)
    {
        return FaultBookPlant.Meaning(code) ?? FaultBookSite.Meaning(code);
    }

    /// <inheritdoc/>
    public override string Causes(int code)
    {
        return FaultBookPlant.Causes(code) ?? FaultBookSite.Causes(code);
    }

    /// <inheritdoc/>
    public override string Remedy(int code)
    {
        return FaultBookPlant.Remedy(code) ?? FaultBookSite.Remedy(code);
    }

    /// <inheritdoc/>
    public override string Reading(int signal)
    {
        return signal switch
        {
            Signal.Supply => "Supply",
            Signal.Pressure => "Pressure",
            Signal.PulseFlow => "Flow, pulse meter",
            Signal.BusFlow => "Flow, RS485 meter",
            Signal.PumpContact => "Contactor contact",
            Signal.PumpCommand => "Pump command",
            Signal.RunRequest => "Run request",
            Signal.MainsPresent => "Mains present",
            Signal.DoorOpen => "Door open",
            Signal.PulseTotal => "Total, pulse meter",
            Signal.BusTotal => "Total, RS485 meter",
            Signal.DryStops => "Dry stops",
            Signal.BusStatus => "Status, RS485 meter",
            Signal.BusSerial => "Serial, RS485 meter",
            Signal.BusErrors => "RS485 errors",
            Signal.SupplyAtRest => "Supply at rest",
            Signal.StartsPerHour => "Starts in an hour",
            Signal.MeterDifference => "Meters differ by",
            Signal.Reach => "Link reach (0-2)",
            Signal.Refused => "Refused by broker",
            Signal.Unstored => "Nothing stored for",
            Signal.OutboxFill => "Outbox taken",
            Signal.StorageFailures => "Writes failed in a row",
            Signal.RecordsDamaged => "Records damaged",
            Signal.SettingsRejected => "Settings lines unused",
            Signal.ClockQuality => "Clock quality (0-2)",
            Signal.ClockJumps => "Clock jumps",
            Signal.Uptime => "Time since start",
            Signal.WorkerRestarts => "Workers restarted",
            Signal.PumpMirror => "Mirror contact",
            Signal.SelectorHand => "Selector on hand",
            Signal.ChamberFlooded => "Chamber flooded",
            Signal.ValveCommand => "Valve command",
            Signal.ValveIsOpen => "Valve fully open",
            Signal.ValveIsShut => "Valve fully shut",
            Signal.WellLevel => "Well level",
            Signal.Battery => "Battery",
            Signal.Temperature => "Enclosure temperature",
            Signal.Power => "Pump power",
            Signal.Voltage1 => "Voltage phase 1",
            Signal.Voltage2 => "Voltage phase 2",
            Signal.Voltage3 => "Voltage phase 3",
            Signal.Current1 => "Current phase 1",
            Signal.Current2 => "Current phase 2",
            Signal.Current3 => "Current phase 3",
            Signal.Energy => "Energy",
            Signal.CardPresent => "Card at the reader",
            Signal.Technician => "Technician here",
            Signal.CardNumber => "Card number",
            Signal.SignalStrength => "Signal strength",
            Signal.CredentialDays => "Account days left",
            Signal.StorageWear => "Storage writes of a day",
            Signal.HeapFree => "Memory free",
            Signal.LateScans => "Late scans in a minute",
            Signal.RestartsPerDay => "Workers restarted, 24 h",
            Signal.InspectionOverdue => "Days overdue",
            Signal.VisitLeftOpen => "Visit left open",
            Signal.ReplaceDue => "Module back, code",
            Signal.CrashesPerDay => "Crashes in a day",
            Signal.SafeMode => "Safe mode",
            Signal.SelfTestFailures => "Self-test failures",
            Signal.WorkersDown => "Workers down",
            Signal.ResetCause => "Reset cause",
            Signal.Unanswered => "Alarms unanswered",
            Signal.Drill => "Drill reading",
            Signal.DrillEnd => "Last drill (0-4)",
            _ => Signal.NameOf(signal),
        };
    }

    /// <inheritdoc/>
    public override string Setting(int key)
    {
        return SettingTexts.Meaning(key);
    }

    /// <inheritdoc/>
    public override string Module(string code)
    {
        return ModuleTexts.Name(code);
    }

    /// <inheritdoc/>
    public override string Say(int phrase)
    {
        return phrase switch
        {
            Phrase.Welcome => "Irrigation unit. Type help for the commands.",
            Phrase.PageFailed => "This page failed and was given up; noted in log.",
            Phrase.UnknownCommand => "Unknown command (try help): ",
            Phrase.Unit => "Unit",
            Phrase.Time => "Time",
            Phrase.ClockUnset => "clock not set",
            Phrase.ClockCoasting => "not confirmed within a day",
            Phrase.Level => "Level",
            Phrase.Healthy => "no fault",
            Phrase.FaultsRaised => " raised",
            Phrase.Link => "Link",
            Phrase.LinkCentre => "service centre answers",
            Phrase.LinkBroker => "broker connected, service centre has not answered",
            Phrase.LinkNetwork => "network, no broker",
            Phrase.LinkNone => "no network",
            Phrase.TroubleNoNetwork => "access point or address not found",
            Phrase.TroubleNoSuchHost => "the broker's host name is unknown",
            Phrase.TroubleUnreachable => "nobody answers at the broker's address",
            Phrase.TroubleRefused => "the broker refuses user or password",
            Phrase.TroubleLost => "the connection was lost",
            Phrase.Supply => "Supply",
            Phrase.Pressure => "Pressure",
            Phrase.PulseFlow => "Pulse meter",
            Phrase.BusFlow => "RS485 meter",
            Phrase.Pump => "Pump",
            Phrase.PumpRuns => "runs",
            Phrase.PumpOff => "off",
            Phrase.PumpWaits => "stopped dry, next try in ",
            Phrase.PumpStaysOff => "stays off: ran dry; switch the request off for 5 s, then on",
            Phrase.PumpOnHand => "off: the panel's selector is on hand",
            Phrase.PumpWithoutMains => "off: no mains; starts a minute after it is back",
            Phrase.Outbox => "Outbox",
            Phrase.Waiting => " not stored yet",
            Phrase.Lost => " lost",
            Phrase.Hotline => "Hotline",
            Phrase.SettingsRow => "Settings",
            Phrase.Rejected => " lines could not be used",
            Phrase.Since => "since ",
            Phrase.NoDataNotYet => "no reading yet",
            Phrase.NoDataOff => "switched off",
            Phrase.NoDataNotFitted => "not fitted",
            Phrase.NoDataTimeout => "no answer",
            Phrase.NoDataOutOfRange => "out of range: check the wires",
            Phrase.NoDataBusError => "damaged answer",
            Phrase.LangDone => "English.",
            Phrase.Attempt => "attempt ",
            Phrase.Storage => "Storage",
            Phrase.WritesFailed => " writes failed",
            Phrase.Ago => " ago",
            Phrase.NoSuchFault => "No fault has this code: ",
            Phrase.Meaning => "Meaning",
            Phrase.Evidence => "Evidence",
            Phrase.Then => "when raised",
            Phrase.Now => "now",
            Phrase.Causes => "Causes",
            Phrase.Remedy => "Remedy",
            Phrase.Part => "Part",
            Phrase.State => "State",
            Phrase.StateRaised => "raised since ",
            Phrase.StateClear => "not raised",
            Phrase.InhibitedBy => "not judged, explained by fault ",
            Phrase.Occurrence => "Occurrences",
            Phrase.OutcomeNotTested => "not tested",
            Phrase.OutcomePass => "passed",
            Phrase.OutcomeFail => "failed",
            Phrase.OutcomeStale => "data too old",
            Phrase.OutcomeError => "instrument at fault",
            Phrase.OutcomeNotFitted => "not fitted",
            Phrase.Check => "Check",
            Phrase.Level1 => "L1",
            Phrase.Level2 => "L2",
            Phrase.Level3 => "L3",
            Phrase.Level4 => "L4",
            Phrase.More => "-- more: Space = screen, Enter = line, q = stop --",
            Phrase.LoginFirst => "This is for technicians. Log in first: login, then your number.",
            Phrase.NobodyThere => "Nothing was typed for ten minutes: logged out.",
            Phrase.Sure => "Really? Type yes, or press Enter to leave it.",
            Phrase.NotDone => "Nothing was changed.",
            Phrase.TypeLikeThis => "Type it like this: ",
            Phrase.ForExample => "   for example: ",
            Phrase.ExampleNote => "battery changed",
            Phrase.NotUnderstood => "Not understood: ",
            Phrase.ArgumentWrong => "Out of range: ",
            Phrase.ArgumentMissing => "Still missing: ",
            Phrase.To => " to ",
            Phrase.AtMost => "at most ",
            Phrase.Bytes => " bytes",
            Phrase.GroupLook => "Look",
            Phrase.GroupServe => "Service",
            Phrase.GroupSetUp => "Set up",
            Phrase.HelpHint => "More on one: help why. Tab completes a word, arrow up brings a line back.",
            Phrase.ForTechnicians => "technicians, after login",
            Phrase.AskedFirst => "; asks once more first",
            Phrase.HowToSee => "Check",
            Phrase.WhoMay => "Who may",
            Phrase.Anybody => "anybody",
            Phrase.ScreenDone => "The terminal is set.",
            Phrase.LiveHint => "Any key ends it.",
            Phrase.Restarting => "The pump stops, and the unit restarts in some seconds.",
            Phrase.Program => "Program",
            Phrase.Board => "Board",
            Phrase.Chip => "Chip",
            Phrase.Starts => "Starts",
            Phrase.Running => "Running for",
            Phrase.LampTest => "All lit for 3 s, dark for 1 s, then level, link and power, each alone for 2 s.",
            Phrase.ClockSource => "Jumps",
            Phrase.ClockBad => "No such time, or not between 2026 and 2100.",
            Phrase.ClockIsSet => "The clock is set: ",
            Phrase.Synced => "confirmed within a day",
            Phrase.Broker => "Broker",
            Phrase.Network => "Network",
            Phrase.Attempts => "Attempts",
            Phrase.Sessions => "Sessions",
            Phrase.Restarts => "Restarts",
            Phrase.InFlight => "On the way",
            Phrase.NoBroker => "none set",
            Phrase.Records => "Records",
            Phrase.OldestSeq => "Oldest no.",
            Phrase.NextSeq => "Next no.",
            Phrase.Epoch => "Epoch",
            Phrase.Refused => "Refused",
            Phrase.LostRow => "Lost",
            Phrase.StorageErrors => "Errors",
            Phrase.OftenHead => "How often each fault came",
            Phrase.NoneYet => "none yet",
            Phrase.PartsNone => "No fault is raised: nothing to bring.",
            Phrase.Proof => "Proof",
            Phrase.ProofOwed => " more clean runs (2 min or more, or a day without one) before it counts as cured",
            Phrase.ProofRule => " clean runs (2 min or more, or an idle day), then it is cured",
            Phrase.Stage => "Stage",
            Phrase.StageHealthy => "nothing kept",
            Phrase.StagePending => "being confirmed",
            Phrase.StageActive => "raised",
            Phrase.StageLatched => "cause gone, waits for reset",
            Phrase.StageCleared => "cleared",
            Phrase.StageRepaired => "repaired, not proven",
            Phrase.StageVerified => "repaired and proven",
            Phrase.AckBy => "In hand",
            Phrase.PersonNo => "person ",
            Phrase.AckCentre => "service centre",
            Phrase.AckNone => "nobody yet",
            Phrase.ShelvedFor => "shelved, left: ",
            Phrase.Repairs => "Repairs",
            Phrase.NeedsNew => "repaired twice in vain: replace it",
            Phrase.WorkGoesOn => "work is going on, left: ",
            Phrase.IsLaidUp => "laid up",
            Phrase.Mode => "Mode",
            Phrase.NextVisit => "Inspection",
            Phrase.InDays => " days",
            Phrase.OverdueBy => "overdue, days: ",
            Phrase.NotPlanned => "not planned",
            Phrase.Respond => "respond in ",
            Phrase.Late => "late by ",
            Phrase.NotReported => "not reported, ",
            Phrase.LastHere => "Last here",
            Phrase.NobodyYet => "nobody yet",
            Phrase.MoreFaults => " more: type faults",
            Phrase.Meters => "Meters",
            Phrase.Today => "due today",
            Phrase.ClockOnSite => "on site in ",
            Phrase.ClockRepair => "repaired in ",
            Phrase.ClockOther => "due in ",
            Phrase.NoSuchSetting => "No setting has this name: config shows them all.",
            Phrase.LastsFor => "for ",
            Phrase.LogStarted => "started, no. ",
            Phrase.LogEpoch => "new numbering began",
            Phrase.LogSkipped => "records that were not read",
            Phrase.LogFault => "fault ",
            Phrase.LogSetting => "setting changed: ",
            Phrase.LogImported => "settings replaced by a file",
            Phrase.LogRefused => "settings not usable",
            Phrase.LogReset => "settings reset",
            Phrase.LogDrill => "drill of the alarm path",
            Phrase.LogStorage => "storage works again",
            Phrase.LogLost => "records lost",
            Phrase.LogEntries => "entries of this log lost",
            Phrase.LogIn => "logged in: person ",
            Phrase.LogWrong => "login refused: person ",
            Phrase.LogOut => "logged out: person ",
            Phrase.LogPerson => "list of persons changed, by and whom: ",
            Phrase.LogOther => "entry ",
            Phrase.LogEmpty => "Nothing is in the log yet.",
            Phrase.BootNo => "start ",
            _ => AccessTexts.Say(phrase) ?? ActionTexts.Say(phrase) ?? InspectionTexts.Say(phrase) ?? ServiceTexts.Say(phrase) ?? WhyTexts.Say(phrase) ?? StoreTexts.Say(phrase) ?? DrillTexts.Say(phrase) ?? VisitTexts.Say(phrase) ?? SettingTexts.Say(phrase) ?? LampTexts.Say(phrase) ?? "?",
        };
    }

    /// <inheritdoc/>
    public override string Help(int command)
    {
        return CommandTexts.Help(command);
    }

    /// <inheritdoc/>
    public override string Proof(int command)
    {
        return CommandTexts.Proof(command);
    }

    /// <inheritdoc/>
    public override string Argument(int kind)
    {
        return CommandTexts.Argument(kind);
    }

    /// <inheritdoc/>
    public override string Item(int number)
    {
        return InspectionTexts.Item(number);
    }

    /// <inheritdoc/>
    public override string ItemHow(int number)
    {
        return ItemTexts.How(number);
    }
}
