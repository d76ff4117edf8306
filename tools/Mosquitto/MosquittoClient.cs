using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Tools.Mosquitto;

/// <summary>
/// One MQTT 3.1.1 connection through libmosquitto. Publishing and subscribing may come from any thread; the events come from
/// whichever thread runs the loop: the caller's (<see cref="Loop"/>) or one of its own (<see cref="StartLoop"/>).
/// </summary>
/// <remarks>
/// Nothing reconnects or subscribes again unless <see cref="StartLoop"/> was asked to reconnect; after each connect, subscribe in
/// <see cref="Connected"/>.
/// </remarks>
public sealed unsafe class MosquittoClient : IDisposable
{
    private readonly IntPtr _mosq;
    private readonly object _life = new();
    private GCHandle _self;
    private Thread _loopThread;
    private ExceptionDispatchInfo _handlerFailure;
    private volatile bool _stopping;
    private bool _destroyed;

    /// <summary>Makes a client; nothing is sent before <see cref="Connect"/>.</summary>
    /// <param name="clientId">Client id; null lets the broker choose one (clean session only).</param>
    /// <param name="cleanSession">True: the broker forgets subscriptions and queued messages at disconnect.</param>
    /// <exception cref="MosquittoMissingException">libmosquitto is not installed.</exception>
    public MosquittoClient(string clientId = null, bool cleanSession = true)
    {
        MosquittoLibrary.Ensure();
        _self = GCHandle.Alloc(this, GCHandleType.Weak);
        _mosq = MosquittoLibrary.create(clientId, cleanSession, GCHandle.ToIntPtr(_self));
        if (_mosq == IntPtr.Zero)
        {
            _self.Free();
            throw new MosquittoException($"client id \"{clientId}\" refused by libmosquitto");
        }

        MosquittoLibrary.threaded_set(_mosq, true);
        MosquittoLibrary.connect_callback_set(_mosq, &OnConnect);
        MosquittoLibrary.disconnect_callback_set(_mosq, &OnDisconnect);
        MosquittoLibrary.publish_callback_set(_mosq, &OnPublish);
        MosquittoLibrary.message_callback_set(_mosq, &OnMessage);
        MosquittoLibrary.subscribe_callback_set(_mosq, &OnSubscribe);
        MosquittoLibrary.unsubscribe_callback_set(_mosq, &OnUnsubscribe);
    }

    /// <summary>CONNACK came: 0 accepted, 1–5 the refusal of MQTT 3.1.1 §3.2.2.3 (4 bad credentials, 5 not authorised).</summary>
    public event Action<int> Connected;

    /// <summary>The connection is over: 0 after <see cref="Disconnect"/>, else a number of <see cref="MosquittoError"/>.</summary>
    public event Action<int> Disconnected;

    /// <summary>A subscribed message arrived.</summary>
    public event Action<MosquittoMessage> MessageReceived;

    /// <summary>The message id is done: PUBACK for QoS 1, PUBCOMP for QoS 2, handed to the socket for QoS 0.</summary>
    public event Action<int> Published;

    /// <summary>SUBACK: message id and granted QoS of each filter (128 = refused).</summary>
    public event Action<int, int[]> Subscribed;

    /// <summary>UNSUBACK: message id.</summary>
    public event Action<int> Unsubscribed;

    /// <summary>Loads libmosquitto now, so that a start-up can say in one line that it is missing.</summary>
    /// <exception cref="MosquittoMissingException">libmosquitto is not installed.</exception>
    public static void EnsureLibrary() => MosquittoLibrary.Ensure();

    /// <summary>What the broker publishes when this client vanishes. Call before connecting.</summary>
    public void SetWill(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        fixed (byte* bytes = payload)
        {
            Check("set the will on " + topic, MosquittoLibrary.will_set(_mosq, topic, payload.Length, bytes, qos, retain));
        }
    }

    /// <summary>User name and password for the next connect; null user: none.</summary>
    public void SetCredentials(string user, string password) =>
        Check("set credentials", MosquittoLibrary.username_pw_set(_mosq, user, password));

    /// <summary>Encrypts the next connect.</summary>
    /// <param name="caFile">PEM file of the authorities to trust.</param>
    /// <param name="verify">False accepts any certificate.</param>
    public void UseTls(string caFile, bool verify)
    {
        Check("use " + caFile, MosquittoLibrary.tls_set(_mosq, caFile, null, null, null, IntPtr.Zero));
        Check("set TLS options", MosquittoLibrary.tls_opts_set(_mosq, verify ? 1 : 0, null, null));
        Check("set TLS options", MosquittoLibrary.tls_insecure_set(_mosq, !verify));
    }

    /// <summary>How many QoS 1 and 2 messages may be on the way at once; 0: no limit (libmosquitto starts with 20).</summary>
    public void SetMaxInflight(int messages) =>
        Check("set max inflight", MosquittoLibrary.max_inflight_messages_set(_mosq, (uint)messages));

    /// <summary>Opens the TCP connection and sends CONNECT; the answer comes as <see cref="Connected"/>. Waits for TCP.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">TCP port.</param>
    /// <param name="keepAliveSeconds">0 off, else at least 5 (libmosquitto's own floor).</param>
    /// <exception cref="MosquittoException">Name unknown, nobody listens, or an argument is out of range.</exception>
    public void Connect(string host, int port, int keepAliveSeconds = 60) =>
        Check($"connect to {host}:{port}", MosquittoLibrary.connect(_mosq, host, port, keepAliveSeconds));

    /// <summary>As <see cref="Connect"/>, without waiting for TCP: a failure shows in <see cref="Loop"/>.</summary>
    public void BeginConnect(string host, int port, int keepAliveSeconds = 60) =>
        Check($"connect to {host}:{port}", MosquittoLibrary.connect_async(_mosq, host, port, keepAliveSeconds));

    /// <summary>Sends DISCONNECT, so that the broker does not publish the will. No error when there is no connection.</summary>
    public void Disconnect() => MosquittoLibrary.disconnect(_mosq);

    /// <summary>Publishes.</summary>
    /// <returns>The message id that <see cref="Published"/> will name.</returns>
    /// <exception cref="MosquittoException">No connection (QoS 0), or topic or payload not allowed.</exception>
    public int Publish(string topic, ReadOnlySpan<byte> payload, int qos = 0, bool retain = false)
    {
        fixed (byte* bytes = payload)
        {
            int error = MosquittoLibrary.publish(_mosq, out int messageId, topic, payload.Length, bytes, qos, retain);
            Check("publish on " + topic, error);
            return messageId;
        }
    }

    /// <summary>Subscribes to one filter.</summary>
    /// <returns>The message id that <see cref="Subscribed"/> will name.</returns>
    /// <exception cref="MosquittoException">No connection, or the filter is malformed.</exception>
    public int Subscribe(string filter, int qos)
    {
        Check("subscribe to " + filter, MosquittoLibrary.subscribe(_mosq, out int messageId, filter, qos));
        return messageId;
    }

    /// <summary>Unsubscribes from one filter.</summary>
    /// <returns>The message id that <see cref="Unsubscribed"/> will name.</returns>
    /// <exception cref="MosquittoException">No connection, or the filter is malformed.</exception>
    public int Unsubscribe(string filter)
    {
        Check("unsubscribe from " + filter, MosquittoLibrary.unsubscribe(_mosq, out int messageId, filter));
        return messageId;
    }

    /// <summary>
    /// Sends, receives, keeps alive and raises the events, once; returns at the latest after <paramref name="milliseconds"/>.
    /// Only one thread may do this, and not beside <see cref="StartLoop"/>.
    /// </summary>
    /// <returns>0, or why there is no connection any more: see <see cref="MosquittoError"/>.</returns>
    /// <remarks>An exception that a handler let out is thrown from here.</remarks>
    public int Loop(int milliseconds)
    {
        int error = MosquittoLibrary.loop(_mosq, milliseconds, 1);
        ExceptionDispatchInfo failure = Interlocked.Exchange(ref _handlerFailure, null);
        failure?.Throw();
        return error;
    }

    /// <summary>Runs <see cref="Loop"/> in a thread of its own until <see cref="Dispose"/>.</summary>
    /// <param name="reconnectEvery">When given, a lost connection is tried again at this interval; else the thread ends with it.</param>
    public void StartLoop(TimeSpan? reconnectEvery = null)
    {
        _loopThread = new Thread(() => RunLoop(reconnectEvery)) { IsBackground = true, Name = "mosquitto" };
        _loopThread.Start();
    }

    /// <summary>
    /// Closes the socket and frees everything. Without a <see cref="Disconnect"/> before it the broker publishes the will.
    /// May be called from a handler; then the loop ends after it.
    /// </summary>
    public void Dispose()
    {
        _stopping = true;
        if (_loopThread == Thread.CurrentThread)
        {
            return; // RunLoop frees when the handler has returned.
        }

        _loopThread?.Join();
        Destroy();
    }

    private void RunLoop(TimeSpan? reconnectEvery)
    {
        while (!_stopping)
        {
            if (Loop(100) == MosquittoError.Success)
            {
                continue;
            }

            if (reconnectEvery == null)
            {
                break;
            }

            Thread.Sleep(reconnectEvery.Value);
            if (!_stopping)
            {
                MosquittoLibrary.reconnect(_mosq);
            }
        }

        if (_stopping)
        {
            Destroy();
        }
    }

    private void Destroy()
    {
        lock (_life)
        {
            if (_destroyed)
            {
                return;
            }

            _destroyed = true;
            MosquittoLibrary.destroy(_mosq);
            _self.Free();
        }
    }

    private static void Check(string doing, int error)
    {
        if (error != MosquittoError.Success)
        {
            throw new MosquittoException(doing, error);
        }
    }

    /// <summary>Runs a handler; what it throws must not travel through C frames and comes out of <see cref="Loop"/> instead.</summary>
    private static void Raise(IntPtr context, Action<MosquittoClient> handler)
    {
        if (GCHandle.FromIntPtr(context).Target is not MosquittoClient client)
        {
            return;
        }

        try
        {
            handler(client);
        }
        catch (Exception e)
        {
            client._handlerFailure = ExceptionDispatchInfo.Capture(e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(IntPtr mosq, IntPtr context, int code) => Raise(context, c => c.Connected?.Invoke(code));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDisconnect(IntPtr mosq, IntPtr context, int error) => Raise(context, c => c.Disconnected?.Invoke(error));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(IntPtr mosq, IntPtr context, int messageId) => Raise(context, c => c.Published?.Invoke(messageId));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnUnsubscribe(IntPtr mosq, IntPtr context, int messageId) => Raise(context, c => c.Unsubscribed?.Invoke(messageId));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(IntPtr mosq, IntPtr context, int messageId, int count, int* granted)
    {
        int[] levels = new ReadOnlySpan<int>(granted, count).ToArray();
        Raise(context, c => c.Subscribed?.Invoke(messageId, levels));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(IntPtr mosq, IntPtr context, MosquittoLibrary.NativeMessage* message)
    {
        var copy = new MosquittoMessage(
            Marshal.PtrToStringUTF8(message->Topic),
            new ReadOnlySpan<byte>(message->Payload, message->PayloadLength).ToArray(),
            message->Qos,
            message->Retain != 0);
        Raise(context, c => c.MessageReceived?.Invoke(copy));
    }
}
