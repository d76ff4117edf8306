// layer: Device
public class Many
{
    //[repeat 256
    public static void Do { i }
    () { }
//]
}

public class Cases
{
    public static int Of(int n)
    {
        switch (n)
        {
            //[repeat 256
            case { i }: return n + 9{ i};
            //]
            default: return 0;
        }
    }
}
