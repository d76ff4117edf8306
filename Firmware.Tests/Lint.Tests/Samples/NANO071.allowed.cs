// layer: Device
//[repeat 250
public static class Work__N
{
    public static int Do(int a, int b)
    {
        int sum = (a * __N00) + (b * __N00) + (a * 70000) + (b * 80000) + (a & b & 90000) + (a | b | 99999);
        return sum + (a ^ b ^ 77777) + a + b + a + b + a + b + (a * a) + (b * b) + (a * 123456) + (b * 654321);
    }
}

//]
