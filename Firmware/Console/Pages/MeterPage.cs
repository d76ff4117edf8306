using Firmware.Core.Service;
using Firmware.Inspection;
using Firmware.Inspection.Meters;
using Firmware.Records;

namespace Firmware.Console.Pages;

/// <summary>The water meters: exchanges and verifications, and telling the unit of an exchange.</summary>
public sealed class MeterPage : Page
{
    private const int LitresPerCubicMetre = 1000;
    private const int Decimals = 3;

    private readonly Inspector _inspector;
    private readonly UnitClock _clock;

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
            Show();
            return;
        }

        int meter = line.Number(0) - 1;
        bool read = Quantity.TryRead(line.Bytes, line.StartOf(2), line.EndOf(2), Decimals, out int dial);
        if (!read || dial < 0)
        {
            Screen.Line(InspectionPhrase.BadDial);
        }
        else if (command == CommandTable.MeterOut)
        {
            Book.TakeOut(meter, line.Bytes, line.StartOf(1), line.EndOf(1), dial);
            Screen.Line(InspectionPhrase.MeterIsOut);
        }
        else
        {
            Fit(meter, dial, line);
        }
    }

    private void Fit(int meter, int dial, CommandLine line)
    {
        long day = Calendar.ReadDate(line.Bytes, line.StartOf(4), line.EndOf(4));
        if (day < 0)
        {
            Screen.Line(InspectionPhrase.BadDate);
            return;
        }

        Book.Fit(meter, line.Bytes, line.StartOf(1), line.EndOf(1), dial, Shell.Session.Person, _clock.UnixAt(Screen.NowMs));
        Book.Seal(meter, line.Bytes, line.StartOf(3), line.EndOf(3), CivilDate.Of(day));
        _inspector.NoteMeterFitted(meter);
        Screen.Line(InspectionPhrase.MeterIsIn);
    }

    private void Show()
    {
        for (int meter = 0; meter < MeterBook.Kinds; meter++)
        {
            if (Book.IsOut(meter))
            {
                Screen.Say(InspectionPhrase.MeterPulse + meter);
                Screen.Out.Write("  ");
                Screen.Line(InspectionPhrase.StillOut);
            }
        }

        for (int meter = 0; meter < MeterBook.Kinds; meter++)
        {
            if (Book.IsFitted(meter))
            {
                Swap(Book.SwapRecords, MeterBook.SwapAt(meter));
            }
        }

        for (int index = 0; index < Book.Verifications; index++)
        {
            Verification(Book.VerificationRecords, MeterBook.VerificationAt(index));
        }

        if (Book.Verifications == 0 && !Book.IsFitted(MeterBook.Pulse) && !Book.IsFitted(MeterBook.Bus))
        {
            Screen.Line(InspectionPhrase.NoMeterHistory);
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
        Screen.Line(InspectionPhrase.MeterVerified);
        Screen.Out.Write("  ");
        Screen.Out.Write(Bytes.Get32(record, at + 6));
        Screen.Out.Write(" L  ");
        Screen.Out.Write(Bytes.Get32(record, at + 10));
        Screen.Out.Write(" mL/s  ");
        Screen.Out.Write((short)Bytes.Get16(record, at + 14));
        Screen.Out.Write(" ± ");
        Screen.Out.Write(Bytes.Get16(record, at + 16));
        Screen.Out.Write(" ‰");
        Screen.Out.NewLine();
    }

    /// <summary>When, by whom, and what follows.</summary>
    private void Begin(byte[] record, int at)
    {
        Screen.Date(Bytes.Get32(record, at) & 0xFFFFFFFFL);
        Screen.Out.Write("  ");
        Screen.Say(InspectionPhrase.ByPerson);
        Screen.Out.Write(Bytes.Get16(record, at + 4));
        Screen.Out.Write("  ");
    }
}
