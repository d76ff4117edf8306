// layer: Device
public class Many
{
    //[repeat 255
    public static void Do { i }
    () { }
//]
//[repeat 254
    public void Act { i }() { }
//]
}
