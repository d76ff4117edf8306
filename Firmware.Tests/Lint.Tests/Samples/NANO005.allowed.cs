// layer: Device
public interface ISensor
{
    int Read();
}

public abstract class Sensor : ISensor
{
    public abstract int Read();

    public int ReadTwice() => Read() + Read();
}
