// layer: Core
public class Site
{
    private static int _count;

    public int Next() => ++_count; // refused
}
