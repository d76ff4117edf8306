// layer: Device
using System;
using System.Threading;

public static class Loop
{
    private const int Step = 50;

    public static void Constant() => Thread.Sleep(Step);
    public static void Until(long due, long now) => Thread.Sleep(ClampToStep(due - now));
    public static void Span() => Thread.Sleep(TimeSpan.FromSeconds(1));

    private static int ClampToStep(long time) => time < 0 ? 0 : time > Step ? Step : (int)time;
}
