using System;
using System.Collections.Generic;

namespace Tools.SiteSimulator;

/// <summary>The numbers of one site: the defaults of the parts, and what a scenario overrides.</summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, double> _overrides = [];

    /// <summary>The value of a parameter at this site.</summary>
    public double this[Parameter parameter] => _overrides.GetValueOrDefault(parameter.Name, parameter.Default);

    /// <summary>The value of the parameter of that name.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public double this[string name] => this[Find(name)];

    /// <summary>Overrides one parameter by name.</summary>
    /// <exception cref="ScenarioException">Unknown name (with the nearest valid one) or value out of range.</exception>
    public void Set(string name, double value)
    {
        Parameter parameter = Find(name);
        Check(parameter, value);
        _overrides[name] = value;
    }

    private static Parameter Find(string name) => Names.Find(SiteCatalogue.Parameters, known => known.Name, name, "site parameter");

    /// <summary>Refuses a value outside the parameter's range.</summary>
    internal static void Check(Parameter parameter, double value)
    {
        if (!parameter.Accepts(value))
        {
            throw new ScenarioException(
                FormattableString.Invariant($"{parameter.Name} is {value}, allowed are {parameter.Min} to {parameter.Max}"),
                FormattableString.Invariant($"{parameter.Name} 为 {value}，允许范围 {parameter.Min} 至 {parameter.Max}"));
        }
    }
}
