using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tools.NanoLint;

/// <summary>A value on the evaluation stack: the instructions that may have pushed it (several after a conditional expression).</summary>
public sealed class Value
{
    public static readonly Value Unknown = new();

    public HashSet<Instruction> Producers { get; init; } = new();

    /// <summary>The only producer, or null.</summary>
    public Instruction Producer => Producers.Count == 1 ? Producers.First() : null;

    public static Value Merge(Value a, Value b) => new() { Producers = a.Producers.Union(b.Producers).ToHashSet() };
}

/// <summary>
/// Which instruction pushes what another pops, by one walk down a method. Values that meet after a branch are merged; a value is
/// not followed through memory, <see cref="StoresTo"/> answers that for locals.
/// </summary>
public sealed class Flow
{
    private readonly MethodDefinition _method;
    private readonly Dictionary<Instruction, Value[]> _inputs = new();
    private readonly Dictionary<Instruction, List<Value>> _atTarget = new();
    private List<Value> _stack = new();

    public Flow(MethodDefinition method)
    {
        _method = method;
        foreach (var handler in method.Body.ExceptionHandlers.Where(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter))
        {
            _atTarget[handler.HandlerStart] = new() { Value.Unknown };
            if (handler.FilterStart != null)
            {
                _atTarget[handler.FilterStart] = new() { Value.Unknown };
            }
        }

        var reachable = true;
        foreach (var instruction in method.Body.Instructions)
        {
            Enter(instruction, reachable);
            Step(instruction);
            reachable = instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        }
    }

    /// <summary>The values that an instruction pops, first argument first (the object before its arguments).</summary>
    public Value[] InputsOf(Instruction instruction) => _inputs[instruction];

    /// <summary>The values stored to a local anywhere in the method.</summary>
    public IEnumerable<Value> StoresTo(int local) => _inputs.Where(p => IL.StoredLocal(p.Key) == local).Select(p => p.Value[0]);

    /// <summary>The instructions that pop the value that this one pushes.</summary>
    public IEnumerable<Instruction> ConsumersOf(Instruction producer) => _inputs.Where(p => p.Value.Any(v => v.Producers.Contains(producer))).Select(p => p.Key);

    private void Enter(Instruction instruction, bool reachable)
    {
        if (_atTarget.TryGetValue(instruction, out var saved))
        {
            _stack = reachable && saved.Count == _stack.Count ? _stack.Zip(saved, Value.Merge).ToList() : new(saved);
        }
        else if (!reachable)
        {
            _stack = new();
        }
    }

    private void Step(Instruction instruction)
    {
        var popped = Pop(IL.PopCount(instruction, _method, _stack.Count));
        _inputs[instruction] = popped;
        var pushed = instruction.OpCode == OpCodes.Dup ? popped[0] : new Value { Producers = { instruction } };
        for (var i = 0; i < IL.PushCount(instruction); i++)
        {
            _stack.Add(pushed);
        }

        foreach (var target in IL.Targets(instruction))
        {
            _atTarget[target] = _atTarget.TryGetValue(target, out var saved) && saved.Count == _stack.Count
                ? saved.Zip(_stack, Value.Merge).ToList()
                : new(_stack);
        }
    }

    private Value[] Pop(int count)
    {
        var popped = new Value[count];
        for (var i = count - 1; i >= 0; i--)
        {
            popped[i] = _stack.Count > 0 ? _stack[^1] : Value.Unknown;
            if (_stack.Count > 0)
            {
                _stack.RemoveAt(_stack.Count - 1);
            }
        }

        return popped;
    }
}
