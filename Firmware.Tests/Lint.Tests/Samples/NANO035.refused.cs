// layer: Device
using System.Collections;

public static class Table
{
    public static int Sum(Hashtable table)
    {
        var sum = 0;
        foreach (var key in table.Keys) // refused
        {
            sum += (int)table[key];
        }

        return sum;
    }
}
