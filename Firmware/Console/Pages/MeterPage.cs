using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The water meters: exchanges and verifications, and telling the unit of an exchange: what would be noted is shown, and is noted once it is confirmed.</summary>
public sealed class MeterPage : Page
{
    private const int LitresPerCubicMetre = 1000;
    private const int Decimals = 3;

    private readonly Inspector _inspector;
    private readonly UnitClock _clock;
    private CommandLine _line;
    private int _command;
    private int _meter;
    private int _dial;
    private long _day;

    /// <summary>The meters of a unit.</summary>
    public MeterPage(Shell shell, Inspector inspector, UnitClock clock)
        : base(shell)
    {
        _inspector = inspector;
        _clock = clock;
    }

    private MeterBook Book => _inspector.Run.Meters;

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        if (command == CommandTable.Meter)
        {
            Show(Book);
            return;
        }

        _command = command;
        _line = line;
        _meter = line.Number(0) - 1;
        int wrong = Judge();
        if (wrong != 0)
        {
            Screen.Line(wrong);
            return;
        }

        MeterBook would = Book.Copy();
        Note(would);
        ShowMeter(would, _meter);
        Shell.Dialogue.Ask(this, Phrase.Sure);
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        int wrong = Dialogue.IsYes(line, 0, count) && Shell.Session.May(CommandTable.AccessOf(_command)) ? Judge() : Phrase.NotDone;
        if (wrong != 0)
        {
            Screen.Line(wrong);
            return;
        }

        Note(Book);
        if (_command == CommandTable.MeterIn)
        {
            _inspector.NoteMeterFitted(_meter);
        }

        Did(_command);
        Screen.Line(_command == CommandTable.MeterIn ? InspectionPhrase.MeterIsIn : InspectionPhrase.MeterIsOut);
    }

    /// <inheritdoc/>
    public override void NoAnswer() => Screen.Line(Phrase.NotDone);

    /// <summary>What is wrong with what was typed, as a phrase; 0 where nothing is, and dial and day are known.</summary>
    private int Judge()
    {
        if (!Quantity.TryRead(_line.Bytes, _line.StartOf(2), _line.EndOf(2), Decimals, out _dial) || _dial < 0)
        {
            return InspectionPhrase.BadDial;
        }

        if (_command == CommandTable.MeterOut)
        {
            return Book.MayTakeOut(_meter, _line.Bytes, _line.StartOf(1), _line.EndOf(1)) ? 0 : InspectionPhrase.ReportFirst;
        }

        _day = Calendar.ReadDate(_line.Bytes, _line.StartOf(4), _line.EndOf(4));
        return _day < 0 ? InspectionPhrase.BadDate : Book.MayFit(_meter) ? 0 : InspectionPhrase.OutFirst;
    }

    private void Note(MeterBook book)
    {
        if (_command == CommandTable.MeterOut)
        {
            book.TakeOut(_meter, _line.Bytes, _line.StartOf(1), _line.EndOf(1), _dial);
            return;
        }

        book.Fit(_meter, _line.Bytes, _line.StartOf(1), _line.EndOf(1), _dial, Shell.Session.Person, _clock.UnixAt(Screen.NowMs));
        book.Seal(_meter, _line.Bytes, _line.StartOf(3), _line.EndOf(3), CivilDate.Of(_day));
    }

    private void Show(MeterBook book)
    {
        for (int meter = 0; meter < MeterBook.Kinds; meter++)
        {
            ShowMeter(book, meter);
        }

        for (int index = 0; index < book.Verifications; index++)
        {
            Verification(book.VerificationRecords, MeterBook.VerificationAt(index));
        }

        if (book.Verifications == 0 && !book.IsFitted(MeterBook.Pulse) && !book.IsFitted(MeterBook.Bus))
        {
            Screen.Line(InspectionPhrase.NoMeterHistory);
        }
    }

    /// <summary>The meter that is out, and the last exchange of its kind.</summary>
    private void ShowMeter(MeterBook book, int meter)
    {
        if (book.IsOut(meter))
        {
            Screen.Say(InspectionPhrase.MeterPulse + meter);
            Screen.Out.Write("  ");
            Screen.Line(InspectionPhrase.StillOut);
            Dial(InspectionPhrase.OldMeter, book.OutRecords, MeterBook.OutAt(meter), MeterBook.OutAt(meter) + MeterBook.TextBytes);
        }

        if (book.IsFitted(meter))
        {
            Swap(book.SwapRecords, MeterBook.SwapAt(meter));
        }
    }

    private void Swap(byte[] record, int at)
    {
        Begin(record, at);
        Screen.Line(InspectionPhrase.MeterPulse + record[at + 6]);
        if (record[at + MeterBook.OldAt] != 0)
        {
            Dial(InspectionPhrase.OldMeter, record, at + MeterBook.OldAt, at + MeterBook.LastAt);
        }

        Dial(InspectionPhrase.NewMeter, record, at + MeterBook.NewAt, at + MeterBook.FirstAt);
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.MeterSeal);
        Screen.Out.Write(record, at + MeterBook.SealAt, at + MeterBook.SealAt + MeterBook.LengthOf(record, at + MeterBook.SealAt));
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.MeterValid);
        int until = Bytes.Get32(record, at + MeterBook.ValidAt);
        Screen.Out.Write(until / 10000);
        Screen.Out.Put((byte)'-');
        Screen.Out.WritePadded(until / 100 % 100, 2);
        Screen.Out.Put((byte)'-');
        Screen.Out.WritePadded(until % 100, 2);
        Screen.Out.NewLine();
    }

    private void Dial(int phrase, byte[] record, int serialAt, int litresAt)
    {
        int litres = Bytes.Get32(record, litresAt);
        Screen.Out.Write("  ");
        Screen.Say(phrase);
        Screen.Out.Write(record, serialAt, serialAt + MeterBook.LengthOf(record, serialAt));
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.MeterDial);
        Screen.Out.Write(litres / LitresPerCubicMetre);
        Screen.Out.Put((byte)'.');
        Screen.Out.WritePadded(litres % LitresPerCubicMetre, Decimals);
        Screen.Out.Write(" m³");
        Screen.Out.NewLine();
    }

    private void Verification(byte[] record, int at)
    {
        Begin(record, at);
        Screen.Say(InspectionPhrase.MeterPulse + record[at + MeterBook.MeterAt]);
        Screen.Out.Write("  ");
        Screen.Line(InspectionPhrase.MeterVerified);
        Screen.Out.Write("  ");
        Screen.Out.Write(Bytes.Get32(record, at + MeterBook.VolumeAt));
        Screen.Out.Write(" L  ");
        Screen.Out.Write(Bytes.Get32(record, at + MeterBook.FlowAt));
        Screen.Out.Write(" mL/s  ");
        Screen.Out.Write(Quantity.Text((short)Bytes.Get16(record, at + MeterBook.ErrorAt), ItemUnit.Permille) + " ± " + Quantity.Text(record[at + MeterBook.UncertaintyAt], ItemUnit.Permille) + " " + Quantity.UnitOf(ItemUnit.Permille));
        Screen.Out.NewLine();
    }

    /// <summary>When, by whom, and what follows.</summary>
    private void Begin(byte[] record, int at)
    {
        Screen.Date(Bytes.Get32(record, at) & 0xFFFFFFFFL);
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.ByPerson);
        Screen.Out.Write(Bytes.Get16(record, at + MeterBook.PersonAt));
        Screen.Out.Write("  ");
    }
}
