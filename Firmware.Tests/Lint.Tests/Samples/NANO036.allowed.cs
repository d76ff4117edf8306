// layer: Device
using System.Collections;

public class Part
{
}

public static class Table
{
    public static object ByNumber(Hashtable table, int slot) => table[slot];
    public static object ByName(Hashtable table, string place) => table[place];
    public static object BySameObject(Hashtable table, Part part) => table[part];
}
