namespace Firmware.Core.Ports;

/// <summary>How far the connection reaches.</summary>
public enum LinkReach : byte
{
    /// <summary>No network.</summary>
    None = 0,

    /// <summary>Network, no broker.</summary>
    Network = 1,

    /// <summary>Broker connected and both subscriptions confirmed.</summary>
    Broker = 2,
}

/// <summary>Why the last attempt to connect ended without a connection.</summary>
public enum LinkTrouble : byte
{
    /// <summary>Nothing to report.</summary>
    None = 0,

    /// <summary>No network (access point, address).</summary>
    NoNetwork = 1,

    /// <summary>The broker's name could not be resolved.</summary>
    NoSuchHost = 2,

    /// <summary>Nobody answers at the broker's address.</summary>
    Unreachable = 3,

    /// <summary>The broker refused user, password or client id.</summary>
    Refused = 4,

    /// <summary>The broker went away or did not answer in time.</summary>
    Lost = 5,
}

/// <summary>What an inbound message is.</summary>
public enum Inbound : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>On <c>stored</c>.</summary>
    Stored = 1,

    /// <summary>On <c>command</c>.</summary>
    Command = 2,

    /// <summary>On either, but retained or longer than the buffer: refused.</summary>
    Refused = 3,
}

/// <summary>
/// The worker that owns the connection, seen from the loop: one-slot mailboxes, no call waits. The worker connects, reconnects and
/// subscribes by itself; what is handed over and not acknowledged by the broker is not repeated by it.
/// </summary>
public interface ILink
{
    /// <summary>How far the connection reaches now.</summary>
    LinkReach Reach { get; }

    /// <summary>Why the last attempt failed.</summary>
    LinkTrouble Trouble { get; }

    /// <summary>Connects since the start of the unit whose subscriptions were confirmed: 0 before the first. A change means a new session.</summary>
    int Sessions { get; }

    /// <summary>
    /// Number of the present session, or of the last one: 0 before the first, then growing. Which connects it counts: PROTOCOL.md, <c>state</c>.
    /// </summary>
    int SessionNumber { get; }

    /// <summary>Epoch in which the present session, or the last one, is numbered: what its will says.</summary>
    int SessionEpoch { get; }

    /// <summary>Epoch in which the next connect is numbered; set before <see cref="MayConnect"/>.</summary>
    int NextEpoch { set; }

    /// <summary>Attempts since the start of the unit.</summary>
    int Attempts { get; }

    /// <summary>Workers that hung and were replaced since the start of the unit.</summary>
    int Restarts { get; }

    /// <summary>Publishes handed over in this session whose broker acknowledgement is outstanding, with the mailbox.</summary>
    int InFlight { get; }

    /// <summary>
    /// Publishes that were given up without the broker's acknowledgement, since the start of the unit: by the client, or because their session ended. Asked for after
    /// <see cref="InFlight"/>, it tells whether that is 0 because the broker has all.
    /// </summary>
    int GivenUp { get; }

    /// <summary>
    /// False while no new attempt to connect may begin: before the unit knows in which epoch its start is counted, and while a number is shown, because name lookup and TLS stop
    /// every thread, and with them the LEDs (platform rule 8). A connection that stands, and an attempt that has begun, are not touched. False at the start.
    /// </summary>
    bool MayConnect { set; }

    /// <summary>The mailbox is free: what was handed over last is with the client or given up, and its payload may be written over.</summary>
    bool IsFree { get; }

    /// <summary>
    /// Hands one publish over; the payload is not copied and stays as it is until <see cref="IsFree"/>. False while the mailbox is taken or there is no broker.
    /// </summary>
    bool TryPublish(string topic, byte[] payload, int count, bool atLeastOnce, bool retain);

    /// <summary>Takes the oldest inbound message into a buffer of 512 B or more; <paramref name="count"/> is its length.</summary>
    Inbound TryTake(byte[] into, out int count);
}
