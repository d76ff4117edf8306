// layer: Device
public class Many
{
    //[repeat 256
    public static void Do__N() { }
    //]
}

public class Cases
{
    public static int Of(int n)
    {
        switch (n)
        {
            //[repeat 256
            case __N: return n + __N00;
            //]
            default: return 0;
        }
    }
}
