// layer: Device
public class Port
{
    ~Port()
    {
    } // refused
}
