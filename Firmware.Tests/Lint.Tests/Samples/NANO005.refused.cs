// layer: Device
public interface ISensor
{
    int Read();

    int ReadTwice() => Read() + Read(); // refused
}
