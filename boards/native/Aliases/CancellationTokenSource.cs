using System;
using System.Threading;

namespace Board.Native;

/// <summary>As .NET's, but its delays are unit time. The token is .NET's own.</summary>
public class CancellationTokenSource : IDisposable
{
    private readonly System.Threading.CancellationTokenSource _source = new();
    private TimedCall _later;

    public CancellationTokenSource()
    {
    }

    public CancellationTokenSource(int millisecondsDelay) => CancelAfter(millisecondsDelay);

    public CancellationTokenSource(TimeSpan delay) => CancelAfter(delay);

    public bool IsCancellationRequested => _source.IsCancellationRequested;

    public CancellationToken Token => _source.Token;

    public void Cancel()
    {
        _source.Cancel();
        UnitTime.NotifyChange();
    }

    public void CancelAfter(int millisecondsDelay)
    {
        _later?.Cancel();
        _later = millisecondsDelay == Timeout.Infinite ? null : UnitTime.Schedule(Deadline.After(millisecondsDelay), Cancel);
    }

    public void CancelAfter(TimeSpan delay) => CancelAfter((int)delay.TotalMilliseconds);

    public void Dispose() => _later?.Cancel();
}
