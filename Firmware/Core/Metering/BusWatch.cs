using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>The answers of the RS485 water meter (<see cref="AnswerWatch"/>) turned into readings, with the error rate of the bus.</summary>
public sealed class BusWatch
{
    private readonly AnswerWatch _answers = new AnswerWatch();

    /// <summary>Takes the answer to one question.</summary>
    public void Take(ModbusVerdict verdict, byte[] reply, Readings into)
    {
        _answers.Note(verdict);
        into.Set(Signal.BusErrors, _answers.ErrorsPermille);
        if (_answers.IsGood)
        {
            BusMeter.Take(reply, into);
        }
        else if (_answers.IsGivenUp)
        {
            BusMeter.Miss(into, _answers.Reason);
        }
    }

    /// <summary>No question can be asked: nothing that the bus carries can be read.</summary>
    public static void Dead(Readings into)
    {
        BusMeter.Miss(into, NoDataReason.BusError);
        into.Set(Signal.BusErrors, 1000);
    }
}
