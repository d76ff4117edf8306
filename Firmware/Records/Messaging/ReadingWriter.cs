using Firmware.Core.Contracts;

namespace Firmware.Records.Messaging;

/// <summary>Writes readings: the value, or the reason why there is none as text (PROTOCOL.md, "Reading").</summary>
public static class ReadingWriter
{
    /// <summary>One reading as a member.</summary>
    public static void Write(MessageWriter json, int signal, NoDataReason reason, int value)
    {
        json.Reading(signal);
        if (reason == NoDataReason.None)
        {
            json.Number(value);
        }
        else
        {
            json.Text(NameOf(reason));
        }
    }

    /// <summary>The readings from one signal to below another as one object.</summary>
    public static void WriteFrom(MessageWriter json, Readings readings, int first, int end)
    {
        json.Name("readings");
        json.BeginObject();
        for (int signal = first; signal < end; signal++)
        {
            Write(json, signal, readings.ReasonOf(signal), readings.ValueOf(signal));
        }

        json.EndObject();
    }

    /// <summary>The name of a reason on the wire.</summary>
    public static string NameOf(NoDataReason reason)
    {
        return reason switch
        {
            NoDataReason.Off => "off",
            NoDataReason.NotFitted => "not-fitted",
            NoDataReason.Timeout => "timeout",
            NoDataReason.OutOfRange => "out-of-range",
            NoDataReason.BusError => "bus-error",
            _ => "not-yet",
        };
    }
}
