// layer: Device
//[repeat 800
public static class Work { i }
{
    public static int Do(int a, int b)
{
    return (a * b) + (a * { i}
    00) +(b * { i}
    00) +(a * 70000) + (b * 80000) + (a & b & 90000) + (a | b | 99999) + (a ^ b ^ 77777) + a + b + a + b + a + b + (a * a) + (b * b) + (a * 123456) + (b * 654321);
}
}

//]
