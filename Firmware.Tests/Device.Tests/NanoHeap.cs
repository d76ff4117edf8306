using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Device.Tests;

/// <summary>
/// What the device's heap takes, in blocks of 12 B (nanoCLR, 32 bit, measured): an object is a block and one for each field, an array 20 B and its elements, a text 12 B, its bytes and their end; each rounded up to
/// whole blocks. A reference takes a block.
/// </summary>
internal static class NanoHeap
{
    private const int Block = 12;
    private const int ArrayHead = 20;

    /// <summary>An object without what it refers to.</summary>
    public static int Of(object owner) => Block + (Fields(owner).Count() * Block);

    /// <summary>An array without what it refers to.</summary>
    public static int Of(Array array) => Round(ArrayHead + (array.Length * SizeOf(array.GetType().GetElementType())));

    /// <summary>A text.</summary>
    public static int Of(string text) => Block + Round(System.Text.Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>What an object's fields refer to.</summary>
    public static IEnumerable<object> ReferencesOf(object owner) => Fields(owner).Where(field => !field.FieldType.IsValueType).Select(field => field.GetValue(owner));

    private static IEnumerable<FieldInfo> Fields(object owner)
    {
        for (Type part = owner.GetType(); part != typeof(object); part = part.BaseType)
        {
            foreach (FieldInfo field in part.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private static int SizeOf(Type element) => element.IsEnum ? SizeOf(Enum.GetUnderlyingType(element)) : element == typeof(bool) ? 1 : element.IsPrimitive ? Marshal.SizeOf(element) : Block;

    private static int Round(int bytes) => (bytes + Block - 1) / Block * Block;
}
