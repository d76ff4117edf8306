using System.Collections.Generic;

namespace Texts.Tests.Areas;

/// <summary>Power, meters, pump and valve: codes 1xx to 3xx.</summary>
public static class PlantArea
{
    /// <summary>The codes of the area with their Chinese titles.</summary>
    public static readonly IReadOnlyDictionary<int, string> ChineseTitles = new Dictionary<int, string>
    {
        [101] = "外部供电中断",
    };

    /// <summary>The Chinese book.</summary>
    public static FaultBook Chinese => FaultBook.Read(
        "Plant",
        typeof(Firmware.Texts.Zh.FaultBookPlant),
        ChineseTitles.Keys,
        Firmware.Texts.Zh.FaultTexts.Title,
        Firmware.Texts.Zh.FaultBookPlant.Meaning,
        Firmware.Texts.Zh.FaultBookPlant.Causes,
        Firmware.Texts.Zh.FaultBookPlant.Remedy);

    /// <summary>The English book.</summary>
    public static FaultBook English => FaultBook.Read(
        "Plant",
        typeof(Firmware.Texts.En.FaultBookPlant),
        ChineseTitles.Keys,
        Firmware.Texts.En.FaultTexts.Title,
        Firmware.Texts.En.FaultBookPlant.Meaning,
        Firmware.Texts.En.FaultBookPlant.Causes,
        Firmware.Texts.En.FaultBookPlant.Remedy);
}
