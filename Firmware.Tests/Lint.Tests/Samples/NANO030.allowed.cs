// layer: Device
using System.Collections;

public enum Level
{
    Low,
    High,
}

public static class Names
{
    private static readonly string[] Texts = { "low", "high" };

    public static string Plain(Level level) => Texts[(int)level];
    public static string Number(Level level) => "level " + (int)level;
    public static object Keyed(Hashtable byLevel, Level level) => byLevel[level];
}
