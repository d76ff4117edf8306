using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Texts.Tests.Areas;

namespace Texts.Tests;

/// <summary>What holds for the site beyond the whole book. Half of its faults are repaired at the console or by telephone, so these count as places.</summary>
[TestClass]
public sealed class SiteTests
{
    // The part that a technician brings to a fault, as the texts were written for; those of the other codes need none of ours.
    private static readonly (int Code, string Part)[] Parts =
    {
        (401, "PIP-SEAL"), (402, "STR-SCREEN"), (403, "PIP-SEAL"), (404, "PIP-SEAL"), (405, "VLV-MOT"), (406, "PIP-SEAL"), (407, "STR-SCREEN"),
        (408, "TRD-PRES"), (409, "TRD-LEVEL"), (501, "SWI-DOOR"), (502, "KEY-SEAL"), (503, "RDR-CARD"), (504, "CON-PUMP"),
        (601, "RTR-LINK"), (604, "ANT-WIFI"), (606, "RTC-CLOCK"), (607, "RTC-CLOCK"), (610, "PSU-12V"), (701, "CTL-ESP32"), (704, "CTL-ESP32"),
        (803, "CTL-ESP32"), (901, "BAT-12V"), (902, "CTL-ESP32"), (903, "CTL-ESP32"), (904, "CTL-ESP32"), (905, "CTL-ESP32"), (906, "CTL-ESP32"),
        (907, "PSU-12V"),
    };

    private static readonly Regex Reference = new(@"(?:按|treat |by |2: |blink: )\s?([4-9]\d\d|[1-3]\d\d)(?!\d)");
    private static readonly Regex OtherPlace = new("status|faults|counters|selftest|clock|config|服务中心|服务热线|hotline|centre", RegexOptions.IgnoreCase);
    private static readonly Regex NextStep = new(@"第 (\d+) 步|step (\d+)");

    private static IEnumerable<FaultPage> Pages => SiteArea.Chinese.Pages.Concat(SiteArea.English.Pages);

    [TestMethod]
    public void EveryStepBetweenTheFirstAndTheLastSaysWhere()
    {
        Findings.None(
            Pages.SelectMany(page => page.Steps.Skip(1).SkipLast(1).Where(step => !HasPlace(step)).Select(step => $"{page.Code}: {step}")),
            "a terminal, a module, a label, the console or the telephone");
    }

    [TestMethod]
    public void TheRemedySaysWhenThePartIsFitted()
    {
        Findings.None(
            Parts.SelectMany(row => Pages.Where(page => page.Code == row.Code && !Notation.ModulesIn(page.Remedy).Contains(row.Part)).Select(page => $"{row.Code}: {row.Part}")),
            "the part brought is named");
    }

    [TestMethod]
    public void AStepThatIsNamedExists()
    {
        Findings.None(
            Pages.SelectMany(page => NextStep.Matches(page.Remedy).Select(match => match.Groups[1].Value + match.Groups[2].Value)
                .Where(step => int.Parse(step) < 1 || int.Parse(step) > page.Steps.Length).Select(step => $"{page.Code}: step {step}")),
            "a step of the same page");
    }

    [TestMethod]
    public void AnotherFaultThatIsNamedIsInTheBook()
    {
        List<string> codes = Books.ChineseTitles.Keys.Select(code => code.ToString()).ToList();
        List<string> named = Pages.SelectMany(page => Reference.Matches(page.Remedy).Select(match => match.Groups[1].Value)).ToList();
        Assert.IsGreaterThan(20, named.Count, "the search finds nothing any more");
        Findings.None(named.Except(codes), "a code of the catalogue");
    }

    [TestMethod]
    public void CodesOfOtherAreasAndUnknownOnesHaveNoText()
    {
        foreach (int code in new[] { -1, 0, 101, 310, 400, 410, 505, 608, 609, 611, 706, 806, 908 })
        {
            Assert.IsNull(Firmware.Texts.Zh.FaultBookSite.Meaning(code));
            Assert.IsNull(Firmware.Texts.Zh.FaultBookSite.Causes(code));
            Assert.IsNull(Firmware.Texts.En.FaultBookSite.Remedy(code));
        }
    }

    [TestMethod]
    public void NoTwoCodesShareAPage()
    {
        Findings.None(
            Pages.GroupBy(page => page.Meaning).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(page => page.Code))),
            "one page a code");
    }

    private static bool HasPlace(string step)
    {
        return Notation.TerminalsIn(step).Concat(Notation.ModulesIn(step)).Concat(Notation.LabelsIn(step)).Any() || OtherPlace.IsMatch(step);
    }
}
