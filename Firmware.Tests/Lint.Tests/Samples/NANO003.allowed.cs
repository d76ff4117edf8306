// layer: Device
public static class Grid
{
    public static int Sum(int x)
    {
        var cells = new int[2][];
        cells[x] = new int[3];
        return cells[x][1];
    }
}
