// layer: Core
// settings: hot Loop::Scan
public class Loop
{
    private object _last;

    public void Scan(int n)
    {
        _last = n.ToString(); // refused
        _last = System.BitConverter.GetBytes(n); // refused
    }
}
