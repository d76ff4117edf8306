// layer: Core
// settings: hot Loop::Scan
public class Loop
{
    private string _state;

    public int Scan()
    {
        _state = "scanning"; // refused
        return _state.Length; // refused
    }
}
