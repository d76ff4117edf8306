// layer: Device
using System;

public delegate void Report(int value);

public class Meter
{
    public event EventHandler Changed;

    public void Start(Report report, Action done)
    {
        report(1);
        Changed(this, EventArgs.Empty);
        done();
    }
}
