// layer: Core
// settings: hot Loop::Scan
// settings: cold Loop::Start # runs once
using System;

public class Loop
{
    private readonly int[] _values = new int[4];
    private object _other;

    public void Scan()
    {
        if (_other == null)
        {
            Start();
        }

        if (_values[0] < 0)
        {
            throw new InvalidOperationException("negative");
        }

        _values[0]++;
    }

    private void Start()
    {
        _other = new object();
    }

    public object Rare() => new object();
}
