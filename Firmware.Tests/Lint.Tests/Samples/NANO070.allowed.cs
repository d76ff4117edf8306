// layer: Device
public static class Texts
{
    private static readonly string[] All =
    {
//[repeat 200
        "__N 一个字符在这里占三个字节一个字符在这里占三个字节一个字符在这里占三个字节一个字符在这里占三个字节一个字符在这里占三个字节一个字符在这里占三个字节",
//]
    };

    public static string Of(int n) => All[n];
}
