// layer: Host
// assembly: Board.Net
public static class Anything
{
    public static int One() => 1;
}
