// layer: Device
public class Many
{
    //[repeat 255
    public static void Do__N() { }
    //]
    //[repeat 254
    public void Act__N() { }
    //]
}
