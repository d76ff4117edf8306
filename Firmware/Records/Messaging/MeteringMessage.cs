using Firmware.Core.Faults;

namespace Firmware.Records.Messaging;

/// <summary>Writes the member <c>metering</c> of an alarm (PROTOCOL.md): what a fault that spoils the metering left unmetered.</summary>
public static class MeteringMessage
{
    /// <summary>Adds the member where the record has something to say.</summary>
    public static void Write(MessageWriter json, MeteringNote note)
    {
        if (note.Kind == MeteringKind.None)
        {
            return;
        }

        json.Name("metering");
        json.BeginObject();
        json.Member("pump", note.StopsPump ? "stops" : "may-go-on");
        if (note.Kind == MeteringKind.Card)
        {
            WriteCard(json, note);
        }
        else if (note.Kind == MeteringKind.Closed)
        {
            WriteEnd(json, note);
        }

        json.EndObject();
    }

    /// <summary>The name of a basis on the wire.</summary>
    public static string NameOf(EstimateBasis basis)
    {
        return basis switch
        {
            EstimateBasis.OtherMeter => "other-meter",
            EstimateBasis.Energy => "energy",
            EstimateBasis.LastFlow => "last-flow",
            _ => "none",
        };
    }

    private static void WriteCard(MessageWriter json, MeteringNote note)
    {
        json.Name("card");
        json.BeginObject();
        json.Member("number", note.Value(Unmetered.Card));
        json.Member("run_s", note.Value(Unmetered.CardRunSeconds));
        json.Member("pulse_l", note.Value(Unmetered.CardPulseLitres));
        json.Member("bus_l", note.Value(Unmetered.CardBusLitres));
        json.Member("energy_wh", note.Value(Unmetered.CardEnergy));
        json.EndObject();
    }

    private static void WriteEnd(MessageWriter json, MeteringNote note)
    {
        json.Member("run_s", note.Value(Unmetered.RunSeconds));
        json.Member("energy_wh", note.Value(Unmetered.Energy));
        json.Member("volume_l", note.Value(Unmetered.Litres));
        json.Member("basis", NameOf(note.Basis));
        json.Member("estimated", note.Basis != EstimateBasis.OtherMeter);
        WriteTotal(json, "pulse_from_l", note, Unmetered.PulseFrom);
        WriteTotal(json, "pulse_to_l", note, Unmetered.PulseTo);
        WriteTotal(json, "bus_from_l", note, Unmetered.BusFrom);
        WriteTotal(json, "bus_to_l", note, Unmetered.BusTo);
    }

    /// <summary>A total that was never read is null.</summary>
    private static void WriteTotal(MessageWriter json, string name, MeteringNote note, Unmetered field)
    {
        if (note.IsKnown(field))
        {
            json.Member(name, note.Value(field));
        }
        else
        {
            json.MemberNull(name);
        }
    }
}
