using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Records.Messaging;

namespace Firmware.Inspection.Visits;

/// <summary>Writes a visit that is over as the <c>visit</c> object of PROTOCOL.md.</summary>
public static class VisitMessage
{
    /// <summary>Longest message, bytes: 690 around the lists, 119 a fault, 88 a reference value, and texts of which every byte needs an escape.</summary>
    public const int MaxBytes = 2048;

    /// <summary>Writes the visit as it is sent now, in start <paramref name="boot"/>.</summary>
    public static void Write(MessageWriter json, VisitRecord visit, UnitClock clock, int boot, long nowMs)
    {
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.MemberId("id", visit.Epoch, visit.Seq);
        json.Member("number", visit.Number);
        json.Member("person", visit.Person);
        json.Member("by", visit.Evidence == VisitEvidence.Card ? "card" : "login");
        json.Member("ending", visit.Ending == VisitEnding.TimedOut ? "timed-out" : "left");
        WriteStamp(json, "arrived", visit, false, clock, boot);
        WriteStamp(json, "left", visit, true, clock, boot);
        Stamp.Write(json, "sent", clock.UnixAt(nowMs), boot, nowMs);
        json.Member("time", Stamp.NameOf(clock.QualityAt(nowMs)));
        json.Member("level_before", visit.LevelBefore);
        json.Member("level_after", visit.LevelAfter);
        WriteFaults(json, visit);
        WriteTexts(json, visit);
        WriteReferences(json, visit);
        WriteCheck(json, visit);
        WriteConfirmation(json, visit);
        json.EndObject();
    }

    /// <summary>The name of a stage on the wire.</summary>
    public static string NameOf(FaultStage stage)
    {
        return stage switch
        {
            FaultStage.Pending => "pending",
            FaultStage.Active => "active",
            FaultStage.Latched => "latched",
            FaultStage.Cleared => "cleared",
            FaultStage.Repaired => "repaired",
            FaultStage.Verified => "verified",
            _ => "healthy",
        };
    }

    private static string NameOf(Declaration declared)
    {
        return declared switch
        {
            Declaration.Repaired => "repaired",
            Declaration.Unrepaired => "unrepaired",
            Declaration.Replaced => "replaced",
            _ => "none",
        };
    }

    /// <summary>What was stamped without a clock gets its time as soon as there is one in the same start.</summary>
    private static void WriteStamp(MessageWriter json, string name, VisitRecord visit, bool left, UnitClock clock, int boot)
    {
        long unix = visit.UnixOf(left);
        unix = unix == 0 && visit.BootOf(left) == boot ? clock.UnixAt(visit.UptimeOf(left)) : unix;
        Stamp.Write(json, name, unix, visit.BootOf(left), visit.UptimeOf(left));
    }

    private static void WriteFaults(MessageWriter json, VisitRecord visit)
    {
        json.Name("faults");
        json.BeginArray();
        for (int i = 0; i < visit.Faults; i++)
        {
            json.BeginObject();
            json.Member("code", visit.CodeOf(i));
            json.Member("level", visit.LevelOf(i));
            json.Member("occurrence", visit.OccurrenceOf(i));
            json.Member("before", NameOf(visit.BeforeOf(i)));
            json.Member("after", NameOf(visit.AfterOf(i)));
            json.Member("declared", NameOf(visit.DeclaredOf(i)));
            json.Member("owed", visit.OwedOf(i));
            json.EndObject();
        }

        json.EndArray();
        json.Member("more", visit.More);
    }

    private static void WriteTexts(MessageWriter json, VisitRecord visit)
    {
        json.Name("notes");
        json.BeginArray();
        for (int text = visit.FirstText; visit.IsText(text); text = visit.NextText(text))
        {
            if (visit.PiecesOf(text) == 0)
            {
                json.Text(visit.Buffer, visit.StartOf(text), visit.NextText(text));
            }
        }

        json.EndArray();
        json.Name("parts");
        json.BeginArray();
        for (int text = visit.FirstText; visit.IsText(text); text = visit.NextText(text))
        {
            if (visit.PiecesOf(text) != 0)
            {
                json.BeginObject();
                json.Name("part");
                json.Text(visit.Buffer, visit.StartOf(text), visit.NextText(text));
                json.Member("pieces", visit.PiecesOf(text));
                json.EndObject();
            }
        }

        json.EndArray();
    }

    private static void WriteReferences(MessageWriter json, VisitRecord visit)
    {
        json.Name("references");
        json.BeginArray();
        for (int i = 0; i < visit.References; i++)
        {
            json.BeginObject();
            json.Member("reading", Signal.NameOf(visit.SignalOf(i)));
            json.Member("reference", visit.ReferenceOf(i));
            if (visit.ReasonOf(i) == 0)
            {
                json.Member("indicated", visit.IndicatedOf(i));
            }
            else
            {
                json.Member("indicated", ReadingWriter.NameOf((NoDataReason)visit.ReasonOf(i)));
            }

            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteCheck(MessageWriter json, VisitRecord visit)
    {
        json.Name("check");
        json.BeginObject();
        json.MemberId("report", visit.CheckEpoch, visit.CheckSeq);
        json.Member("passed", visit.CheckCount(0));
        json.Member("failed", visit.CheckCount(1));
        json.Member("not_tested", visit.CheckCount(2));
        json.Member("not_fitted", visit.CheckCount(3));
        json.EndObject();
    }

    private static void WriteConfirmation(MessageWriter json, VisitRecord visit)
    {
        json.Name("confirmed");
        json.BeginObject();
        json.Member("by", visit.Confirmation == VisitConfirmation.Card ? "card" : visit.Confirmation == VisitConfirmation.Code ? "code" : "nobody");
        if (visit.Confirmation != VisitConfirmation.Nobody)
        {
            json.Member(visit.Confirmation == VisitConfirmation.Card ? "card" : "code", (uint)visit.ConfirmedWith);
            ReportMessage.WriteUnix(json, "at", visit.ConfirmedUnix);
        }

        json.EndObject();
        if (visit.GradeOf(0) != 0)
        {
            json.Name("grades");
            json.BeginObject();
            json.Member("attitude", visit.GradeOf(0));
            json.Member("technique", visit.GradeOf(1));
            json.Member("arrival", visit.GradeOf(2));
            json.Member("handling", visit.GradeOf(3));
            json.EndObject();
        }
    }
}
