using System;
using System.Globalization;

namespace Tools.Host;

/// <summary>
/// The time that everybody in one run agrees on. With virtual units that run faster than real, the world has to run as fast, or
/// their alarms would come from the future.
/// </summary>
/// <param name="Start">When the run began, by the computer's clock.</param>
/// <param name="Speed">Seconds of the world in a real second.</param>
public sealed record WorldClock(DateTimeOffset Start, double Speed)
{
    /// <summary>The computer's own time.</summary>
    public static readonly WorldClock Real = new(DateTimeOffset.UnixEpoch, 1);

    /// <summary>What the world's clocks show now.</summary>
    public DateTimeOffset Now => Start + ((DateTimeOffset.UtcNow - Start) * Speed);

    /// <summary>Reads what <see cref="ToString"/> writes; null is the computer's own time.</summary>
    /// <exception cref="ToolException">It is not of this form.</exception>
    public static WorldClock Parse(string text)
    {
        if (text == null)
        {
            return Real;
        }

        string[] parts = text.Split(',');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long start) && start < 253_402_300_800_000
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed is > 0 and <= 1000
            ? new WorldClock(DateTimeOffset.FromUnixTimeMilliseconds(start), speed)
            : throw new ToolException(Language.Say($"\"{text}\" is not UNIX_MS,SPEED", $"“{text}”不是 UNIX_MS,SPEED"), ExitCode.WrongCall);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Start.ToUnixTimeMilliseconds()},{Speed}");
}
