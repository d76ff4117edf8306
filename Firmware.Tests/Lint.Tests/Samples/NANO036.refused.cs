// layer: Device
using System;
using System.Collections;

public struct Slot
{
    public int Number;
}

public class Place
{
    public override bool Equals(object other) => other is Place;
    public override int GetHashCode() => 1;
}

public static class Table
{
    public static object BySlot(Hashtable table, Slot slot) => table[slot]; // refused
    public static object ByPlace(Hashtable table, Place place) => table[place]; // refused
    public static void ById(Hashtable table, Guid id) => table.Add(id, null); // refused
}
