// layer: Device
public static class Factory
{
    public static object Make(int kind) => kind == 1 ? new object() : null;

    public static string NameOf(object thing) => thing.GetType().Name;
}
