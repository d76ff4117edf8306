using System;

namespace Tools.SiteSimulator;

/// <summary>One physical fault: it changes the well, a wire, a contact or the supply, never a reading.</summary>
/// <param name="Name">Name in scenario files and on the command line.</param>
/// <param name="Changes">What is physically changed, in one line.</param>
/// <param name="Size">How much, or null where there is nothing to choose.</param>
/// <param name="Apply">Changes a healed site; must be repeatable.</param>
public sealed record SiteFault(string Name, string Changes, Parameter Size, Action<Site, double> Apply);
