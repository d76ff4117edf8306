// layer: Device
using System.Collections;

public static class Table
{
    public static int Sum(Hashtable table, string[] keys)
    {
        var sum = 0;
        foreach (var key in keys)
        {
            sum += (int)table[key];
        }

        return sum;
    }
}
