// layer: Device
public static class Factory
{
    public static object Make(object sample) => sample.GetType().GetConstructor(new System.Type[0]).Invoke(null); // refused
}
