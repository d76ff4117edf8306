// layer: Core
// settings: hot Loop::Scan
public class Loop
{
    private int _state;

    public int Scan()
    {
        _state = 1;
        return _state;
    }

    public string Name() => "loop";
}
