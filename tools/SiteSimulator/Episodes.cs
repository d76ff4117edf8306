namespace Tools.SiteSimulator;

/// <summary>Something that comes and goes at random: each episode lasts half to one and a half of the mean.</summary>
internal sealed class Episodes
{
    private readonly NoiseSource _noise;
    private readonly double _meanSeconds;
    private double _left;

    /// <summary>Episodes of a mean length, drawn from this stream.</summary>
    public Episodes(NoiseSource noise, double meanSeconds) => (_noise, _meanSeconds) = (noise, meanSeconds);

    /// <summary>Whether one is going on.</summary>
    public bool On => _left > 0;

    /// <summary>Lets time pass; 0 s between them means that there are none.</summary>
    public void Step(double seconds, double meanBetween)
    {
        _left = meanBetween > 0 ? _left - seconds : 0;
        if (meanBetween > 0 && _left <= 0 && _noise.Happens(seconds / meanBetween))
        {
            _left = _meanSeconds * (0.5 + _noise.NextUnit());
        }
    }
}
