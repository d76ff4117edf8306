using System;
using System.Collections.Generic;
using System.Linq;
using Firmware.Core.Contracts;
using Firmware.Records;
using Tools.SiteSimulator;

namespace Tools.Accuracy;

/// <summary>In which state of the pump a fault can show.</summary>
public enum Shown
{
    /// <summary>In any.</summary>
    Always,

    /// <summary>While water is asked for.</summary>
    Running,

    /// <summary>While no water is asked for.</summary>
    AtRest,
}

/// <summary>What the site does when the fault comes.</summary>
[Flags]
public enum Conditions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The pump has run for three minutes.</summary>
    Steady = 1,

    /// <summary>The pump starts, within 3 s.</summary>
    Starting = 2,

    /// <summary>The pump stops, within 2 s.</summary>
    Stopping = 4,

    /// <summary>The pump is at rest.</summary>
    Rest = 8,

    /// <summary>At a site with much more noise than a sound one: as steady, or as rest where the fault is not tried steady.</summary>
    Noisy = 16,

    /// <summary>Every one.</summary>
    All = Steady | Starting | Stopping | Rest | Noisy,
}

/// <summary>How large a fault is at a site.</summary>
/// <param name="Draw">The size; draws are from the trial's source.</param>
/// <param name="Range">The range, in words.</param>
public sealed record Size(Func<Bench, NoiseSource, double?> Draw, string Range)
{
    /// <summary>Evenly from a range.</summary>
    public static Size Between(double low, double high) =>
        new((_, noise) => low + ((high - low) * noise.NextUnit()), FormattableString.Invariant($"{low:#,0.####} – {high:#,0.####}"));
}

/// <summary>One physical change of a case: a fault of the site with its size, or what a person does.</summary>
/// <param name="Name">Fault, or action.</param>
/// <param name="Size">Size at this site, null for the fault's own.</param>
/// <param name="Word">Word of the action; null for a fault.</param>
public sealed record Change(string Name, Size Size = null, string Word = null)
{
    /// <summary>Makes the change.</summary>
    public void Make(IStage stage, NoiseSource noise)
    {
        if (Word == null)
        {
            stage.Inject(Name, Size?.Draw(stage as Bench, noise));
        }
        else
        {
            stage.Do(Name, Word);
        }
    }
}

/// <summary>A fault of the catalogue, as one physical cause brings it about.</summary>
public sealed record FaultCase
{
    /// <summary>Name, that of the site's fault where it is one.</summary>
    public required string Name { get; init; }

    /// <summary>Codes that must be raised, with their level; none where nothing is wrong and nothing may be said. A worse level than the declared one has no place in a trial.</summary>
    public required IReadOnlyList<(int Code, int Level)> Expected { get; init; }

    /// <summary>Codes that are as right where the fitted signals cannot tell two causes apart: one of them, in time and at its level, will do, and is counted apart.</summary>
    public IReadOnlyList<(int Code, int Level)> Or { get; init; } = [];

    /// <summary>Codes that truly follow and need not be raised, each at this level or a milder one. An expected code stands here, too, where a worse level is right for a moment.</summary>
    public IReadOnlyList<(int Code, int Level)> MayFollow { get; init; } = [];

    /// <summary>What is changed at the site.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>What people do afterwards: seconds after the change, action, word.</summary>
    public IReadOnlyList<(double After, string Action, string Word)> Acts { get; init; } = [];

    /// <summary>When the fault can show at all.</summary>
    public Shown Shown { get; init; } = Shown.Always;

    /// <summary>True where the change shows at the site by now; null: at once.</summary>
    public Func<Bench, bool> Shows { get; init; }

    /// <summary>Declared time from the moment that it shows, s, at a site: settling, check, raise time and margin.</summary>
    public required Func<Bench, double> Within { get; init; }

    /// <summary>Conditions in which it is tried; fewer than all need a reason (<see cref="Elsewhere"/>).</summary>
    public Conditions Conditions { get; init; } = Conditions.All;

    /// <summary>Why it is not tried in the other conditions; null where it is tried in all.</summary>
    public string Elsewhere { get; init; }

    /// <summary>Why nothing is asked though something is wrong at the site, or why an alarm of level 1 or 2 is right that is worse than its fault. Null for every other case.</summary>
    public string Because { get; init; }

    /// <summary>An instrument fails, and what it shows is told as if it were so.</summary>
    public bool OfInstrument { get; init; }

    /// <summary>An alarm of level 1 or 2 would be right that is worse than any that must come: that needs a reason (<see cref="Because"/>).</summary>
    public bool AllowsWorse => Or.Concat(MayFollow).Any(row => row.Level <= 2 && Expected.All(expected => row.Level < expected.Level));

    /// <summary>What the site must be like for this fault.</summary>
    public Action<ParameterSet, NoiseSource> Prepare { get; init; }

    /// <summary>What else the commissioner wrote.</summary>
    public Action<Settings> Commission { get; init; }

    /// <summary>Wall clock at the beginning, s since 1970, where it matters.</summary>
    public long StartUnix { get; init; } = Bench.FirstDay;

    /// <summary>The unit has learned the site before the fault comes.</summary>
    public bool Learned { get; init; }

    /// <summary>True for several faults at once.</summary>
    public bool IsPair { get; init; }

    /// <summary>Played on a whole unit (<see cref="UnitStage"/>), and not at a simulated site.</summary>
    public bool OfUnit { get; init; }

    /// <summary>Of a whole unit: true where the change shows by now; null: at once.</summary>
    public Func<UnitStage, bool> ShowsAround { get; init; }

    /// <summary>Of a whole unit: how long it may take until the change shows, s.</summary>
    public double WaitSeconds { get; init; } = 3 * 3600;

    /// <summary>It shows from its first change on, and not only from the last.</summary>
    public bool ShowsFromStart { get; init; }

    /// <summary>How long is watched after the declared time for what has no place there, s.</summary>
    public double WatchSeconds { get; init; } = 60;

    /// <summary>Of a whole unit: what has failed before it is switched on.</summary>
    public IReadOnlyList<string> BeforeStart { get; init; } = [];

    /// <summary>Of a whole unit: the settings that it finds; null for sound ones.</summary>
    public Func<SettingsStore> Configuration { get; init; }

    /// <summary>Of a whole unit: hours or days are waited for, so that the loop sleeps up to 10 s where nothing moves.</summary>
    public bool Patient { get; init; }

    /// <summary>Of a whole unit: every scan is made at its 50 ms.</summary>
    public bool EveryScan { get; init; }

    /// <summary>Of a whole unit: nobody has accepted it.</summary>
    public bool NotAccepted { get; init; }
}
