using Firmware.Console;

namespace Firmware.Texts.En;

/// <summary>The page of the lamps, in English. Its times are those of <c>StatusLeds</c>, <c>FaultNumber</c> and <c>PushButton</c>.</summary>
public static class LampTexts
{
    /// <summary>A phrase of <see cref="LampPhrase"/>, null where it is none.</summary>
    public static string Say(int phrase)
    {
        return phrase switch
        {
            LampPhrase.Level => "Level lamp\tmeaning\nsteady\thealthy\nfast, twice a second\tlevel 1: service interrupted\ntwo flashes every 2 s\tlevel 2: danger of it\none flash every 2 s\tlevel 3: service degraded\none flash every 6 s\tlevel 4: indirect\ndark\tno power",
            LampPhrase.Link => "Link lamp\tmeaning\nsteady\tthe service centre has answered\ntwo flashes every 2 s\tbroker reached, the centre has not answered yet\none flash every 2 s\tnetwork only\ndark\tno network",
            LampPhrase.Power => "Power lamp (if fitted)\tmeaning\nsteady\texternal supply there\none flash every 2 s\ton battery",
            LampPhrase.Number => "Fault number\thow the level lamp shows it\nbegin and end\tdark for 3 s\ndigits 1 to 9\tso many short flashes, 0.3 s on and 0.3 s off\ndigit 0\tone long flash of 1.5 s\nbetween two digits\tdark for 1.5 s\nwhen\tthe worst fault by itself every minute; at once when the button is pressed, and another press shows the next fault",
            LampPhrase.Button => "Button held for\twhat the lamps show, and what follows\nshort\tlevel lamp dark; after the release the number of the next fault, as usual where there is none\n3 s\tall lit; after the release all flash together for 5 s, then the self-test begins\n8 s\tall dark; after the release level and link lamp flash in turn for 5 s, then the inspection begins (only what moves nothing)\n15 s and more\tas usual; nothing happens\npressed in the 5 s\ttaken back: nothing happens\nin an inspection\tany press stops the pump, and nothing else happens",
            LampPhrase.Codes => "no.\tflashes\tlevel\tfault",
            LampPhrase.Long => "long",
            _ => null,
        };
    }
}
