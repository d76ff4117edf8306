// layer: Device
// c#: 11
public static class Anything
{
    public static int One() => 1;
}
