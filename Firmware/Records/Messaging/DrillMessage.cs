using Firmware.Core.Service;

namespace Firmware.Records.Messaging;

/// <summary>Writes a kept drill as the <c>drill</c> object of PROTOCOL.md.</summary>
public static class DrillMessage
{
    /// <summary>Adds the drill as it is sent now, in start <paramref name="boot"/>.</summary>
    public static void Write(MessageWriter json, AlarmRecord record, UnitClock clock, int boot, long nowMs)
    {
        json.BeginObject();
        json.Member("v", 1);
        json.MemberId("id", record.Epoch, record.Seq);
        AlarmMessage.WriteStamp(json, "raised", record, record.OnsetMs, record.OnsetUnix, clock, boot);
        AlarmMessage.WriteStamp(json, "confirmed", record, record.ConfirmedMs, record.ConfirmedUnix, clock, boot);
        Stamp.Write(json, "sent", clock.UnixAt(nowMs), boot, nowMs);
        json.Member("time", Stamp.NameOf(clock.QualityAt(nowMs)));
        json.EndObject();
    }
}
