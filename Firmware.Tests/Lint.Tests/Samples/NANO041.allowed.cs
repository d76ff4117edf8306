// layer: Core
public class Site
{
    private static readonly int[] Steps = { 1, 2 };
    private int _count;

    public int Next() => _count += Steps[0];
}
