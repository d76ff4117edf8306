using Firmware.Core.Faults;
using Firmware.Inspection;
using Firmware.Records;

namespace Firmware.Console;

/// <summary>The texts of one language. They live in assemblies of their own, one a language, because an assembly holds at most 65,535 bytes of strings.</summary>
public abstract class Texts
{
    /// <summary>Title of a fault, null where the code is unknown.</summary>
    public abstract string Title(int code);

    /// <summary>What the unit saw and what it means, null where the code is unknown.</summary>
    public abstract string Meaning(int code);

    /// <summary>Causes, most likely first, a line each; null where the code is unknown.</summary>
    public abstract string Causes(int code);

    /// <summary>Steps in their order, a line each: the first makes it safe, the last proves the cure; null where the code is unknown.</summary>
    public abstract string Remedy(int code);

    /// <summary>Name of a reading for people.</summary>
    public abstract string Reading(int signal);

    /// <summary>Name of a module by its code on the board's list (<see cref="FaultParts"/>); null where it is not on it.</summary>
    public abstract string Module(string code);

    /// <summary>A phrase of the console, numbered as in <see cref="Phrase"/>.</summary>
    public abstract string Say(int phrase);

    /// <summary>What a form of a command does, as in <see cref="CommandTable"/>; one line.</summary>
    public abstract string Help(int command);

    /// <summary>How to see that it worked; one or two sentences.</summary>
    public abstract string Proof(int command);

    /// <summary>What a person calls an argument, as in <see cref="Console.Argument"/>.</summary>
    public abstract string Argument(int kind);

    /// <summary>Title of an item of the inspection's checklist, by its number; null where there is none.</summary>
    public abstract string Item(int number);

    /// <summary>Title of an item of the checklist; its name on the wire where this language has none.</summary>
    public string ItemTitle(int number) => Item(number) ?? ItemName.Of(number);

    /// <summary>How an item of the checklist is carried out; null where there is none.</summary>
    public abstract string ItemHow(int number);

    /// <summary>What a setting means, by its number (<see cref="Core.Contracts.SettingKey"/>); null where there is none.</summary>
    public abstract string Setting(int key);
}
