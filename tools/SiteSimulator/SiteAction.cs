using System;

namespace Tools.SiteSimulator;

/// <summary>Something a person does at the site, with its two words.</summary>
/// <param name="Name">Name in scenario files and on the command line.</param>
/// <param name="On">The word for on.</param>
/// <param name="Off">The word for off.</param>
/// <param name="Means">What the person does, in one line.</param>
/// <param name="Do">Does it; true for the first word.</param>
public sealed record SiteAction(string Name, string On, string Off, string Means, Action<Site, bool> Do);
