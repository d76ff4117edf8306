// layer: Core
// settings: hot Loop::Scan
public struct Reading
{
    public int Value;
    public byte Reason;
}

public class Loop
{
    private int _sum;

    public void Scan()
    {
        var reading = Read(1); // refused
        Keep(reading);
    }

    private static Reading Read(int n)
    {
        return new Reading { Value = n }; // refused
    }

    private void Keep(Reading reading)
    {
        _sum += reading.Value; // refused
    }
}
