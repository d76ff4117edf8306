using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// The answers of one slave on the RS485 bus, one after the other. A single bad answer says nothing: the slave's readings are given up after
/// <see cref="BadPolls"/> in a row. Noise makes a slave miss questions too, so its silence is believed only where every bad answer since
/// the last good one was silence, or after <see cref="SilentPolls"/> in a row.
/// </summary>
public sealed class AnswerWatch
{
    /// <summary>Bad answers in a row after which the readings are given up: 3 s, well below every rule that uses them.</summary>
    public const int BadPolls = 3;

    /// <summary>Missing answers in a row that are silence although damaged ones came before: one byte in ten damaged makes so many once in three hours.</summary>
    public const int SilentPolls = 15;

    /// <summary>Questions over which errors are counted; before the first hundred those not asked yet count as good.</summary>
    public const int Window = 100;

    /// <summary>A silence of so many questions is a slave that was gone and no error rate: the count begins anew after it.</summary>
    public const int GonePolls = 10;

    /// <summary>A bit for each answer.</summary>
    private readonly byte[] _wasBad = new byte[(Window + 7) / 8];
    private int _place;
    private int _errors;
    private int _bad;
    private int _silent;
    private bool _damaged;

    /// <summary>The last answer was good.</summary>
    public bool IsGood => _bad == 0;

    /// <summary>So many answers in a row were bad that nothing is known of the slave any more.</summary>
    public bool IsGivenUp => _bad >= BadPolls;

    /// <summary>Why nothing is known: it does not answer, or it answers damaged.</summary>
    public NoDataReason Reason => _silent > 0 && (!_damaged || _silent >= SilentPolls) ? NoDataReason.Timeout : NoDataReason.BusError;

    /// <summary>Bad ones among the last <see cref="Window"/> answers, ‰.</summary>
    public int ErrorsPermille => _errors * 1000 / Window;

    /// <summary>Takes the answer to one question.</summary>
    public void Note(ModbusVerdict verdict)
    {
        if (verdict == ModbusVerdict.Ok)
        {
            NoteGood();
            return;
        }

        bool silent = verdict == ModbusVerdict.NoReply;
        _bad = Bound.Clamp(_bad + 1, 0, BadPolls);
        _silent = silent ? Bound.Clamp(_silent + 1, 0, SilentPolls) : 0;
        _damaged |= !silent;
        Count(true);
    }

    private void NoteGood()
    {
        if (_silent >= GonePolls)
        {
            Forget();
        }

        _bad = 0;
        _silent = 0;
        _damaged = false;
        Count(false);
    }

    private void Count(bool bad)
    {
        int bit = 1 << (_place % 8);
        byte others = (byte)(_wasBad[_place / 8] & ~bit);
        _errors += (bad ? 1 : 0) - (_wasBad[_place / 8] == others ? 0 : 1);
        _wasBad[_place / 8] = (byte)(bad ? others | bit : others);
        _place = (_place + 1) % Window;
    }

    private void Forget()
    {
        _errors = 0;
        System.Array.Clear(_wasBad, 0, _wasBad.Length);
    }
}
