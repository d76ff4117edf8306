using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>The run that is going on, kept after every item, so that a power cut costs the item under way alone; after it the history of the meters.</summary>
public sealed class KeptRun : IKept
{
    private readonly InspectionRun _run;

    /// <summary>Keeps a run.</summary>
    public KeptRun(InspectionRun run)
    {
        _run = run;
    }

    /// <inheritdoc/>
    public int Slot => Slots.InspectionReports;

    /// <inheritdoc/>
    public bool IsDue(long nowMs) => _run.Changed || _run.Meters.Changed;

    /// <inheritdoc/>
    public int Write(byte[] buffer, long nowMs, IChecksum checksum) => RunRecord.WriteWithMeters(buffer, _run, checksum);

    /// <inheritdoc/>
    public void Saved(long nowMs)
    {
        _run.Changed = false;
        _run.Meters.Changed = false;
    }

    /// <inheritdoc/>
    public bool TryRead(byte[] buffer, int count, IChecksum checksum) => RunRecord.TryRead(buffer, count, _run, checksum);
}
