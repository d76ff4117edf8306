// layer: Core
// settings: float NANO022.allowed.cs
public static class Registers
{
    public static long FromSingle(float value) => (long)(value * 1000);
}
