using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Core.Tests.Support;

namespace Console.Tests.Host;

/// <summary>
/// What a whole unit takes of the device's heap, added up over all that it refers to: an object is 12 B and 12 for each field, an array or a text 12 B and its elements rounded up
/// to 12, a reference 12 (nanoCLR, 32 bit). The interpreter, built for 32 bit, agreed within 3 %. The ports of the board come on top.
/// </summary>
[TestClass]
public class UnitHeapTests
{
    private const int Block = 12;

    /// <summary>Decision 0140.</summary>
    private const int MostBytes = 54 * 1024;

    [TestMethod]
    public void AUnitThatHasSettled_FitsItsBudget()
    {
        var unit = new UnitBench();
        unit.Run(10000);
        var heap = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Add(unit.Unit, "", new HashSet<object>(ReferenceEqualityComparer.Instance), heap);
        int all = heap.Values.Sum();
        foreach ((string part, int bytes) in heap.OrderByDescending(part => part.Value).Take(25))
        {
            System.Console.WriteLine($"{bytes,7:N0} B {part}");
        }

        System.Console.WriteLine($"A whole unit, without the ports of its board: {all:N0} B of {MostBytes:N0}");
        Assert.IsLessThanOrEqualTo(MostBytes, all);
    }

    private static void Add(object what, string owner, HashSet<object> seen, SortedDictionary<string, int> heap)
    {
        if (what == null || !seen.Add(what))
        {
            return;
        }

        switch (what)
        {
            case string text:
                Note(heap, "texts", Block + Round(System.Text.Encoding.UTF8.GetByteCount(text) + 1));
                break;
            case Array array:
                Note(heap, owner, Block + Round(array.Length * SizeOf(array.GetType().GetElementType())));
                foreach (object item in array.GetType().GetElementType().IsValueType ? Array.Empty<object>() : array)
                {
                    Add(item, owner, seen, heap);
                }

                break;
            default:
                AddObject(what, seen, heap);
                break;
        }
    }

    private static void AddObject(object what, HashSet<object> seen, SortedDictionary<string, int> heap)
    {
        Type type = what.GetType();
        if (type.Assembly == typeof(UnitBench).Assembly || !type.FullName.StartsWith("Firmware.", StringComparison.Ordinal))
        {
            return;
        }

        int bytes = Block;
        for (Type part = type; part != typeof(object); part = part.BaseType)
        {
            foreach (FieldInfo field in part.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                bytes += Block;
                if (!field.FieldType.IsValueType)
                {
                    Add(field.GetValue(what), type.Name, seen, heap);
                }
            }
        }

        Note(heap, type.Name, bytes);
    }

    private static int SizeOf(Type element) => element.IsEnum ? Marshal.SizeOf(Enum.GetUnderlyingType(element)) : element == typeof(bool) ? 1 : element.IsPrimitive ? Marshal.SizeOf(element) : Block;

    private static int Round(int bytes) => (bytes + Block - 1) / Block * Block;

    private static void Note(SortedDictionary<string, int> heap, string part, int bytes) => heap[part] = heap.GetValueOrDefault(part) + bytes;
}
