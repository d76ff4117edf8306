using System.Collections.Generic;
using System.Linq;
using Texts.Tests.Areas;

namespace Texts.Tests;

/// <summary>What holds for the plant beyond the whole book: there is always something to measure, at a place with a label.</summary>
[TestClass]
public sealed class PlantTests
{
    // The part that a technician brings to a fault, as the texts were written for; none where nothing of ours can be broken.
    private static readonly (int Code, string Part)[] Parts =
    {
        (102, "BAT-12V"), (103, "PSU-12V"), (104, "PSU-12V"), (105, "BAT-12V"), (106, "PSU-12V"),
        (201, "MTR-PULSE"), (202, "MTR-BUS"), (203, "CBL-485"), (204, "MTR-BUS"), (205, "MTR-PULSE"), (206, "VLV-CHK"), (207, "MTR-BUS"),
        (208, "CBL-PULSE"), (209, "PWR-METER"), (210, "MTR-BUS"),
        (301, "CON-PUMP"), (302, "CON-PUMP"), (303, "VLV-MOT"), (304, "VLV-MOT"), (305, "PMP-SET"), (306, "PMP-SET"), (307, "CON-PUMP"),
        (308, "CON-PUMP"), (309, "SWI-SEL"), (310, "PWR-METER"), (311, "CON-PUMP"),
    };

    private static IEnumerable<FaultPage> Pages => PlantArea.Chinese.Pages.Concat(PlantArea.English.Pages);

    [TestMethod]
    public void EveryStepBetweenTheFirstAndTheLastIsAtALabelledPlace()
    {
        Findings.None(
            Pages.SelectMany(page => page.Steps.Skip(1).SkipLast(1).Where(step => !HasPlace(step)).Select(step => $"{page.Code}: {step}")),
            "a terminal, a module or a label");
    }

    [TestMethod]
    public void ARemedyHasAtLeastTwoStepsWithAValue()
    {
        Findings.None(Pages.Where(page => page.Steps.Count(Notation.HasValue) < 2).Select(page => $"{page.Code}: {page.Remedy}"), "at least two values");
    }

    [TestMethod]
    public void TheRemedySaysWhenThePartIsFitted()
    {
        Findings.None(
            Parts.SelectMany(row => Pages.Where(page => page.Code == row.Code && !Notation.ModulesIn(page.Remedy).Contains(row.Part)).Select(page => $"{row.Code}: {row.Part}")),
            "the part brought is named");
    }

    [TestMethod]
    public void CodesOfOtherAreasAndUnknownOnesHaveNoText()
    {
        foreach (int code in new[] { -1, 0, 100, 107, 200, 211, 300, 312, 401, 901 })
        {
            Assert.IsNull(Firmware.Texts.Zh.FaultBookPlant.Meaning(code));
            Assert.IsNull(Firmware.Texts.Zh.FaultBookPlant.Causes(code));
            Assert.IsNull(Firmware.Texts.En.FaultBookPlant.Remedy(code));
        }
    }

    [TestMethod]
    public void NoTwoCodesShareAPage()
    {
        Findings.None(
            PlantArea.Chinese.Pages.GroupBy(page => page.Meaning).Concat(PlantArea.English.Pages.GroupBy(page => page.Meaning))
                .Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(page => page.Code))),
            "one page a code");
    }

    private static bool HasPlace(string step)
    {
        return Notation.TerminalsIn(step).Concat(Notation.ModulesIn(step)).Concat(Notation.LabelsIn(step)).Any();
    }
}
