// layer: Device
// c#: 10
public static class Anything
{
    public static int One() => 1;
}
