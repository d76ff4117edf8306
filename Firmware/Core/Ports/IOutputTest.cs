using Firmware.Core.Contracts;

namespace Firmware.Core.Ports;

/// <summary>
/// What a board can say of its own outputs, asked by the self-test. A board whose outputs cannot be read back has no such port: the chip's own pins read low
/// as outputs, whatever they drive.
/// </summary>
public interface IOutputTest
{
    /// <summary>Whether the outputs that can be read back are as they were driven: Pass, Fail, or NotTested where there are none now.</summary>
    CheckOutcome OutputsReadBack();
}
