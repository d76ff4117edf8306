// layer: Device
public static class First
{
    public static void Use()
    {
        Swap(1, 2);
    }

    private static void Swap(int a, int b)
    {
    }
}
