using Firmware.Contract;
using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The list of the faults raised now, and the page of one fault: meaning, evidence then and now, causes, ordered remedy, part.</summary>
public sealed class FaultPages : Page
{
    private const int ThenColumn = 26;
    private const int NowColumn = 50;
    private const int NarrowColumn = 17;

    private readonly SiteController _site;
    private readonly Acknowledgements _taken;
    private readonly byte[] _word = new byte[Acknowledgements.CaseBytes];

    /// <summary>Pages on a screen.</summary>
    public FaultPages(Shell shell, SiteController site, Acknowledgements taken)
        : base(shell)
    {
        _site = site;
        _taken = taken;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Why)
        {
            WriteWhy(line.Number(0));
        }
        else
        {
            WriteList();
        }
    }

    /// <summary>Writes the list, worst first.</summary>
    private void WriteList()
    {
        if (_site.Monitors.RaisedCount == 0)
        {
            Screen.Line(Phrase.Healthy);
            return;
        }

        for (byte level = 1; level <= 4; level++)
        {
            for (int row = 0; row < _site.Catalogue.Count; row++)
            {
                if (_site.Monitors.IsRaised(row) && _site.Monitors.LevelOf(row) == level)
                {
                    Title(row, level);
                    Screen.Out.Write("  ");
                    Screen.Say(Phrase.Since);
                    Screen.Moment(_site.Monitors.OnsetMsOf(row));
                    InHandBehind(row);
                    Screen.Out.NewLine();
                }
            }
        }
    }

    private void InHandBehind(int row)
    {
        int who = _site.Lifecycle.AcknowledgedBy(row);
        if (who != Actor.Unit)
        {
            Screen.Out.Write("  ");
            Screen.Say(who == Actor.Centre ? Phrase.AckCentre : Phrase.PersonNo);
            Screen.Out.Write(who == Actor.Centre ? "" : who.ToString());
        }
    }

    /// <summary>Writes the page of a code; one line where there is no such fault.</summary>
    private void WriteWhy(int code)
    {
        int row = _site.Catalogue.RowOf(code);
        if (row < 0)
        {
            Screen.Say(Phrase.NoSuchFault);
            Screen.Out.Write(code);
            Screen.Out.NewLine();
            return;
        }

        bool raised = _site.Monitors.IsRaised(row);
        Title(row, raised ? _site.Monitors.LevelOf(row) : _site.Catalogue.Level(row));
        Screen.Out.NewLine();
        StateRows(row);
        Section(Phrase.Meaning, Screen.Texts.Meaning(code), false);
        Evidence(row);
        WriteUnmetered(row);
        WriteIsolation(code);
        Section(Phrase.Causes, FromLine(Screen.Texts.Causes(code), LikeliestCause(row)), true);
        Section(Phrase.Remedy, Screen.Texts.Remedy(code), true);
        Proof(row);
        Screen.Head(Phrase.Part);
        Screen.Module(_site.Catalogue.Part(row));
        Screen.Out.NewLine();
    }

    private void Title(int row, byte level)
    {
        int code = _site.Catalogue.Code(row);
        Screen.Say(Phrase.Level1 + level - 1);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(code);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(code) ?? _site.Catalogue.Name(row));
    }

    private void StateRows(int row)
    {
        FaultMonitors monitors = _site.Monitors;
        Screen.Head(Phrase.State);
        if (monitors.IsRaised(row))
        {
            Screen.Say(Phrase.StateRaised);
            Screen.Moment(monitors.OnsetMsOf(row));
            CloseIf(monitors.ClosenessOf(row) < 127, Phrase.StateClearing, row);
        }
        else
        {
            Screen.Say(Phrase.StateClear);
            CloseIf(monitors.ClosenessOf(row) > -128, Phrase.StateRaising, row);
        }

        Screen.Out.NewLine();
        CheckRow(row);
        Screen.Head(Phrase.Occurrence);
        Screen.Out.Write(monitors.OccurrenceOf(row));
        Screen.Out.NewLine();
        LifeRows(row);
    }

    /// <summary>What the check says, or which fault explains this one, so that it is not judged.</summary>
    private void CheckRow(int row)
    {
        int cause = _site.Monitors.InhibitedBy(row);
        Screen.Head(Phrase.Check);
        if (cause == 0)
        {
            Screen.Line(Phrase.OutcomeNotTested + (int)_site.Monitors.OutcomeOf(row));
            return;
        }

        Screen.Say(Phrase.InhibitedBy);
        Screen.Out.Write(cause);
        Screen.Out.Put((byte)' ');
        Screen.Out.Write(Screen.Texts.Title(cause));
        Screen.Out.NewLine();
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
        Promise(_taken.Find(_site.Catalogue.Code(row), _site.Monitors.OccurrenceOf(row)), who);
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
            Word(_taken.CopyWho(entry, _word));
        }

        Word(_taken.CopyCase(entry, _word));
        Screen.Out.Write("  ");
        Screen.Date(_taken.At(entry));
        if (_taken.Arrive(entry) != 0)
        {
            Screen.Say(ServicePhrase.Arrives);
            Screen.Date(_taken.Arrive(entry));
        }

        if (!_taken.IsVerified(entry))
        {
            Screen.Say(ServicePhrase.Unverified);
        }
    }

    private void Word(int count)
    {
        Screen.Out.Write(count == 0 ? "" : "  ");
        Screen.Out.Write(_word, 0, count);
    }

    /// <summary>The test that proves the cure: the last step of the remedy says what to do, this says how long the unit looks before it believes.</summary>
    private void Proof(int row)
    {
        bool repaired = _site.Lifecycle.StageOf(row) == FaultStage.Repaired;
        int needed = FaultCatalogue.ProvingCycles;
        Screen.Head(Phrase.Proof);
        Screen.Out.Write(repaired ? _site.Lifecycle.CyclesOwed(row) : needed);
        Screen.Line(repaired ? Phrase.ProofOwed : Phrase.ProofRule);
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

    /// <summary>What the look with the pump off has shown, at the two faults that it tells apart.</summary>
    private void WriteIsolation(int code)
    {
        bool concerned = code == 401 || code == 403;
        if (concerned && (_site.Isolation.HoldsPump || _site.Isolation.Result != IsolationResult.None))
        {
            int result = ServicePhrase.IsolationFirst + (int)_site.Isolation.Result - 1;
            Screen.Row(ServicePhrase.IsolationHead, _site.Isolation.HoldsPump ? ServicePhrase.IsolationRuns : result);
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

    private void CloseIf(bool changing, int phrase, int row)
    {
        if (changing)
        {
            Screen.Out.Write("  ");
            Screen.Say(phrase);
            Screen.Out.Write(_site.Monitors.ClosenessOf(row));
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
            Screen.Out.Put((byte)' ');
            Screen.Line(head);
            Screen.Lines(text, numbered);
        }
    }

    private void Evidence(int row)
    {
        int frame = _site.Monitors.Frames.Find(row);
        Screen.Out.Put((byte)' ');
        Screen.Say(Phrase.Evidence);
        if (frame >= 0 && !Screen.IsNarrow)
        {
            Screen.Out.Tab(ThenColumn);
            Screen.Say(Phrase.Then);
        }

        if (!Screen.IsNarrow)
        {
            Screen.Out.Tab(NowColumn);
            Screen.Say(Phrase.Now);
        }

        Screen.Out.NewLine();
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = _site.Catalogue.EvidenceSignal(row, field);
            if (signal != Signal.None)
            {
                EvidenceRow(frame, field, signal);
            }
        }
    }

    /// <summary>A reading then and now: in columns, or on a narrow terminal on lines of their own.</summary>
    private void EvidenceRow(int frame, int field, int signal)
    {
        Screen.Out.Write("  ");
        Screen.Out.Write(Screen.Texts.Reading(signal));
        if (frame >= 0)
        {
            Place(ThenColumn, Phrase.Then);
            Screen.Reading(signal, _site.Monitors.Frames.Reason(frame, field), _site.Monitors.Frames.Value(frame, field));
        }

        Place(NowColumn, Phrase.Now);
        Screen.Reading(signal, _site.View.Readings.ReasonOf(signal), _site.View.Readings.ValueOf(signal));
        Screen.Out.NewLine();
    }

    private void Place(int column, int phrase)
    {
        if (!Screen.IsNarrow)
        {
            Screen.Out.Tab(column);
            Screen.Out.Hang = column;
            return;
        }

        Screen.Out.NewLine();
        Screen.Out.Write("    ");
        Screen.Say(phrase);
        Screen.Out.Tab(NarrowColumn);
        Screen.Out.Hang = NarrowColumn;
    }
}
