// layer: Device
public static class Grid
{
    public static int Sum(int x)
    {
        var cells = new int[2, 3]; // refused
        return cells[x, 1]; // refused
    }
}
