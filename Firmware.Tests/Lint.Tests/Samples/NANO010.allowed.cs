// layer: Device
using System;

public class Port : IDisposable
{
    public void Dispose()
    {
    }
}
