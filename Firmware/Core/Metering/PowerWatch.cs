using Firmware.Core.Contracts;

namespace Firmware.Core.Metering;

/// <summary>The answers of the power meter (<see cref="AnswerWatch"/>) turned into readings.</summary>
public sealed class PowerWatch
{
    private readonly AnswerWatch _answers = new AnswerWatch();

    /// <summary>Takes the answer to one question.</summary>
    public void Take(ModbusVerdict verdict, byte[] reply, Readings into)
    {
        _answers.Note(verdict);
        if (_answers.IsGood)
        {
            PowerMeter.Take(reply, into);
        }
        else if (_answers.IsGivenUp)
        {
            PowerMeter.Miss(into, _answers.Reason);
        }
    }
}
