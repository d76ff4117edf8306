using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Desk;

/// <summary>
/// Brings acknowledgements to their units (PROTOCOL.md, <c>command</c>). Somebody notes them in the store, from whichever process; here each goes out
/// when its unit is online, again after each birth of the unit, and again every 10 min until the unit's own <c>acknowledged</c> record is stored.
/// </summary>
public sealed class Dispatch(Store store, TimeProvider time, Func<UnitAddress, string, bool> send, Action<Notice> tell)
{
    /// <summary>Longest name of who takes care, bytes of UTF-8 (PROTOCOL.md).</summary>
    public const int LongestWhoBytes = 12;

    /// <summary>Longest case number, bytes of UTF-8 (PROTOCOL.md).</summary>
    public const int LongestCaseBytes = 20;

    /// <summary>Time after which an unconfirmed acknowledgement goes out again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions s_asItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Units _units = new(store);
    private readonly Incidents _incidents = new(store);
    private readonly Dictionary<long, (long Session, long At)> _sent = [];

    /// <summary>The command as it goes on the wire.</summary>
    public static string Command(Incident incident, Acknowledgement made) => new JsonObject
    {
        ["v"] = 1,
        ["command"] = "acknowledge",
        ["epoch"] = incident.Epoch,
        ["code"] = incident.Code,
        ["occurrence"] = incident.Occurrence,
        ["who"] = made.Who,
        ["case"] = made.Case,
        ["arrive"] = made.ArriveAt,
    }.ToJsonString(s_asItIs);

    /// <summary>Sends what is due; call it about once a second.</summary>
    /// <exception cref="StoreException">The store did not take it: it is sent again at the next call.</exception>
    public void Send()
    {
        foreach (Acknowledgement made in _incidents.Unconfirmed())
        {
            Incident incident = _incidents.Of(made.Incident);
            UnitRow unit = _units.Of(incident.Unit.Value);
            if (unit.State is { Online: true } state && IsDue(made, state) && send(unit.Address, Command(incident, made)))
            {
                _sent[made.Id] = (state.Session, time.GetTimestamp());
                store.Commit(() => _incidents.Sent(made.Id, time.GetUtcNow().ToUnixTimeSeconds()));
                if (made.SentAt == null)
                {
                    tell(new AcknowledgementNotice(unit, incident, made)); // that it goes again is no news
                }
            }
        }
    }

    /// <summary>Whether a name or case number may stand in a command: not empty, not too long, nothing that would move a terminal.</summary>
    public static bool Fits(string text, int longestBytes) =>
        text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= longestBytes && Pages.Columns.Clean(text, longestBytes) == text;

    private bool IsDue(Acknowledgement made, State state) =>
        !_sent.TryGetValue(made.Id, out (long Session, long At) last) || last.Session != state.Session || time.GetElapsedTime(last.At) >= Again;
}
