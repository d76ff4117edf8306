using Firmware.Core.Faults;
using Firmware.Core.Ports;
using Firmware.Inspection.Items;
using Firmware.Inspection.Meters;
using Firmware.Inspection.Planning;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Inspection;

/// <summary>
/// Writes a kept report as the <c>inspection</c> objects of PROTOCOL.md: a first part that says what it was and what came of it, then parts of
/// <see cref="ItemsPerPart"/> items. Every part ends with its seal (<see cref="ReportSeal"/>).
/// </summary>
public static class ReportMessage
{
    /// <summary>Longest part, bytes: 142 around the items with their seal, 172 for the longest item.</summary>
    public const int MaxBytes = 1024;

    /// <summary>Items of a part: five of the longest fit.</summary>
    public const int ItemsPerPart = 5;

    /// <summary>Parts of a report of so many items.</summary>
    public static int Parts(int items) => 1 + ((items + ItemsPerPart - 1) / ItemsPerPart);

    /// <summary>Items of the run itself: what is only remembered from earlier runs is open.</summary>
    public static int Items(byte[] record, int count)
    {
        int items = 0;
        for (int i = 0; i < RunRecord.CountOf(record, count); i++)
        {
            items += ResultAt(record, i) == ItemResult.Open ? 0 : 1;
        }

        return items;
    }

    /// <summary>Writes a part, from 0, of a valid record.</summary>
    public static void Write(MessageWriter json, byte[] record, int count, int part, Checklist checklist, FaultCatalogue catalogue, ReportSeal seal)
    {
        int at = Record.BodyAt;
        int epoch = Bytes.Get32(record, at + 28);
        int firstSeq = Bytes.Get32(record, at + 32);
        int items = Items(record, count);
        json.Reset();
        json.BeginObject();
        json.Member("v", 1);
        json.MemberId("id", epoch, firstSeq + part);
        json.Member("kind", "report");
        json.MemberId("report", epoch, firstSeq);
        json.Member("part", part + 1);
        json.Member("parts", Parts(items));
        if (part == 0)
        {
            WriteHead(json, record, count, items, catalogue);
        }
        else
        {
            WriteItems(json, record, count, part, checklist);
        }

        seal.Write(json);
        json.EndObject();
    }

    /// <summary>The plans of a set, as an array of names.</summary>
    public static void WritePlans(MessageWriter json, int plans)
    {
        json.Name("plans");
        json.BeginArray();
        for (int plan = 0; plan < Plan.Count; plan++)
        {
            if (Plan.IsIn(plan, plans))
            {
                json.Text(Plan.NameOf(plan));
            }
        }

        json.EndArray();
    }

    /// <summary>A moment in Unix seconds, null where no clock was trusted.</summary>
    public static void WriteUnix(MessageWriter json, string name, long unix)
    {
        if (unix == 0)
        {
            json.MemberNull(name);
        }
        else
        {
            json.Member(name, unix);
        }
    }

    private static void WriteHead(MessageWriter json, byte[] record, int count, int items, FaultCatalogue catalogue)
    {
        int at = Record.BodyAt;
        json.Member("number", Bytes.Get16(record, at + 24));
        WritePlans(json, record[at]);
        json.Member("by", NameOf((Starter)record[at + 1]));
        json.Member("person", Bytes.Get32(record, at + 4));
        WriteUnix(json, "began", Bytes.Get64(record, at + 8));
        WriteUnix(json, "ended", Bytes.Get64(record, at + 16));
        json.Member("interrupted", (record[at + 2] & 2) != 0);
        json.Member("items", items);
        json.Member("passed", Count(record, count, ItemResult.Pass));
        json.Member("failed", Count(record, count, ItemResult.Fail));
        json.Member("not_tested", Count(record, count, ItemResult.NotTested));
        json.Member("not_fitted", Count(record, count, ItemResult.NotFitted));
        WriteFaults(json, record, catalogue);
        WriteMeters(json, record, count);
    }

    /// <summary>What the run and the technician did with the meters; left out where nothing was done.</summary>
    private static void WriteMeters(MessageWriter json, byte[] record, int count)
    {
        if (RunRecord.VerifiedLitres(record, count) != 0)
        {
            json.Member("reference_l", RunRecord.VerifiedLitres(record, count));
            json.Member("flow_ml_s", RunRecord.VerifiedFlow(record, count));
            json.Member("meter", NameOfMeter(RunRecord.VerifiedMeter(record, count)));
        }

        int swaps = RunRecord.SwapsOf(record, count);
        if (swaps == 0)
        {
            return;
        }

        json.Name("swaps");
        json.BeginArray();
        for (int index = 0; index < swaps; index++)
        {
            WriteSwap(json, record, RunRecord.SwapAt(record, count, index));
        }

        json.EndArray();
    }

    private static void WriteSwap(MessageWriter json, byte[] record, int at)
    {
        json.BeginObject();
        json.Member("meter", NameOfMeter(record[at + 6]));
        WriteUnix(json, "at", Bytes.Get32(record, at) & 0xFFFFFFFFL);
        json.Member("person", Bytes.Get16(record, at + 4));
        if (record[at + MeterBook.OldAt] != 0)
        {
            json.Member("old", TextOf(record, at + MeterBook.OldAt));
            json.Member("last_l", Bytes.Get32(record, at + MeterBook.LastAt));
        }

        json.Member("new", TextOf(record, at + MeterBook.NewAt));
        json.Member("first_l", Bytes.Get32(record, at + MeterBook.FirstAt));
        json.Member("seal", TextOf(record, at + MeterBook.SealAt));
        json.Member("valid", Bytes.Get32(record, at + MeterBook.ValidAt));
        json.EndObject();
    }

    private static string NameOfMeter(int meter) => meter == MeterBook.Bus ? "bus" : "pulse";

    private static byte[] TextOf(byte[] record, int at)
    {
        var text = new byte[MeterBook.LengthOf(record, at)];
        System.Array.Copy(record, at, text, 0, text.Length);
        return text;
    }

    /// <summary>The worst faults that were raised, and the parts to replace for them.</summary>
    private static void WriteFaults(MessageWriter json, byte[] record, FaultCatalogue catalogue)
    {
        json.Name("faults");
        json.BeginArray();
        for (int i = 0; i < RunRecord.Faults && FaultAt(record, i) != 0; i++)
        {
            json.Number(FaultAt(record, i));
        }

        json.EndArray();
        json.Name("replace");
        json.BeginArray();
        for (int i = 0; i < RunRecord.Faults && FaultAt(record, i) != 0; i++)
        {
            int row = catalogue.RowOf(FaultAt(record, i));
            if (row >= 0 && catalogue.Part(row) != FaultParts.None)
            {
                json.Text(catalogue.Part(row));
            }
        }

        json.EndArray();
    }

    private static void WriteItems(MessageWriter json, byte[] record, int count, int part, Checklist checklist)
    {
        int skip = (part - 1) * ItemsPerPart;
        int written = 0;
        json.Name("items");
        json.BeginArray();
        for (int i = 0; i < RunRecord.CountOf(record, count) && written < ItemsPerPart; i++)
        {
            if (ResultAt(record, i) != ItemResult.Open && skip-- <= 0)
            {
                WriteItem(json, record, RunRecord.ItemAt(i), checklist);
                written++;
            }
        }

        json.EndArray();
    }

    private static void WriteItem(MessageWriter json, byte[] record, int at, Checklist checklist)
    {
        int flags = Bytes.Get16(record, at + RunRecord.UncertaintyAt);
        var result = (ItemResult)(record[at + 1] >> 4);
        json.BeginObject();
        json.Member("item", ItemName.Of(record[at]));
        json.Member("result", NameOf(result));
        if (result == ItemResult.NotTested)
        {
            json.Member("why", NameOf((ItemReason)(record[at + 1] & 15)));
        }

        int row = checklist.RowOf(record[at]);
        if ((flags & RunRecord.HasValueBit) != 0 && row >= 0)
        {
            json.Member("value", Bytes.Get24(record, at + RunRecord.ValueAt));
            json.Member("pm", flags & RunRecord.MaxUncertainty);
            WriteLimits(json, checklist, row);
        }

        if ((flags & RunRecord.HadValueBit) != 0)
        {
            json.Member("was", Bytes.Get24(record, at + RunRecord.BeforeAt));
        }

        json.EndObject();
    }

    private static void WriteLimits(MessageWriter json, Checklist checklist, int row)
    {
        if (checklist.Low(row) != Checklist.NoLow)
        {
            json.Member("low", checklist.Low(row));
        }

        if (checklist.High(row) != Checklist.NoHigh)
        {
            json.Member("high", checklist.High(row));
        }

        if (checklist.Unit(row) != ItemUnit.One)
        {
            json.Member("unit", ItemUnit.NameOf(checklist.Unit(row)));
        }
    }

    private static int FaultAt(byte[] record, int index) => Bytes.Get16(record, Record.BodyAt + 36 + (2 * index));

    private static ItemResult ResultAt(byte[] record, int index) => (ItemResult)(record[RunRecord.ItemAt(index) + 1] >> 4);

    private static int Count(byte[] record, int count, ItemResult result)
    {
        int found = 0;
        for (int i = 0; i < RunRecord.CountOf(record, count); i++)
        {
            found += ResultAt(record, i) == result ? 1 : 0;
        }

        return found;
    }

    /// <summary>The name of who starts a run on the wire.</summary>
    public static string NameOf(Starter by)
    {
        return by switch
        {
            Starter.Schedule => "schedule",
            Starter.Button => "button",
            Starter.Console => "console",
            _ => "visit",
        };
    }

    /// <summary>The name of a result on the wire.</summary>
    public static string NameOf(ItemResult result)
    {
        return result switch
        {
            ItemResult.Pass => "pass",
            ItemResult.Fail => "fail",
            ItemResult.NotFitted => "not-fitted",
            _ => "not-tested",
        };
    }

    /// <summary>The name of a reason on the wire.</summary>
    public static string NameOf(ItemReason reason)
    {
        return reason switch
        {
            ItemReason.NobodyThere => "nobody-there",
            ItemReason.Declined => "declined",
            ItemReason.Skipped => "skipped",
            ItemReason.TimedOut => "timed-out",
            ItemReason.StoppedByKey => "stopped-by-key",
            ItemReason.StoppedByDoor => "stopped-by-door",
            ItemReason.StoppedByFault => "stopped-by-fault",
            ItemReason.Interrupted => "interrupted",
            ItemReason.Aborted => "aborted",
            ItemReason.Irrigating => "irrigating",
            ItemReason.NotSafe => "not-safe",
            ItemReason.NoReading => "no-reading",
            ItemReason.TooUncertain => "too-uncertain",
            ItemReason.VolumeTooSmall => "volume-too-small",
            ItemReason.NothingToCompare => "nothing-to-compare",
            _ => "none",
        };
    }
}
