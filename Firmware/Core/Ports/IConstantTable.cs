namespace Firmware.Core.Ports;

/// <summary>A table in working memory that nothing may change once it is made: the self-test asks whether it still is what it was. The chip's memory has no parity of its own.</summary>
public interface IConstantTable
{
    /// <summary>A number over all of it: one bit that tips over makes another one.</summary>
    int Sum();
}
