// layer: Device
using System;

public class Pair<T> // a declared one stops the device even when nobody uses it
{
    public T First;
}

public class Meter
{
    public event EventHandler<EventArgs> Changed;

    public void Start(Action<int> report)
    {
        report(1); // refused
        Changed(this, EventArgs.Empty); // refused
    }
}
