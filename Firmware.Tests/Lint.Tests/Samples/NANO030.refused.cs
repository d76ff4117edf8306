// layer: Device
public enum Level
{
    Low,
    High,
}

public static class Names
{
    public static string Joined(Level level) => "level " + level; // refused
    public static string Interpolated(Level level, int n) => $"level {level} of {n}"; // refused
    public static string Plain(Level level) => level.ToString(); // refused
}
