// layer: Device
// exe
using System;
using System.Threading;

public static class Program
{
    public static void Main()
    {
        new Thread(Work).Start(); // refused
        Thread.Sleep(Timeout.Infinite);
    }

    private static void Work()
    {
        Step(); // refused
        try
        {
            Step();
        }
        catch (Exception)
        {
            Step();
        }
    }

    private static void Step()
    {
    }
}
