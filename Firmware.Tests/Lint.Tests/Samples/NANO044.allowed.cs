// layer: Device
using System;

public static class Worker
{
    public static bool Run(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
