using System.Collections.Generic;
using Tools.NanoLint.Rules;

namespace Tools.NanoLint;

/// <summary>All rules. Each has a sample that it refuses and one that it lets pass in Firmware.Tests/Lint.Tests/Samples.</summary>
public static class RuleTable
{
    public static IReadOnlyList<Rule> All { get; } = new Rule[]
    {
        // Language: compiles, then the device does not start or throws.
        new("NANO001", "generic type", "write a delegate, class or interface of your own for the one type that is needed", Layers.Nano, LanguageRules.GenericTypes),
        new("NANO002", "generic method call", "write a method for the one type that is needed", Layers.Nano, LanguageRules.GenericCalls),
        new("NANO003", "multi-dimensional array", "use an array of arrays, or one array and index = row * columns + column", Layers.Nano, LanguageRules.MultiDimensionalArrays),
        new("NANO004", "checked arithmetic", "compare with the limits first: the device wraps silently and has no OverflowException", Layers.Nano, ArithmeticRules.Checked),
        new("NANO005", "default interface method", "declare it without a body and write it in each class, or use an abstract base class", Layers.Nano, LanguageRules.DefaultInterfaceMethods),
        new("NANO006", "pointer or fixed", "index the array", Layers.Nano, LanguageRules.Pointers),
        new("NANO007", "attribute argument", "pass numbers, bool, char or string literals; cast an enum to its number in the row and back in the test", Layers.Nano, PlatformRules.AttributeArguments),
        new("NANO008", "test row", "give one literal for each parameter, cast to exactly its type", Layers.Tests, PlatformRules.DataRows),
        new("NANO009", "attribute embedded by the compiler", "build with LangVersion 10 and without the feature that needs the attribute: it shifts the device's attribute tables", Layers.Nano, LanguageRules.EmbeddedCompilerAttributes),
        new("NANO010", "finalizer", "implement IDisposable, and dispose in a finally", Layers.Nano, LanguageRules.Finalizers),
        new("NANO011", "reflection", "use a table, a switch or an interface: the smaller runtime has no reflection", Layers.Nano, LanguageRules.Reflection),
        new("NANO012", "state in a test class", "make fields and helpers static: the device's launcher calls tests without an object", Layers.Tests, LanguageRules.TestState),

        // Arithmetic.
        new("NANO020", "Math on long", "compare with ?: in a method of our own for long: the overload that binds rounds to float", Layers.Nano, ArithmeticRules.MathOnLong),
        new("NANO021", "untested divisor", "test the divisor for zero in the same method: on the device 1.0 / 0 throws too", Layers.Firmware, ArithmeticRules.UntestedDivisors),
        new("NANO022", "floating point in Core", "count in integers of a small unit (millilitres, millivolts), or put it into the one file named by 'float' in lint.settings", Layers.Core, ArithmeticRules.FloatingPoint),

        // Text, parsing, collections.
        new("NANO030", "enum as text", "look the name up in a table by number: ToString gives the number on the device", Layers.Nano, TextRules.EnumNames),
        new("NANO031", "floating point as text", "write ToString(\"F3\"), or {0:F3}: the default digits differ on the device", Layers.Firmware, TextRules.FloatingText),
        new("NANO032", "number format", "use D, E, F, G, N or X with a number of digits: P throws and custom patterns come out as they stand", Layers.Nano, TextRules.NumberFormats),
        new("NANO033", "date parsing", "exchange Unix seconds: the device ignores offsets and misreads fractions", Layers.Nano, TextRules.DateParsing),
        new("NANO034", "TryParse result", "test the result before using the value: on failure it is garbage, not zero", Layers.Nano, TextRules.IgnoredTryParse),
        new("NANO035", "Hashtable walk", "keep an array beside it: its order differs between device and host", Layers.Firmware, TextRules.HashtableEnumeration),
        new("NANO036", "Hashtable key", "use a string or a number as key: the device ignores Equals and GetHashCode of your own", Layers.Nano, TextRules.HashtableKeys),

        // Start-up, threads, time.
        new("NANO040", "static initialiser", "make it in a constructor or a method that is called: exceptions in static initialisers vanish and the fields stay empty", Layers.Firmware, ThreadRules.StaticInitialisers),
        new("NANO041", "mutable static in Core", "make it a field of the object that owns it, so that several units fit into one process", Layers.Core, ThreadRules.MutableStatics),
        new("NANO042", "thread body without a catch", "put the whole body into try and catch (Exception), which records it: otherwise the thread ends and nobody knows", Layers.Firmware, ThreadRules.ThreadBodies),
        new("NANO043", "unclamped sleep", "pass it through a method whose name begins with Clamp: a negative time never ends", Layers.Firmware, ThreadRules.UnclampedSleeps),
        new("NANO044", "empty catch", "record the error, return a reason, or let it pass", Layers.Firmware, LanguageRules.EmptyCatches),
        new("NANO045", "system clock", "take the time as an argument; only the file named by 'clock' in lint.settings reads it", Layers.Firmware, PlatformRules.SystemClock),
        new("NANO046", "DateTime as a mark for nothing", "keep Unix seconds and a flag: new DateTime(0) throws and MinValue is 1601 on the device", Layers.Firmware, PlatformRules.DateTimeOrigin),

        // Platform.
        new("NANO050", "compacting collection", "call GC.Run(false)", Layers.Nano, PlatformRules.CompactingGc),
        new("NANO051", "flush as durability", "close the file: only Close makes its content durable", Layers.Firmware, PlatformRules.Flush),
        new("NANO052", "wire protocol's port", "use COM2 or COM3: COM1 belongs to the debugger", Layers.Firmware, PlatformRules.WirePort),
        new("NANO053", "endless connect", "pass new CancellationTokenSource(milliseconds).Token", Layers.Firmware, PlatformRules.EndlessConnect),

        // The steady tick.
        new("NANO060", "allocation in the steady tick", "make it once in a constructor and reuse it", Layers.Firmware, HotPathRules.Allocations),
        new("NANO061", "text in the steady tick", "decide with numbers and turn them into bytes where they leave the unit", Layers.Firmware, HotPathRules.Text),
        new("NANO062", "platform call that allocates in the steady tick", "use the form that fills a buffer of yours", Layers.Firmware, HotPathRules.PlatformAllocations),
        new("NANO063", "own struct in the steady tick", "keep columns (int[] and byte[]) and pass the index, or pass by ref", Layers.Firmware, HotPathRules.OwnStructs),
        new("NANO064", "setting that names nothing", "correct the name in lint.settings", Layers.Firmware, HotPathRules.MissingRoots),

        // The image format.
        new("NANO070", "too many strings", "move texts to an assembly of their own, one a language and area", Layers.Nano, LimitRules.Strings),
        new("NANO071", "too much byte code", "split the assembly", Layers.Nano, LimitRules.ByteCode),
        new("NANO072", "Core grows", "split it (Core, Records, Console, Inspection) while it is easy", Layers.Core, LimitRules.CoreByteCode),
        new("NANO073", "count that does not fit into a byte", "split the type or method, or use a table", Layers.Nano, LimitRules.Counts),

        // The same sources on the host.
        new("NANO080", ".NET's own type", "import tools/nano/NativeAliases.props and keep using lines outside the namespace, so that Board.Native's is meant", Layers.Host, HostRules.DotNetTypes),
        new("NANO081", "assembly name of the platform", "choose another: a clash builds with a warning and throws at load", Layers.Host | Layers.Nano, HostRules.AssemblyNames),
        new("NANO082", "type name of .NET", "put it under Board.Native and bind it by a Using alias", Layers.Host, HostRules.TypeNames),
    };
}
