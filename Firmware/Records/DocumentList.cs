using Firmware.Records.Messaging;

namespace Firmware.Records;

/// <summary>Several kinds of documents as one; the first that is due goes first.</summary>
public sealed class DocumentList : IDocuments
{
    private readonly IDocuments[] _kinds;
    private int _current;

    /// <summary>Joins kinds, in the order of their importance.</summary>
    public DocumentList(params IDocuments[] kinds)
    {
        _kinds = kinds;
    }

    /// <inheritdoc/>
    public bool IsDue(long nowMs, int session)
    {
        _current = 0;
        while (_current < _kinds.Length && !_kinds[_current].IsDue(nowMs, session))
        {
            _current++;
        }

        return _current < _kinds.Length;
    }

    /// <inheritdoc/>
    public string Write(MessageWriter json, byte[] room, Topics topics, long nowMs) => _kinds[_current].Write(json, room, topics, nowMs);

    /// <inheritdoc/>
    public void Sent(long nowMs, int session) => _kinds[_current].Sent(nowMs, session);

    /// <inheritdoc/>
    public int SentEpoch => _kinds[_current].SentEpoch;

    /// <inheritdoc/>
    public int SentSeq => _kinds[_current].SentSeq;

    /// <inheritdoc/>
    public void StoredUpTo(int epoch, int upTo)
    {
        for (int i = 0; i < _kinds.Length; i++)
        {
            _kinds[i].StoredUpTo(epoch, upTo);
        }
    }

    /// <inheritdoc/>
    public void StoredOne(int epoch, int seq)
    {
        for (int i = 0; i < _kinds.Length; i++)
        {
            _kinds[i].StoredOne(epoch, seq);
        }
    }

    /// <inheritdoc/>
    public int Oldest(int epoch, int next)
    {
        int oldest = next;
        for (int i = 0; i < _kinds.Length; i++)
        {
            oldest = _kinds[i].Oldest(epoch, oldest);
        }

        return oldest;
    }

    /// <inheritdoc/>
    public int Behind(int epoch)
    {
        int behind = 1;
        for (int i = 0; i < _kinds.Length; i++)
        {
            int last = _kinds[i].Behind(epoch);
            behind = last > behind ? last : behind;
        }

        return behind;
    }

    /// <inheritdoc/>
    public bool HasEpoch(int epoch)
    {
        bool has = false;
        for (int i = 0; i < _kinds.Length; i++)
        {
            has |= _kinds[i].HasEpoch(epoch);
        }

        return has;
    }
}
