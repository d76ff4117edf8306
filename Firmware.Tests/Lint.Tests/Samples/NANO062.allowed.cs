// layer: Core
// settings: hot Loop::Scan
public class Loop
{
    private readonly byte[] _last = new byte[2];

    public void Scan(int n)
    {
        _last[0] = (byte)n;
        _last[1] = (byte)(n >> 8);
    }

    public string Text(int n) => n.ToString();
}
