// layer: Core
// settings: float Registers.cs
public static class Flow
{
    public static long PerHour(long millilitres) => (long)(millilitres * 3.6); // refused
}
