using System;
using System.Collections.Generic;
using System.Linq;
using Boards.Esp32DevKitC;
using Firmware.Device;
using Firmware.Texts.En;
using Firmware.Texts.Zh;

namespace Device.Tests;

/// <summary>
/// What a whole unit takes of the device's heap, added up over all that it refers to by <see cref="NanoHeap"/>. The interpreter, built for 32 bit, agreed within 1 %. What the packages of the platform
/// make for themselves comes on top.
/// </summary>
[TestClass]
public class UnitHeapTests : BoardTest
{
    /// <summary>How it comes to this, 1 KB above the budget of platform decision 4, which is met today: decision 0140.</summary>
    private const int MostBytes = 55 * 1024;

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
                Note(heap, "texts", NanoHeap.Of(text));
                break;
            case Array array:
                Note(heap, owner, NanoHeap.Of(array));
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

        foreach (object reference in NanoHeap.ReferencesOf(what))
        {
            Add(reference, type.Name, seen, heap);
        }

        Note(heap, type.Name, NanoHeap.Of(what));
    }

    private static void Note(SortedDictionary<string, int> heap, string part, int bytes) => heap[part] = heap.GetValueOrDefault(part) + bytes;
}
