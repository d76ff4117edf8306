using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Inspection;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The link step by step, and the store that stands behind it.</summary>
public sealed class LinkPage : Page
{
    private readonly Delivery _delivery;
    private readonly ILink _link;
    private readonly Settings _settings;
    private readonly Inspector _inspector;

    /// <summary>The link of a unit.</summary>
    public LinkPage(Shell shell, Delivery delivery, ILink link, Settings settings, Inspector inspector)
        : base(shell)
    {
        _delivery = delivery;
        _link = link;
        _settings = settings;
        _inspector = inspector;
    }

    /// <summary>How far a link reaches, in words.</summary>
    public static int PhraseOf(LinkReach reach, bool centreAnswered)
    {
        return reach switch
        {
            LinkReach.None => Phrase.LinkNone,
            LinkReach.Network => Phrase.LinkNetwork,
            _ => centreAnswered ? Phrase.LinkCentre : Phrase.LinkBroker,
        };
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Network)
        {
            WriteLink();
        }
        else
        {
            WriteStore();
        }
    }

    private void WriteLink()
    {
        Screen.Row(Phrase.Link, PhraseOf(_link.Reach, _delivery.CentreAnswered));
        if (_link.Reach != LinkReach.Broker && _link.Trouble != LinkTrouble.None)
        {
            Screen.Out.Tab(Screen.ValueColumn);
            Screen.Out.Hang = Screen.ValueColumn;
            Screen.Line(Phrase.TroubleNoNetwork + (int)_link.Trouble - 1);
        }

        Row(Phrase.Network, _settings.WifiSsid);
        Row(Phrase.Broker, _settings.BrokerHost.Length == 0 ? "" : _settings.BrokerHost + ":" + _settings.BrokerPort);
        Count(Phrase.Attempts, _link.Attempts);
        Count(Phrase.Sessions, _link.Sessions);
        Count(Phrase.Restarts, _link.Restarts);
        Count(Phrase.InFlight, _link.InFlight);
        Count(Phrase.Refused, _delivery.Counters.Refused);
        DrillPage.WriteLast(Screen, _delivery.Drill);
    }

    private void WriteStore()
    {
        UnitCounters counters = _delivery.Counters;
        RecordStore store = _delivery.Journal.Store;
        Screen.Row(StorePhrase.State, store.IsReadOnly ? StorePhrase.Unreadable : store.FailuresInRow > 0 ? StorePhrase.Refuses : StorePhrase.Writable);
        Screen.CountRow(Phrase.Outbox, counters.Waiting, Phrase.Waiting);
        Count(Phrase.LostRow, counters.Lost);
        Screen.CountRow(StorePhrase.Reports, _inspector.Reports.Waiting, Phrase.Waiting);
        Count(StorePhrase.ReportsLost, _inspector.Reports.Lost);
        Screen.CountRow(StorePhrase.Visits, _inspector.Visits.Records.Waiting, Phrase.Waiting);
        Count(StorePhrase.VisitsLost, _inspector.Visits.Records.Displaced);
        Count(Phrase.StorageErrors, counters.StorageErrors);
        Count(Phrase.Epoch, (uint)counters.Epoch);
        Count(Phrase.OldestSeq, counters.OldestSeq);
        Count(Phrase.NextSeq, counters.NextSeq);
        WriteWear(store.Budget);
    }

    private void WriteWear(WriteBudget budget)
    {
        Screen.Head(StorePhrase.LifeUsed);
        Screen.Out.Write(budget.LifeUsedPermille / 10);
        Screen.Out.Put((byte)'.');
        Screen.Out.Write(budget.LifeUsedPermille % 10);
        Screen.Out.Write(" %");
        Screen.Out.NewLine();
        if (budget.YearsLeft == WriteBudget.NotYet)
        {
            Screen.Row(StorePhrase.Lasts, StorePhrase.AfterADay);
        }
        else
        {
            Screen.CountRow(StorePhrase.Lasts, budget.YearsLeft, StorePhrase.Years);
        }

        Screen.Section(StorePhrase.WritesHead);
        for (int of = 0; of < WriteBudget.Classes; of++)
        {
            Screen.Head(StorePhrase.ClassOutbox + of);
            Screen.Out.Write(budget.LastDay(of));
            Screen.Say(StorePhrase.OfBudget);
            Screen.Out.Write(WriteBudget.DayWrites(of));
            Screen.Out.NewLine();
        }
    }

    private void Count(int head, long count)
    {
        Screen.Head(head);
        Screen.Out.Write(count);
        Screen.Out.NewLine();
    }

    private void Row(int head, string text)
    {
        Screen.Head(head);
        Screen.Out.Write(text.Length == 0 ? Screen.Texts.Say(Phrase.NoBroker) : text);
        Screen.Out.NewLine();
    }
}
