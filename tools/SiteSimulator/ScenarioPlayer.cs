using System;

namespace Tools.SiteSimulator;

/// <summary>Lets time pass at a site and carries the scenario out on the way.</summary>
public sealed class ScenarioPlayer
{
    private readonly Scenario _scenario;
    private int _next;

    /// <summary>Builds the scenario's site.</summary>
    public ScenarioPlayer(Scenario scenario, ulong seed)
    {
        _scenario = scenario;
        Site = new Site(scenario.Parameters, seed);
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>Raised after each step of the timeline, on the stepping thread.</summary>
    public event Action<ScenarioStep> Happened;

    /// <summary>Whether nothing of the timeline is left.</summary>
    public bool Finished => _next == _scenario.Timeline.Count;

    /// <summary>Lets time pass; what falls due happens at its own time, to one inner step.</summary>
    public void Step(TimeSpan time)
    {
        for (; time >= Site.InnerStep; time -= Site.InnerStep)
        {
            HappenDue();
            Site.Step(Site.InnerStep);
        }

        HappenDue();
        Site.Step(time);
    }

    private void HappenDue()
    {
        while (!Finished && _scenario.Timeline[_next].At <= Site.Elapsed)
        {
            ScenarioStep step = _scenario.Timeline[_next++];
            step.Do(Site);
            Happened?.Invoke(step);
        }
    }
}
