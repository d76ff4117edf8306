// layer: Device
public static class First
{
    public static void Use()
    {
        Swap(1, 2); // refused
    }

    private static void Swap<T>(T a, T b)
    {
    }
}
