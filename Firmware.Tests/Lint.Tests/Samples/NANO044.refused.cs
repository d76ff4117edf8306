// layer: Device
using System;

public static class Worker
{
    public static void Run(Action work)
    {
        try
        {
            work();
        }
        catch (Exception) // refused
        {
        }
    }
}
