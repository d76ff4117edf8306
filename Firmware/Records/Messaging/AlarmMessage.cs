using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;

namespace Firmware.Records.Messaging;

/// <summary>Writes a kept transition as the <c>alarm</c> object of PROTOCOL.md.</summary>
public static class AlarmMessage
{
    /// <summary>Longest alarm, bytes.</summary>
    public const int MaxBytes = 1024;

    /// <summary>Adds <paramref name="record"/> as it is sent now, in start <paramref name="boot"/>.</summary>
    public static void Write(MessageWriter json, AlarmRecord record, FaultCatalogue catalogue, UnitClock clock, int boot, long nowMs, bool historical)
    {
        int row = catalogue.RowOf(record.Code);
        json.BeginObject();
        json.Member("v", 1);
        json.MemberId("id", record.Epoch, record.Seq);
        json.Member("code", record.Code);
        json.Member("name", row < 0 ? "unknown" : catalogue.Name(row));
        json.Member("level", record.Level);
        json.Member("event", NameOf(record.Event));
        json.Member("occurrence", record.Occurrence);
        WriteStamp(json, "onset", record, record.OnsetMs, record.OnsetUnix, clock, boot);
        WriteStamp(json, "confirmed", record, record.ConfirmedMs, record.ConfirmedUnix, clock, boot);
        Stamp.Write(json, "sent", clock.UnixAt(nowMs), boot, nowMs);
        json.Member("time", Stamp.NameOf(clock.QualityAt(nowMs)));
        WriteEvidence(json, record);
        WriteBy(json, record);
        if (record.Cause != 0)
        {
            json.Member("cause", record.Cause);
        }

        if (record.Frame != 0)
        {
            json.Member("frame", (uint)record.Frame);
        }

        MeteringMessage.Write(json, record.Metering);
        json.Member("part", row < 0 ? "" : catalogue.Part(row));
        json.Member("suppressed", record.Suppressed);
        json.Member("historical", historical);
        WriteOthers(json, record);
        json.EndObject();
    }

    /// <summary>The name on the wire of who acted where it is no person of the list; null where it is one.</summary>
    public static string NameOf(int actor)
    {
        return actor switch
        {
            Actor.Button => "button",
            Actor.Console => "console",
            Actor.Centre => "centre",
            _ => null,
        };
    }

    /// <summary>The name of an event on the wire.</summary>
    public static string NameOf(FaultEvent what)
    {
        return what switch
        {
            FaultEvent.Raised => "raised",
            FaultEvent.Level => "level",
            FaultEvent.Cleared => "cleared",
            FaultEvent.Repeated => "repeated",
            FaultEvent.Acknowledged => "acknowledged",
            FaultEvent.Lost => "lost",
            _ => "unknown",
        };
    }

    /// <summary>A moment of this start is dated with what the clock knows now; one of an earlier start with what it knew then.</summary>
    internal static void WriteStamp(MessageWriter json, string name, AlarmRecord record, long ms, long unixThen, UnitClock clock, int boot)
    {
        long unix = record.Boot == boot && unixThen == 0 ? clock.UnixAt(ms) : unixThen;
        Stamp.Write(json, name, unix, record.Boot, ms);
    }

    /// <summary>Who caused it, where it was not the unit itself; of a repeat how far the contract's escalation has come.</summary>
    private static void WriteBy(MessageWriter json, AlarmRecord record)
    {
        if (record.By == Actor.Unit)
        {
            return;
        }

        if (record.Event == FaultEvent.Repeated)
        {
            json.Member("escalation", record.By);
        }
        else if (NameOf(record.By) != null)
        {
            json.Member("by", NameOf(record.By));
        }
        else
        {
            json.Member("by", record.By);
        }
    }

    /// <summary>The ids that will never come as themselves, because this record stands for them or tells their loss.</summary>
    private static void WriteOthers(MessageWriter json, AlarmRecord record)
    {
        bool lost = record.Event == FaultEvent.Lost;
        if (record.OtherCount == 0)
        {
            return;
        }

        json.Name(lost ? "lost" : "coalesced");
        json.BeginObject();
        json.Member("from", record.FromSeq);
        json.Member("to", record.ToSeq);
        json.Member("count", record.OtherCount);
        json.EndObject();
    }

    private static void WriteEvidence(MessageWriter json, AlarmRecord record)
    {
        json.Name("evidence");
        json.BeginObject();
        for (int field = 0; field < FaultCatalogue.EvidenceFields; field++)
        {
            int signal = record.EvidenceSignal(field);
            if (signal != Signal.None)
            {
                ReadingWriter.Write(json, signal, record.EvidenceReason(field), record.EvidenceValue(field));
            }
        }

        json.EndObject();
    }
}
