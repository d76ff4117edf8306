using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Board.Native;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Tools.Mosquitto;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// One connection, from Connect to its end. A worker runs libmosquitto's loop, sends what is queued and gives up what is not answered;
/// a dispatcher runs the firmware's handlers. What libmosquitto would do by itself (reconnect, send again) is never let happen: a new
/// connection is a new libmosquitto client.
/// </summary>
internal sealed class MqttLink
{
    private const int LoopMilliseconds = 20;
    private const int FarewellMilliseconds = 500;
    private const int SmallestKeepAlive = 5;

    private readonly MqttClient _client;
    private readonly MqttOutbox _outbox;
    private readonly MosquittoClient _mosquitto;
    private readonly int _boot = Board.Native.Hardware.Boot;
    private readonly ushort _keepAliveSeconds;
    private readonly long _silenceLimit;
    private readonly Queue<Action> _events = new();
    private readonly List<Action> _arrived = new();
    private System.Threading.Thread _worker;
    private volatile bool _ended;
    private volatile bool _closing;
    private volatile bool _leaving;
    private volatile bool _tcpOpen;
    private volatile bool _accepted;
    private Exception _failure;
    private MqttReasonCode? _answer;
    private string _caFile;
    private long _deafSince = long.MaxValue;
    private long _offlineSince = long.MaxValue;

    internal MqttLink(MqttClient client, MqttOutbox outbox, string clientId, bool cleanSession, ushort keepAliveSeconds)
    {
        _client = client;
        _outbox = outbox;
        _keepAliveSeconds = keepAliveSeconds;
        _silenceLimit = keepAliveSeconds == 0 ? long.MaxValue : 2 * keepAliveSeconds * 1_000_000L;
        _mosquitto = new MosquittoClient(clientId, cleanSession);
        _mosquitto.SetMaxInflight(0);
        _mosquitto.Connected += code => _arrived.Add(() => OnAnswer((MqttReasonCode)code));
        _mosquitto.MessageReceived += message => _arrived.Add(() => OnMessage(message));
        _mosquitto.Published += id => _arrived.Add(() => OnPublished(id));
        _mosquitto.Subscribed += (id, granted) => _arrived.Add(() => OnSubscribed(id, granted));
        _mosquitto.Unsubscribed += id => _arrived.Add(() => OnUnsubscribed(id));
        _mosquitto.Disconnected += _ => _closing = true;
    }

    /// <summary>The broker accepted, and no loss has been noticed.</summary>
    internal bool IsUp => _accepted && !_closing && !_ended;

    private bool IsDeaf => _deafSince != long.MaxValue;

    internal void Prepare(string user, string password, string willTopic, string willMessage, MqttQoSLevel willQos, bool willRetain)
    {
        if (user != null)
        {
            _mosquitto.SetCredentials(user, password);
        }

        if (willTopic != null)
        {
            _mosquitto.SetWill(willTopic, Encoding.UTF8.GetBytes(willMessage), (int)willQos, willRetain);
        }
    }

    internal void UseTls(byte[] caCert, bool verify)
    {
        _caFile = System.IO.Path.GetTempFileName();
        System.IO.File.WriteAllText(_caFile, PemEncoding.Write("CERTIFICATE", caCert ?? []));
        _mosquitto.UseTls(_caFile, verify);
        StallGate.Stall(Board.Native.Hardware.Profile.TlsStall);
    }

    /// <summary>Starts the threads and waits for the broker's answer.</summary>
    internal MqttReasonCode Open(string address, int port)
    {
        _worker = new System.Threading.Thread(() => Work(address, port)) { IsBackground = true, Name = "m2mqtt worker" };
        _worker.Start();
        long due = Deadline.After(MqttSettings.ConnectTimeout);
        int seen = UnitTime.Changes;
        while (_answer == null && _failure == null && UnitTime.Microseconds < due)
        {
            UnitTime.WaitForChange(seen, due);
            seen = UnitTime.Changes;
        }

        StallGate.Pass();
        return Judge();
    }

    /// <summary>Sends DISCONNECT; the end of the connection follows by itself.</summary>
    internal void Leave()
    {
        if (WifiStation.IsOnline)
        {
            _mosquitto.Disconnect();
        }

        _leaving = true;
    }

    /// <summary>Ends everything without a word. Returns when the worker is gone, unless that is the caller.</summary>
    internal void End()
    {
        _ended = true;
        lock (_events)
        {
            _events.Clear();
            Monitor.PulseAll(_events);
        }

        if (_worker != null && _worker != System.Threading.Thread.CurrentThread)
        {
            _worker.Join(1000);
        }
    }

    private MqttReasonCode Judge()
    {
        if (_answer == MqttReasonCode.Success)
        {
            new System.Threading.Thread(Dispatch) { IsBackground = true, Name = "m2mqtt dispatch" }.Start();
            return MqttReasonCode.Success;
        }

        bool tcpOpen = _tcpOpen;
        End();
        if (_answer != null)
        {
            return _answer.Value;
        }

        throw tcpOpen
            ? new MqttCommunicationException(_failure)
            : new MqttConnectionException("Exception connecting to the broker", _failure ?? new SocketException((int)SocketError.TimedOut));
    }

    /// <summary>The worker thread.</summary>
    private void Work(string address, int port)
    {
        try
        {
            _mosquitto.Connect(address, port, RealKeepAlive());
            _tcpOpen = true;
            while (!_ended && !_closing && _boot == Board.Native.Hardware.Boot)
            {
                Step();
            }
        }
        catch (Exception e)
        {
            _failure = e;
        }

        _failure ??= new MqttCommunicationException();
        _mosquitto.Dispose();
        RemoveCaFile();
        StartClosing();
    }

    /// <summary>Keep-alive in seconds of the broker and of libmosquitto, for whom time is real.</summary>
    private int RealKeepAlive()
    {
        double speed = UnitTime.IsManual ? 1 : UnitTime.Speed;
        return _keepAliveSeconds == 0 ? 0 : Math.Max((int)Math.Ceiling(_keepAliveSeconds / speed), SmallestKeepAlive);
    }

    private void Step()
    {
        if (!IsReachable())
        {
            System.Threading.Thread.Sleep(LoopMilliseconds);
        }
        else if (_leaving)
        {
            SayGoodbye();
        }
        else
        {
            Turn();
        }

        GiveUpUnanswered();
    }

    /// <summary>One turn of libmosquitto's loop, then what came of it.</summary>
    private void Turn()
    {
        int error = _mosquitto.Loop(LoopMilliseconds);
        StallGate.Pass();
        foreach (Action arrived in _arrived.ToArray())
        {
            arrived();
        }

        _arrived.Clear();
        if (error != MosquittoError.Success)
        {
            _closing = true;
        }
        else if (IsUp)
        {
            SendQueued();
        }
    }

    /// <summary>Without a network nothing moves; after two keep-alive periods of silence the connection is lost.</summary>
    private bool IsReachable()
    {
        long now = UnitTime.Microseconds;
        bool online = WifiStation.IsOnline;
        _offlineSince = online ? long.MaxValue : Math.Min(_offlineSince, now);
        if (HasBeenSilent(_offlineSince, now) || HasBeenSilent(_deafSince, now))
        {
            _closing = true;
        }

        return online && !_closing;
    }

    private bool HasBeenSilent(long since, long now) => since != long.MaxValue && now - since >= _silenceLimit;

    private void SayGoodbye()
    {
        long end = System.Environment.TickCount64 + FarewellMilliseconds;
        while (!_closing && System.Environment.TickCount64 < end && _mosquitto.Loop(LoopMilliseconds) == MosquittoError.Success)
        {
        }

        _closing = true;
    }

    private void SendQueued()
    {
        foreach (MqttRequest request in _outbox.Snapshot())
        {
            if (request.Attempts == 0)
            {
                request.Attempts = 1;
                request.TriedAt = UnitTime.Microseconds;
                Send(request);
            }
        }
    }

    private void Send(MqttRequest request)
    {
        request.Waiting = new int[request.Topics.Length];
        request.Granted = new MqttQoSLevel[request.Topics.Length];
        for (int i = 0; i < request.Topics.Length; i++)
        {
            request.Waiting[i] = SendOne(request, i);
        }

        if (!request.WantsAnswer)
        {
            _outbox.Remove(request);
        }
    }

    private int SendOne(MqttRequest request, int index) => request.Kind switch
    {
        MqttRequestKind.Publish => _mosquitto.Publish(request.Topics[index], request.Payload, (int)request.Levels[index], request.Retain),
        MqttRequestKind.Subscribe => _mosquitto.Subscribe(request.Topics[index], (int)request.Levels[index]),
        _ => _mosquitto.Unsubscribe(request.Topics[index]),
    };

    /// <summary>A try each second, three in all; then a message is reported as not published and forgotten.</summary>
    private void GiveUpUnanswered()
    {
        foreach (MqttRequest request in _outbox.Snapshot())
        {
            if (request.Attempts == 0 || UnitTime.Microseconds - request.TriedAt < MqttSettings.DefaultDelayRetry * 1000L)
            {
                continue;
            }

            if (request.Attempts < MqttSettings.MaximumAttemptsRetry)
            {
                request.Attempts++;
                request.TriedAt += MqttSettings.DefaultDelayRetry * 1000L;
                continue;
            }

            _outbox.Remove(request);
            if (request.Kind == MqttRequestKind.Publish)
            {
                Post(() => _client.RaisePublished(request.Id, false));
            }
        }
    }

    private void OnAnswer(MqttReasonCode code)
    {
        _client.RaiseOpened(code);
        _accepted = code == MqttReasonCode.Success;
        _answer = code;
        UnitTime.NotifyChange();
    }

    /// <summary>A message larger than free memory leaves the stream out of step: from then on nothing is understood.</summary>
    private void OnMessage(MosquittoMessage message)
    {
        if (message.Payload.Length > Board.Native.Hardware.Profile.MqttInboundLimit)
        {
            _deafSince = Math.Min(_deafSince, UnitTime.Microseconds);
        }

        if (!IsDeaf)
        {
            var e = new MqttMsgPublishEventArgs(message.Topic, message.Payload, false, (MqttQoSLevel)message.Qos, message.Retain);
            Post(() => _client.RaiseReceived(e));
        }
    }

    private void OnPublished(int mosquittoId)
    {
        if (TakeAnswered(MqttRequestKind.Publish, mosquittoId, MqttQoSLevel.AtMostOnce, out MqttRequest request))
        {
            Post(() => _client.RaisePublished(request.Id, true));
        }
    }

    private void OnSubscribed(int mosquittoId, int[] granted)
    {
        if (TakeAnswered(MqttRequestKind.Subscribe, mosquittoId, (MqttQoSLevel)granted[0], out MqttRequest request))
        {
            Post(() => _client.RaiseSubscribed(request.Id, request.Granted));
        }
    }

    private void OnUnsubscribed(int mosquittoId)
    {
        if (TakeAnswered(MqttRequestKind.Unsubscribe, mosquittoId, MqttQoSLevel.AtMostOnce, out MqttRequest request))
        {
            Post(() => _client.RaiseUnsubscribed(request.Id));
        }
    }

    /// <summary>Notes an answer; true when it was the last one that its request waited for, which is then done.</summary>
    private bool TakeAnswered(MqttRequestKind kind, int mosquittoId, MqttQoSLevel granted, out MqttRequest request)
    {
        request = Array.Find(_outbox.Snapshot(), r => r.Kind == kind && r.Waiting != null && Array.IndexOf(r.Waiting, mosquittoId) >= 0);
        if (request == null || IsDeaf)
        {
            return false;
        }

        int index = Array.IndexOf(request.Waiting, mosquittoId);
        request.Waiting[index] = 0;
        request.Granted[index] = granted;
        if (request.IsAnswered)
        {
            _outbox.Remove(request);
        }

        return request.IsAnswered;
    }

    private void Post(Action handler)
    {
        lock (_events)
        {
            _events.Enqueue(handler);
            Monitor.PulseAll(_events);
        }
    }

    private void StartClosing()
    {
        _closing = true;
        lock (_events)
        {
            Monitor.PulseAll(_events);
        }

        UnitTime.NotifyChange();
    }

    /// <summary>The dispatch thread: handlers after each other; when all have run and the connection is over, the end is told.</summary>
    private void Dispatch()
    {
        Board.Native.Hardware.AdoptThread();
        while (TakeEvent(out Action handler))
        {
            try
            {
                StallGate.Pass();
                handler();
            }
            catch (Exception e)
            {
                Board.Native.Hardware.RecordDeath("MQTT handler", e);
                _closing = true;
            }
        }

        if (!_ended)
        {
            TellClosed();
        }
    }

    private void TellClosed()
    {
        try
        {
            _client.RaiseClosed(this);
        }
        catch (Exception e)
        {
            Board.Native.Hardware.RecordDeath("MQTT handler", e);
        }
    }

    private bool TakeEvent(out Action handler)
    {
        lock (_events)
        {
            while (!_events.TryDequeue(out handler))
            {
                if (_closing || _ended)
                {
                    return false;
                }

                Monitor.Wait(_events);
            }

            return true;
        }
    }

    private void RemoveCaFile()
    {
        if (_caFile != null)
        {
            System.IO.File.Delete(_caFile);
        }
    }
}
