using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Faults.Checks;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>
/// The page of one fault. On the first screen what is asked first: how it stands, its clock, part and tools, meaning, evidence of its first, latest and worst moment beside now. Then
/// the causes, the one that the evidence speaks for first; the steps in their order; the test that proves the cure; its rules.
/// </summary>
public sealed class WhyPage : Page
{
    private const int EvidenceColumn = 26;
    private const int NarrowColumn = 17;

    private readonly SiteController _site;
    private readonly ContractDesk _desk;
    private readonly byte[] _word = new byte[Acknowledgements.CaseBytes];
    private readonly int[] _frames = new int[3];
    private int _frameCount;
    private int _row;

    /// <summary>The page on a screen.</summary>
    public WhyPage(Shell shell, SiteController site, ContractDesk desk)
        : base(shell)
    {
        _site = site;
        _desk = desk;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        int code = line.Number(0);
        _row = _site.Catalogue.RowOf(code);
        if (_row < 0)
        {
            Screen.Say(Phrase.NoSuchFault);
            Screen.Out.Write(code);
            Screen.Out.NewLine();
            return;
        }

        FaultText.Title(Screen, _site, _row);
        Screen.Out.NewLine();
        StateRows(_row);
        BringRows(_row);
        Section(Phrase.Meaning, Screen.Texts.Meaning(code), false);
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        int code = _row < 0 ? 0 : _site.Catalogue.Code(_row);
        switch (_row < 0 ? int.MaxValue : part)
        {
            case 1:
                Evidence(_row);
                return true;
            case 2:
                WriteUnmetered(_row);
                WriteIsolation(code);
                Section(Phrase.Causes, FromLine(Screen.Texts.Causes(code), LikeliestCause(_row)), true);
                return true;
            case 3:
                Section(Phrase.Remedy, Screen.Texts.Remedy(code), true);
                return true;
            case 4:
                Proof(_row);
                Rules(_row);
                return true;
            default:
                return false;
        }
    }

    private void StateRows(int row)
    {
        FaultMonitors monitors = _site.Monitors;
        Screen.Head(Phrase.State);
        if (monitors.IsRaised(row))
        {
            Screen.Say(Phrase.StateRaised);
            Screen.Moment(monitors.OnsetMsOf(row));
            Screen.Out.Write(monitors.ClosenessOf(row) < 127 ? Screen.Texts.Say(WhyPhrase.Clearing) : "");
        }
        else
        {
            Screen.Say(monitors.IsPending(row) ? Phrase.StagePending : Phrase.StateClear);
        }

        Screen.Out.NewLine();
        CheckRow(row);
        Screen.Head(WhyPhrase.Closeness);
        Screen.Out.Write(monitors.ClosenessOf(row) > 0 ? "+" : "");
        Screen.Out.Write(monitors.ClosenessOf(row));
        Screen.Line(WhyPhrase.ClosenessScale);
        Screen.Head(Phrase.Occurrence);
        Screen.Out.Write(monitors.OccurrenceOf(row));
        Screen.Say(WhyPhrase.SinceForgotten);
        Screen.Out.Write(_site.Lifecycle.OccurrencesSinceClear(row));
        Screen.Out.NewLine();
        LifeRows(row);
    }

    /// <summary>What the check says; where it cannot judge, why: which fault explains it, what keeps it from being judged, or how much is still to be learned.</summary>
    private void CheckRow(int row)
    {
        int cause = _site.Monitors.InhibitedBy(row);
        CheckOutcome outcome = _site.Monitors.OutcomeOf(row);
        Screen.Head(Phrase.Check);
        if (cause != 0)
        {
            Screen.Say(Phrase.InhibitedBy);
            Screen.Out.Write(cause);
            Screen.Out.Put((byte)' ');
            Screen.Out.Write(Screen.Texts.Title(cause));
        }
        else
        {
            Screen.Say(Phrase.OutcomeNotTested + (int)outcome);
            NotTestedBecause(row, outcome);
        }

        Screen.Out.NewLine();
    }

    private void NotTestedBecause(int row, CheckOutcome outcome)
    {
        if (outcome != CheckOutcome.NotTested)
        {
            return;
        }

        int quantity = BandChecks.QuantityOf(_site.Catalogue.CheckOf(row));
        Suspension why = _site.Monitors.SuspendedBy(row);
        if (why == Suspension.None && quantity >= 0 && !_site.View.Bands.IsLearned(quantity))
        {
            Screen.Out.Write("  ");
            BandsPage.WriteLearning(Screen, _site.View.Bands, quantity);
            return;
        }

        Screen.Say(WhyPhrase.NotNow + (int)why);
    }

    /// <summary>What persons have done with it: only what there is.</summary>
    private void LifeRows(int row)
    {
        Lifecycle life = _site.Lifecycle;
        FaultStage stage = life.StageOf(row);
        if (stage != FaultStage.Healthy && stage != FaultStage.Active && stage != FaultStage.Pending)
        {
            Screen.Row(Phrase.Stage, Phrase.StageHealthy + (int)stage);
        }

        if (_site.Monitors.IsRaised(row))
        {
            InHand(row);
            ClockRow(row);
        }

        int shelf = life.Gate.Shelves.Find(row);
        if (shelf >= 0)
        {
            Screen.Head(Phrase.Mode);
            Screen.Say(Phrase.ShelvedFor);
            Calendar.WriteShort(Screen.Out, life.Gate.Shelves.MinutesLeftAt(shelf) * 60000L);
            Screen.Out.NewLine();
        }

        if (life.Repairs.CountOf(row) > 0)
        {
            Screen.Head(Phrase.Repairs);
            Screen.Out.Write(life.Repairs.CountOf(row));
            Screen.Out.Write("  ");
            Screen.Out.Write(life.Repairs.NeedsReplacement(row) ? Screen.Texts.Say(Phrase.NeedsNew) : "");
            Screen.Out.NewLine();
        }
    }

    private void InHand(int row)
    {
        int who = _site.Lifecycle.AcknowledgedBy(row);
        Screen.Head(Phrase.AckBy);
        if (!_site.Lifecycle.IsAcknowledged(row))
        {
            Screen.Line(Phrase.AckNone);
            return;
        }

        Screen.Say(who == Actor.Centre ? Phrase.AckCentre : Phrase.PersonNo);
        Screen.Out.Write(who == Actor.Centre ? "" : who.ToString());
        Promise(_desk.Acknowledgements.Find(_site.Catalogue.Code(row), _site.Monitors.OccurrenceOf(row)), who);
        Screen.Out.NewLine();
    }

    /// <summary>What was said with it: the desk's name, the case number, when it was, when somebody comes, and that a remote word is not signed.</summary>
    private void Promise(int entry, int who)
    {
        if (entry < 0)
        {
            return;
        }

        if (who == Actor.Centre)
        {
            Word(_desk.Acknowledgements.CopyWho(entry, _word));
        }

        Word(_desk.Acknowledgements.CopyCase(entry, _word));
        Screen.Out.Write("  ");
        Screen.Date(_desk.Acknowledgements.At(entry));
        if (_desk.Acknowledgements.Arrive(entry) != 0)
        {
            Screen.Say(ServicePhrase.Arrives);
            Screen.Date(_desk.Acknowledgements.Arrive(entry));
        }

        if (!_desk.Acknowledgements.IsVerified(entry))
        {
            Screen.Say(ServicePhrase.Unverified);
        }
    }

    private void Word(int count)
    {
        Screen.Out.Write(count == 0 ? "" : "  ");
        Screen.Out.Write(_word, 0, count);
    }

    private void ClockRow(int row)
    {
        Screen.Head(WhyPhrase.Clock);
        int place = _desk.Clocks.PlaceOf(_site.Catalogue.Code(row));
        if (place >= 0)
        {
            ClockText.Write(Screen, _site, _desk.Clocks, row);
            ClockText.WriteReport(Screen, _desk.Clocks, place);
        }
        else
        {
            Screen.Say(WhyPhrase.ClockNone);
        }

        Screen.Out.NewLine();
    }

    private void BringRows(int row)
    {
        Text(Phrase.Part, RuleText.Parts(Screen.Texts, _site.Catalogue.Code(row), true));
        Text(WhyPhrase.Tools, RuleText.Tools(Screen.Texts, _site.Catalogue.Code(row)));
    }

    /// <summary>Finds the frames of the row, a frame that stands for several moments once.</summary>
    private void FindFrames(int row)
    {
        _frameCount = 0;
        for (int kind = FrameKind.First; kind <= FrameKind.Worst; kind <<= 1)
        {
            int frame = _site.Monitors.Frames.Find(row, (byte)kind);
            bool known = frame < 0;
            for (int i = 0; i < _frameCount; i++)
            {
                known |= _frames[i] == frame;
            }

            if (!known)
            {
                _frames[_frameCount++] = frame;
            }
        }
    }

    /// <summary>A table of the row's evidence: a column each for its moments and for now. On a narrow terminal each value has a line of its own.</summary>
    private void Evidence(int row)
    {
        FindFrames(row);
        Screen.Out.Put((byte)' ');
        Screen.Say(Phrase.Evidence);
        for (int column = 0; column <= _frameCount && !Screen.IsNarrow; column++)
        {
            Screen.Out.Tab(ColumnAt(column));
            SayMoment(column);
        }

        Screen.Out.NewLine();
        if (_frameCount > 0)
        {
            MomentRow();
        }
        else if (_site.Monitors.IsRaised(row))
        {
            Screen.Out.Write("  ");
            Screen.Out.Hang = 2;
            Screen.Line(WhyPhrase.BeforeRestart);
        }

        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = _site.Catalogue.EvidenceSignal(row, field);
            if (signal != Signal.None)
            {
                EvidenceRow(field, signal);
            }
        }
    }

    /// <summary>Columns are as wide as their number allows: three moments and now still fit 80.</summary>
    private int ColumnAt(int column)
    {
        int width = _frameCount == 3 ? 13 : _frameCount == 2 ? 18 : 24;
        return EvidenceColumn + (column * width);
    }

    private void SayMoment(int column)
    {
        int kinds = column == _frameCount ? 0 : _site.Monitors.Frames.KindsOf(_frames[column]);
        if (kinds == 0 || kinds == (FrameKind.First | FrameKind.Latest | FrameKind.Worst))
        {
            Screen.Say(kinds == 0 ? Phrase.Now : Phrase.Then);
            return;
        }

        int said = 0;
        for (int kind = 0; kind < 3; kind++)
        {
            if ((kinds & (1 << kind)) != 0)
            {
                Screen.Out.Write(said++ == 0 ? "" : "/");
                Screen.Say(WhyPhrase.First + kind);
            }
        }
    }

    /// <summary>When each frame was taken, and at which level the fault stood then.</summary>
    private void MomentRow()
    {
        Screen.Out.Write("  ");
        Screen.Say(WhyPhrase.Moment);
        for (int column = 0; column < _frameCount; column++)
        {
            Place(column);
            Taken(_frames[column]);
        }

        Screen.Out.NewLine();
        Screen.Out.Write("  ");
        Screen.Say(Phrase.Level);
        for (int column = 0; column < _frameCount; column++)
        {
            Place(column);
            Screen.Say(Phrase.Level1 + _site.Monitors.Frames.LevelOf(_frames[column]) - 1);
        }

        if (_site.Monitors.IsRaised(_row))
        {
            Place(_frameCount);
            Screen.Say(Phrase.Level1 + _site.Monitors.LevelOf(_row) - 1);
        }

        Screen.Out.NewLine();
    }

    private void Taken(int frame)
    {
        FreezeFrames frames = _site.Monitors.Frames;
        if (frames.IsFormer(frame))
        {
            Screen.FormerDayTime(frames.FormerUnixOf(frame));
        }
        else
        {
            Screen.DayTime(frames.TakenMsOf(frame));
        }
    }

    private void EvidenceRow(int field, int signal)
    {
        Screen.Out.Write("  ");
        Screen.Out.Write(Screen.Texts.Reading(signal));
        for (int column = 0; column < _frameCount; column++)
        {
            Place(column);
            Screen.Cell(signal, _site.Monitors.Frames.Reason(_frames[column], field), _site.Monitors.Frames.Value(_frames[column], field));
        }

        Place(_frameCount);
        Screen.Cell(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        Screen.Out.NewLine();
    }

    private void Place(int column)
    {
        if (!Screen.IsNarrow)
        {
            Screen.Out.Tab(ColumnAt(column));
            return;
        }

        Screen.Out.NewLine();
        Screen.Out.Write("    ");
        SayMoment(column);
        Screen.Out.Tab(NarrowColumn);
    }

    /// <summary>What flowed while this fault spoiled, or spoils, the metering; whether the pump may go on; and the card transaction that it cut off.</summary>
    private void WriteUnmetered(int row)
    {
        byte policy = _site.Catalogue.PolicyOf(row);
        UnmeteredWater water = _site.Lifecycle.Unmetered;
        int place = water.Find(row);
        if ((policy & (Policy.SpoilsMetering | Policy.StopsPump)) != 0)
        {
            int stops = _site.Monitors.IsRaised(row) ? ServicePhrase.PumpIsStopped : ServicePhrase.PumpWouldStop;
            Screen.Row(Phrase.Pump, (policy & Policy.StopsPump) != 0 ? stops : ServicePhrase.PumpMayGoOn);
        }

        if (place < 0)
        {
            return;
        }

        Screen.Head(ServicePhrase.UnmeteredHead);
        Screen.Out.Write(water.ValueAt(place, Unmetered.Litres));
        Screen.Out.Write(" L  ");
        Screen.Say(ServicePhrase.BasisFirst + (int)water.BasisOf(place));
        Screen.Say(ServicePhrase.PumpRan);
        Calendar.WriteDuration(Screen.Out, water.ValueAt(place, Unmetered.RunSeconds) * 1000L);
        Screen.Out.Write("  ");
        Screen.Out.Write(water.ValueAt(place, Unmetered.Energy));
        Screen.Out.Write(" Wh");
        Screen.Out.NewLine();
        Totals(water, place, ServicePhrase.PulseTotals, Unmetered.PulseFrom);
        Totals(water, place, ServicePhrase.BusTotals, Unmetered.BusFrom);
        if (water.ValueAt(place, Unmetered.Card) != 0)
        {
            Card(water, place);
        }
    }

    /// <summary>A meter's total at the onset and at the end, or now.</summary>
    private void Totals(UnmeteredWater water, int place, int head, Unmetered from)
    {
        if (water.IsKnown(place, from))
        {
            Screen.Head(head);
            Screen.Out.Write(water.ValueAt(place, from));
            Screen.Out.Write(" L .. ");
            Screen.Out.Write(water.ValueAt(place, from + 1));
            Screen.Out.Write(" L");
            Screen.Out.NewLine();
        }
    }

    private void Card(UnmeteredWater water, int place)
    {
        Screen.Head(ServicePhrase.CardHead);
        Screen.Out.Write(water.ValueAt(place, Unmetered.Card));
        Screen.Say(ServicePhrase.PumpRan);
        Calendar.WriteDuration(Screen.Out, water.ValueAt(place, Unmetered.CardRunSeconds) * 1000L);
        Screen.Out.Write("  ");
        Screen.Out.Write(water.ValueAt(place, Unmetered.CardPulseLitres));
        Screen.Out.Write(" / ");
        Screen.Out.Write(water.ValueAt(place, Unmetered.CardBusLitres));
        Screen.Out.Write(" L  ");
        Screen.Out.Write(water.ValueAt(place, Unmetered.CardEnergy));
        Screen.Out.Write(" Wh");
        Screen.Out.NewLine();
    }

    /// <summary>What the look with the pump off has shown, at the two faults that it tells apart.</summary>
    private void WriteIsolation(int code)
    {
        bool concerned = code == FaultCode.FlowAtRest || code == FaultCode.FlowHigh;
        if (concerned && (_site.Isolation.HoldsPump || _site.Isolation.Result != IsolationResult.None))
        {
            int result = ServicePhrase.IsolationFirst + (int)_site.Isolation.Result - 1;
            Screen.Row(ServicePhrase.IsolationHead, _site.Isolation.HoldsPump ? ServicePhrase.IsolationRuns : result);
        }
    }

    /// <summary>The cause that the evidence of the onset speaks for.</summary>
    private int LikeliestCause(int row)
    {
        FreezeFrames frames = _site.Monitors.Frames;
        return LikelyCause.First(_site.Catalogue, row, frames, frames.Find(row), _site.View.Settings);
    }

    /// <summary>The lines of a text with one of them put first.</summary>
    private static string FromLine(string text, int first)
    {
        string[] lines = first == 0 || text == null ? new string[0] : text.Split('\n');
        if (first >= lines.Length)
        {
            return text;
        }

        string ordered = lines[first];
        for (int i = 0; i < lines.Length; i++)
        {
            ordered += i == first ? "" : "\n" + lines[i];
        }

        return ordered;
    }

    private void Section(int head, string text, bool numbered)
    {
        if (text != null)
        {
            Screen.Section(head);
            Screen.Lines(text, numbered);
        }
    }

    /// <summary>The test that proves the cure: the last step of the remedy says what to do, this says how long the unit looks before it believes.</summary>
    private void Proof(int row)
    {
        bool repaired = _site.Lifecycle.StageOf(row) == FaultStage.Repaired;
        Screen.Head(Phrase.Proof);
        Screen.Out.Write(repaired ? _site.Lifecycle.CyclesOwed(row) : FaultCatalogue.ProvingCycles);
        Screen.Line(repaired ? Phrase.ProofOwed : Phrase.ProofRule);
        Screen.Row(WhyPhrase.Unproven, WhyPhrase.UnprovenRule);
    }

    /// <summary>What holds for this fault at any time: who has to act, whether a contract's clock runs, how it begins and ends, and which faults explain it.</summary>
    private void Rules(int row)
    {
        FaultCatalogue catalogue = _site.Catalogue;
        Screen.Row(WhyPhrase.Responsible, WhyPhrase.ResponsibleFirst + (int)catalogue.ResponsibleOf(row));
        Screen.Row(WhyPhrase.Clock, _desk.Clocks.Profile.Covers(catalogue, row, _site.Monitors.IsRaised(row) ? _site.Monitors.LevelOf(row) : catalogue.Level(row)) ? WhyPhrase.ClockRuns : WhyPhrase.ClockNone);
        Text(WhyPhrase.Begins, RuleText.Begin(Screen.Texts, catalogue, row));
        Text(WhyPhrase.Limit, RuleText.Limit(Screen.Texts, catalogue.Code(row), _site.View));
        Text(WhyPhrase.Ends, RuleText.End(Screen.Texts, catalogue, row));
        Text(WhyPhrase.Explains, RuleText.Causes(Screen.Texts, catalogue, row));
        string notices = RuleText.Notices(Screen.Texts, catalogue.Code(row));
        if (notices.Length > 0)
        {
            Text(WhyPhrase.Notice, notices);
        }
    }

    private void Text(int head, string text)
    {
        Screen.Head(head);
        Screen.Out.Write(text);
        Screen.Out.NewLine();
    }
}
