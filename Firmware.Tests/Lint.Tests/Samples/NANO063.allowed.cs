// layer: Core
// settings: hot Loop::Scan
public struct Reading
{
    public int Value;
    public byte Reason;
}

public enum Phase
{
    Off,
    On,
}

public class Loop
{
    private readonly int[] _values = new int[4];
    private Phase _phase;

    public void Scan()
    {
        Keep(ref _values[0], _phase);
    }

    private void Keep(ref int value, Phase phase)
    {
        value += (int)phase;
    }

    public Reading Rare() => default;
}
