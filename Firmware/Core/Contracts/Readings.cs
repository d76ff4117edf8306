namespace Firmware.Core.Contracts;

/// <summary>
/// The present readings, as columns: a value, or the reason why there is none. Columns because an own struct costs
/// allocations on the device for every copy (Decisions/0003).
/// </summary>
public sealed class Readings
{
    private readonly int[] _values = new int[Signal.Count];
    private readonly byte[] _reasons = new byte[Signal.Count];

    /// <summary>All readings start as "not yet".</summary>
    public Readings()
    {
        for (int i = 0; i < Signal.Count; i++)
        {
            _reasons[i] = (byte)NoDataReason.NotYet;
        }
    }

    /// <summary>Records a value in the signal's unit.</summary>
    public void Set(int signal, int value)
    {
        _values[signal] = value;
        _reasons[signal] = (byte)NoDataReason.None;
    }

    /// <summary>Records a contact: 1 for true.</summary>
    public void SetContact(int signal, bool closed)
    {
        Set(signal, closed ? 1 : 0);
    }

    /// <summary>Records that there is no value, and why.</summary>
    public void Miss(int signal, NoDataReason reason)
    {
        _values[signal] = 0;
        _reasons[signal] = (byte)reason;
    }

    /// <summary>Takes a reading over from another set: its value, or why there is none.</summary>
    public void Take(Readings from, int signal)
    {
        _values[signal] = from._values[signal];
        _reasons[signal] = from._reasons[signal];
    }

    /// <summary>True where there is a value.</summary>
    public bool Has(int signal)
    {
        return _reasons[signal] == (byte)NoDataReason.None;
    }

    /// <summary>True where there is a value and it is not 0: a closed contact, an open door.</summary>
    public bool IsOn(int signal)
    {
        return Has(signal) && _values[signal] != 0;
    }

    /// <summary>The value, 0 where there is none: ask <see cref="Has"/> first.</summary>
    public int ValueOf(int signal)
    {
        return _values[signal];
    }

    /// <summary>Why there is no value; <see cref="NoDataReason.None"/> where there is one.</summary>
    public NoDataReason ReasonOf(int signal)
    {
        return (NoDataReason)_reasons[signal];
    }
}
