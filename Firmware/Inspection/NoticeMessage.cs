using Firmware.Inspection.Planning;
using Firmware.Records.Messaging;

namespace Firmware.Inspection;

/// <summary>Writes a notice: an inspection is due soon, and what will be done (contract D: told 3–5 days before, and again 1–2 days before).</summary>
public static class NoticeMessage
{
    private const int MinuteSeconds = 60;

    /// <summary>Writes the notice of the next visit.</summary>
    public static void Write(MessageWriter json, int epoch, int seq, Schedule schedule, Checklist checklist)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.MemberId("id", epoch, seq);
        json.Member("kind", "notice");
        ReportMessage.WriteUnix(json, "due", schedule.Calendar.Dated ? schedule.VisitAt * (long)MinuteSeconds : 0);
        json.Member("days_left", schedule.DaysLeft);
        ReportMessage.WritePlans(json, schedule.VisitPlans);
        json.Name("items");
        json.BeginArray();
        for (int row = 0; row < checklist.Count; row++)
        {
            if ((checklist.Plans(row) & schedule.VisitPlans) != 0)
            {
                json.Number(checklist.Number(row));
            }
        }

        json.EndArray();
        json.EndObject();
    }
}
