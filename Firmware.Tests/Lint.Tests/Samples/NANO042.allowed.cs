// layer: Device
// exe
using System;
using System.Threading;

public static class Program
{
    public static void Main()
    {
        while (true)
        {
            try
            {
                new Thread(Work).Start();
                Thread.Sleep(Timeout.Infinite);
            }
            catch (Exception error)
            {
                Record(error);
            }
        }
    }

    private static void Work()
    {
        try
        {
            Record(null);
        }
        catch (Exception error)
        {
            Record(error);
        }
    }

    private static void Record(Exception error)
    {
    }
}
