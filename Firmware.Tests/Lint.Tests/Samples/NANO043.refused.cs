// layer: Device
using System;
using System.Threading;

public static class Loop
{
    public static void Until(long due, long now) => Thread.Sleep((int)(due - now)); // refused
    public static void Span(long due, long now) => Thread.Sleep(TimeSpan.FromMilliseconds(due - now)); // refused
}
