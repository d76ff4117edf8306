using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Boards.Esp32DevKitC;
using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Device.Tests;

/// <summary>
/// What a whole unit takes of the device's heap, added up over all that it refers to: an object is 12 B and 12 for each field, an array or a text 12 B and its elements rounded up
/// to 12, a reference 12 (nanoCLR, 32 bit). The interpreter, built for 32 bit, agreed within 3 %. What the packages of the platform make for themselves comes on top.
/// </summary>
[TestClass]
public class UnitHeapTests : BoardTest
{
    private const int Block = 12;

    /// <summary>Decision 0140.</summary>
    private const int MostBytes = 64 * 1024;

    [TestMethod]
    public void AUnitOnItsBoard_FitsItsBudget()
    {
        Wiring.MapPorts();
        UnitProgram program = UnitProgram.Compose(Wiring.Pins(), new ChineseTexts(), new EnglishTexts());
        var heap = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Add(program, "", new HashSet<object>(ReferenceEqualityComparer.Instance), heap);
        int all = heap.Values.Sum();
        foreach ((string part, int bytes) in heap.OrderByDescending(part => part.Value).Take(25))
        {
            Console.WriteLine($"{bytes,7:N0} B {part}");
        }

        Console.WriteLine($"A whole unit on its board: {all:N0} B of {MostBytes:N0}");
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
        if (!type.FullName.StartsWith("Firmware.", StringComparison.Ordinal))
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
