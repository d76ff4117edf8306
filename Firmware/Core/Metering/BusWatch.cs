using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>
/// The answers of the RS485 meter, one after the other, turned into readings. A single bad answer is not shown: the readings are given up after
/// <see cref="BadPolls"/> in a row. Noise makes a meter miss questions too, so its silence is believed only where every bad answer since
/// the last good one was silence, or after <see cref="SilentPolls"/> in a row.
/// </summary>
public sealed class BusWatch
{
    /// <summary>Bad answers in a row after which the readings are given up: 3 s, well below every rule that uses them.</summary>
    public const int BadPolls = 3;

    /// <summary>Missing answers in a row that are silence although damaged ones came before: one byte in ten damaged makes so many once in three hours.</summary>
    public const int SilentPolls = 15;

    /// <summary>Questions over which errors are counted; before the first hundred those not asked yet count as good.</summary>
    public const int Window = 100;

    /// <summary>A silence of so many questions is a meter that was gone (202) and no error rate (203): the count begins anew behind it.</summary>
    public const int GonePolls = 10;

    private readonly bool[] _wasBad = new bool[Window];
    private int _place;
    private int _errors;
    private int _bad;
    private int _silent;
    private bool _damaged;

    /// <summary>Takes the answer to one question.</summary>
    public void Take(ModbusVerdict verdict, byte[] reply, Readings into)
    {
        Note(verdict);
        into.Set(Signal.BusErrors, _errors * 1000 / Window);
        if (_bad == 0)
        {
            BusMeter.Take(reply, into);
        }
        else if (_bad >= BadPolls)
        {
            bool silence = _silent > 0 && (!_damaged || _silent >= SilentPolls);
            BusMeter.Miss(into, silence ? NoDataReason.Timeout : NoDataReason.BusError);
        }
    }

    /// <summary>No question can be asked: nothing that the bus carries can be read.</summary>
    public static void Dead(Readings into)
    {
        BusMeter.Miss(into, NoDataReason.BusError);
        into.Set(Signal.BusErrors, 1000);
    }

    private void Note(ModbusVerdict verdict)
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
        _errors += (bad ? 1 : 0) - (_wasBad[_place] ? 1 : 0);
        _wasBad[_place] = bad;
        _place = (_place + 1) % Window;
    }

    private void Forget()
    {
        _errors = 0;
        for (int i = 0; i < Window; i++)
        {
            _wasBad[i] = false;
        }
    }
}
