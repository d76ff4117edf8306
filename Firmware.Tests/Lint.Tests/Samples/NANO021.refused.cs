// layer: Core
public class Rate
{
    private readonly int _given;

    public Rate(int given)
    {
        _given = given;
    }

    public static int Of(int volume, int time) => volume / time; // refused
    public static int Left(int volume, int[] sizes) => volume % sizes[0]; // refused
    public int Given(int volume) => volume / _given; // refused
    public static long Zero(long volume)
    {
        var nothing = 0L;
        return volume / nothing; // refused
    }
}
