using Firmware.Records;

namespace Inspection.Tests.Support;

/// <summary>Numbers from 100 on, in epoch 1111.</summary>
public sealed class FakeSequence : ISequence
{
    /// <summary>Numbers are durable as soon as they are taken.</summary>
    public bool Durable = true;

    /// <summary>Numbers that were told as lost, with the fault that they are told under.</summary>
    public string Lost = "";

    private int _next = 100;

    /// <inheritdoc/>
    public int Epoch => 1111;

    /// <inheritdoc/>
    public int Boot => 7;

    /// <inheritdoc/>
    public bool IsDurable(int epoch, int seq) => Durable;

    /// <inheritdoc/>
    public void NoteLost(int code, int epoch, int seq) => Lost += code + ":" + epoch + "-" + seq + " ";

    /// <inheritdoc/>
    public int TakeSeqs(int count)
    {
        _next += count;
        return _next - count;
    }
}
