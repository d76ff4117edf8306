using System;
using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint;

/// <summary>What an assembly is, which decides the rules that hold for it.</summary>
[Flags]
public enum Layers
{
    /// <summary>Pure code: knows no hardware, has no mutable statics.</summary>
    Core = 1,

    /// <summary>Code that may name nanoFramework packages: Device and the boards.</summary>
    Device = 2,

    /// <summary>A test assembly for the device.</summary>
    Tests = 4,

    /// <summary>Device or a board compiled for net10.0.</summary>
    Host = 8,

    /// <summary>All firmware that ships.</summary>
    Firmware = Core | Device,

    /// <summary>All that runs on the device.</summary>
    Nano = Firmware | Tests,
}

/// <summary>One row of the rule table.</summary>
/// <param name="Id">Number that is never reused.</param>
/// <param name="Title">What is refused.</param>
/// <param name="Instead">What to write instead; ends every message.</param>
/// <param name="Layers">Where it holds.</param>
/// <param name="Check">Finds all that breaks it.</param>
public sealed record Rule(string Id, string Title, string Instead, Layers Layers, Func<LintTarget, IEnumerable<Finding>> Check);

/// <summary>One place that breaks a rule.</summary>
/// <param name="What">The offending thing, by name.</param>
/// <param name="Member">Method, type or field that holds it; null for the assembly as a whole.</param>
/// <param name="At">The instruction, when there is one.</param>
public sealed record Finding(string What, IMemberDefinition Member = null, Instruction At = null);
