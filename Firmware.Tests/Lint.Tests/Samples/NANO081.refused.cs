// layer: Host
// assembly: System.Net
public static class Anything
{
    public static int One() => 1;
}
