// layer: Device
public static class Numbers
{
    public static int Read(string text)
    {
        int.TryParse(text, out var value); // refused
        return value;
    }
}
