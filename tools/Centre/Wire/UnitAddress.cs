namespace Tools.Centre.Wire;

/// <summary>Where a unit is: two names of PROTOCOL.md, each <c>[a-z0-9-]{1,32}</c>. The site is what the centre calls an area.</summary>
public readonly record struct UnitAddress(string Site, string Unit)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Site}/{Unit}";
}
