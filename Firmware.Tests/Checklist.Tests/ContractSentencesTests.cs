using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Firmware.Core.Contracts;
using Firmware.Inspection.Items;

namespace Checklist.Tests;

/// <summary>Each sentence of the contracts' table (service contracts §4) with the items that carry it out, each with the one file in which it stands: the source itself is looked at.</summary>
[TestClass]
public class ContractSentencesTests
{
    [TestMethod]
    [DataRow("external supply in range", "1:SupplyAtRestItem 2:SupplyUnderLoadItem 3:ItemRun 4:BatteryItem")]
    [DataRow("running voltage and current in rated range", "5:PumpVoltageItem 6:PumpCurrentItem")]
    [DataRow("supply line", "50:AttestItem")]
    [DataRow("connections tightened", "51:AttestItem")]
    [DataRow("set-points checked and adjusted", "36:SetPointsItem")]
    [DataRow("earth resistance, insulation", "52:EnterValueItem 53:EnterValueItem")]
    [DataRow("protection functions tried", "18:StopPumpItem 19:DryRunStopItem 20:ItemRun 21:ItemRun 22:ItemRun")]
    [DataRow("start, watch, record operating parameters; report what to repair or replace", "40:TrialRunItem 8:ContactorItem 9:ContactorItem 10:ContactorMirrorItem 11:ValveTravelItem 12:ValveTravelItem")]
    [DataRow("state of each main component; of pipes and fittings", "54:AttestItem 55:AttestItem")]
    [DataRow("fault records evaluated, parts to replace listed", "37:FaultsItem")]
    [DataRow("pressure, bleed and top up", "26:PressureItem 27:PressureItem 56:AttestItem")]
    [DataRow("thermometer and pressure gauge themselves work", "28:PressureGaugeItem 29:ItemRun")]
    [DataRow("water clean, strainer clean, drain free", "57:AttestItem 58:AttestItem 59:AttestItem")]
    [DataRow("leak in the water system", "23:FlowAtRestItem 60:AttestItem")]
    [DataRow("check valve and stop valve work", "25:CheckValveItem 61:AttestItem")]
    [DataRow("pipe insulation", "62:AttestItem")]
    [DataRow("pump running state, flow-switch state", "24:FlowRunningItem")]
    [DataRow("abnormal noise", "63:AttestItem")]
    [DataRow("cleaning, appearance, labels, enclosure", "64:AttestItem 70:AttestItem 65:AttestItem 16:WorkedContactItem")]
    [DataRow("meter against a reference volume", "38:MeterVerificationItem 14:PulsesPerLitreItem 42:MeterValidItem")]
    [DataRow("communication, signal, clock, storage", "15:BusErrorsItem 32:ItemRun 33:CentreAnswersItem 31:ClockErrorItem 34:StorageItem")]
    [DataRow("hidden fault sources looked for and removed", "39:FaultsItem")]
    public void ASentence_IsCarriedOutByItsFiles(string sentence, string itemsAndFiles)
    {
        string folder = Items();
        string source = File.ReadAllText(Path.Combine(folder, "Procedure.cs"));
        var checklist = new Firmware.Inspection.Checklist(new Settings());
        foreach (string[] pair in itemsAndFiles.Split(' ').Select(pair => pair.Split(':')))
        {
            int row = checklist.RowOf(int.Parse(pair[0]));
            Assert.IsGreaterThanOrEqualTo(0, row, $"{sentence}: there is no item {pair[0]}");
            Assert.IsTrue(File.Exists(Path.Combine(folder, pair[1] + ".cs")), $"{sentence}: {pair[1]}.cs");
            Assert.AreEqual(pair[1], CarriedOutBy(source, checklist.ProcedureOf(row)), $"{sentence}: item {pair[0]}");
        }
    }

    /// <summary>The class that the dispatch in the source names for a procedure; what it judges by a reading alone stands in ItemRun itself.</summary>
    private static string CarriedOutBy(string source, byte procedure)
    {
        string name = typeof(Procedure).GetFields(BindingFlags.Public | BindingFlags.Static).Single(field => field.IsLiteral && field.Name != "Count" && (byte)field.GetRawConstantValue() == procedure).Name;
        string named = Regex.Match(source, $@"case {name}: (\w+)\.").Groups[1].Value;
        return named.Length == 0 ? "AttestItem" : named == "run" ? "ItemRun" : named;
    }

    private static string Items()
    {
        DirectoryInfo at = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Firmware.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at.FullName, "Firmware", "Inspection", "Items");
    }
}
