// layer: Core
// settings: hot Loop::Scan
public delegate void Step(int n);

public interface IInput
{
    int Read();
}

public class Input : IInput
{
    public int Read() => new int[] { 1 }[0]; // refused
}

public class Loop
{
    private IInput _input;
    private Step _step;
    private object _last;

    public Loop(IInput input)
    {
        _input = input;
        _step = Make;
    }

    public void Scan()
    {
        _last = _input.Read(); // refused
        _step(1);
    }

    private void Make(int n)
    {
        _last = new object(); // refused
    }
}
