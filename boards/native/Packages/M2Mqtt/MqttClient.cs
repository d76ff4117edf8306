using System;
using System.Collections;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Board.Native;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Tools.Mosquitto;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// M2Mqtt 5.1.220's client with MQTT 3.1.1, on libmosquitto, with M2Mqtt's manners: the constructor resolves the host;
/// <see cref="Connect(string)"/> throws or returns a refusal; publishing without a connection queues silently in RAM; a message without
/// an answer is given up after three tries a second apart; nothing reconnects or subscribes again.
/// </summary>
public class MqttClient : IMqttClient, IDisposable
{
    private readonly object _sync = new();
    private readonly MqttOutbox _outbox = new();
    private MqttLink _link;
    private string _address;
    private int _port;
    private bool _secure;
    private byte[] _caCert;
    private ushort _lastId;

    /// <summary>Port 1883, not encrypted.</summary>
    /// <exception cref="SocketException">No network, or no such name; an address in digits is not looked up.</exception>
    public MqttClient(string brokerHostName)
        : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
    {
    }

    /// <inheritdoc cref="MqttClient(string)"/>
    /// <exception cref="ArgumentException">A version of TLS that the chip does not speak.</exception>
    public MqttClient(string brokerHostName, int brokerPort, bool secure, X509Certificate caCert, X509Certificate clientCert, MqttSslProtocols sslProtocol) =>
        Init(brokerHostName, brokerPort, secure, caCert?.GetRawCertData(), clientCert?.GetRawCertData(), sslProtocol);

    /// <summary>Handler of <see cref="ConnectionOpened"/>.</summary>
    public delegate void ConnectionOpenedEventHandler(object sender, ConnectionOpenedEventArgs e);

    public event IMqttClient.MqttMsgPublishEventHandler MqttMsgPublishReceived;

    /// <summary>QoS 1 and 2 only.</summary>
    public event IMqttClient.MqttMsgPublishedEventHandler MqttMsgPublished;

    public event IMqttClient.MqttMsgSubscribedEventHandler MqttMsgSubscribed;

    public event IMqttClient.MqttMsgUnsubscribedEventHandler MqttMsgUnsubscribed;

    /// <summary>CONNACK came, also a refusing one.</summary>
    public event ConnectionOpenedEventHandler ConnectionOpened;

    /// <summary>After a detected loss, after the broker closed and after <see cref="Disconnect"/>; not after <see cref="Close"/>.</summary>
    public event IMqttClient.ConnectionClosedEventHandler ConnectionClosed;

    public bool IsConnected => _link is { IsUp: true };

    public string ClientId { get; private set; }

    public bool CleanSession { get; private set; }

    public bool WillFlag { get; private set; }

    public MqttQoSLevel WillQosLevel { get; private set; }

    public string WillTopic { get; private set; }

    public string WillMessage { get; private set; }

    /// <summary>Only 3.1.1 is emulated.</summary>
    public MqttProtocolVersion ProtocolVersion { get; set; } = MqttProtocolVersion.Version_3_1_1;

    public MqttSettings Settings => MqttSettings.Instance;

    public void Init(string brokerHostName, int brokerPort, bool secure, byte[] caCert, byte[] clientCert, MqttSslProtocols sslProtocol)
    {
        MosquittoClient.EnsureLibrary();
        if (sslProtocol is not (MqttSslProtocols.None or MqttSslProtocols.TLSv1_2 or MqttSslProtocols.TLSv1_3))
        {
            throw new ArgumentException(sslProtocol + " is not supported");
        }

        _address = Dns.GetHostEntry(brokerHostName).AddressList[0].ToString();
        _port = brokerPort;
        _secure = secure;
        _caCert = caCert;
    }

    public MqttReasonCode Connect(string clientId) => Connect(clientId, true);

    public MqttReasonCode Connect(string clientId, bool cleanSession) => Connect(clientId, null, null, cleanSession, 60);

    public MqttReasonCode Connect(string clientId, string username, string password) => Connect(clientId, username, password, true, 60);

    public MqttReasonCode Connect(string clientId, string username, string password, bool cleanSession, ushort keepAlivePeriod) =>
        Connect(clientId, username, password, false, MqttQoSLevel.AtMostOnce, false, null, null, cleanSession, keepAlivePeriod);

    /// <summary>Connects; waits up to 30 s for the answer, in unit time.</summary>
    /// <param name="keepAlivePeriod">Seconds, 0 off. libmosquitto tells the broker at least 5.</param>
    /// <returns><see cref="MqttReasonCode.Success"/>, or why the broker refused.</returns>
    /// <exception cref="MqttConnectionException">TCP or TLS did not come up.</exception>
    /// <exception cref="MqttCommunicationException">No answer.</exception>
    public MqttReasonCode Connect(string clientId, string username, string password, bool willRetain, MqttQoSLevel willQosLevel, bool willFlag, string willTopic, string willMessage, bool cleanSession, ushort keepAlivePeriod)
    {
        StallGate.PassUnless(() => Board.Native.Hardware.Network.ConnectHangs);
        RequireEmulated();
        Close(clear: false);
        var link = new MqttLink(this, _outbox, clientId, cleanSession, keepAlivePeriod);
        _link = link;
        link.Prepare(username, password, willFlag ? willTopic : null, willMessage, willQosLevel, willRetain);
        if (_secure)
        {
            link.UseTls(_caCert, Settings.ValidateServerCertificate);
        }

        MqttReasonCode answer = link.Open(_address, _port);
        if (answer == MqttReasonCode.Success)
        {
            (ClientId, CleanSession, WillFlag) = (clientId, cleanSession, willFlag);
            (WillTopic, WillMessage, WillQosLevel) = (willTopic, willMessage, willQosLevel);
        }

        return answer;
    }

    /// <summary>Says good-bye, so that no will is published; <see cref="ConnectionClosed"/> follows.</summary>
    /// <exception cref="MqttCommunicationException">There is no connection to say it on.</exception>
    public void Disconnect()
    {
        StallGate.Pass();
        if (!IsConnected)
        {
            throw new MqttCommunicationException();
        }

        _link.Leave();
    }

    /// <summary>Ends the connection without a word and forgets what is queued. Raises nothing.</summary>
    public void Close()
    {
        StallGate.Pass();
        Close(clear: true);
    }

    public void Dispose() => Close();

    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        if (topics == null || topics.Length == 0)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicsEmpty);
        }

        if (qosLevels == null || qosLevels.Length != topics.Length)
        {
            throw new MqttClientException(MqttClientErrorCode.TopicsQosLevelsNotMatch);
        }

        var request = new MqttRequest { Kind = MqttRequestKind.Subscribe, Topics = topics, Levels = qosLevels };
        Enqueue(request);
        return request.Id;
    }

    public ushort Unsubscribe(string[] topics)
    {
        var request = new MqttRequest { Kind = MqttRequestKind.Unsubscribe, Topics = topics };
        Enqueue(request);
        return request.Id;
    }

    public ushort Publish(string topic, byte[] message) => Publish(topic, message, null);

    public ushort Publish(string topic, byte[] message, string contentType) => Publish(topic, message, contentType, null);

    public ushort Publish(string topic, byte[] message, string contentType, ArrayList userProperties) =>
        Publish(topic, message, contentType, userProperties, MqttQoSLevel.AtMostOnce, false);

    /// <summary>Queues a message, connected or not.</summary>
    /// <returns>Its id, for <see cref="MqttMsgPublished"/>.</returns>
    /// <exception cref="MqttClientException">The queue is as long as <see cref="MqttSettings.InflightQueueSize"/>.</exception>
    public ushort Publish(string topic, byte[] message, string contentType, ArrayList userProperties, MqttQoSLevel qosLevel, bool retain)
    {
        if (contentType != null || userProperties != null)
        {
            throw new NotSupportedException("contentType and userProperties belong to MQTT 5");
        }

        byte[] copy = (byte[])message.Clone();
        var request = new MqttRequest { Kind = MqttRequestKind.Publish, Topics = [topic], Levels = [qosLevel], Payload = copy, Retain = retain };
        if (!Enqueue(request))
        {
            throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
        }

        StallGate.PassUnless(() => Board.Native.Hardware.Network.PublishHangs);
        return request.Id;
    }

    internal void RaiseReceived(MqttMsgPublishEventArgs e) => MqttMsgPublishReceived?.Invoke(this, e);

    internal void RaisePublished(ushort id, bool published) => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(id, published));

    internal void RaiseSubscribed(ushort id, MqttQoSLevel[] granted) => MqttMsgSubscribed?.Invoke(this, new MqttMsgSubscribedEventArgs(id, granted));

    internal void RaiseUnsubscribed(ushort id) => MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs(id));

    internal void RaiseOpened(MqttReasonCode code) =>
        ConnectionOpened?.Invoke(this, new ConnectionOpenedEventArgs(new MqttMsgConnack { ReturnCode = code }));

    /// <summary>The dispatch thread has closed the connection itself.</summary>
    internal void RaiseClosed(MqttLink link)
    {
        if (link == _link)
        {
            Close(clear: true);
            ConnectionClosed?.Invoke(this, EventArgs.Empty);
        }
    }

    private void RequireEmulated()
    {
        if (ProtocolVersion != MqttProtocolVersion.Version_3_1_1)
        {
            throw new NotSupportedException("the native board emulates MQTT 3.1.1 only");
        }

        if (!WifiStation.IsOnline)
        {
            var cause = new SocketException((int)SocketError.NetworkUnreachable);
            throw new MqttConnectionException("Socket exception connecting to the broker: " + cause.ErrorCode, cause);
        }
    }

    private bool Enqueue(MqttRequest request)
    {
        StallGate.Pass();
        lock (_sync)
        {
            _lastId = (ushort)(_lastId == ushort.MaxValue ? 1 : _lastId + 1);
            request.Id = _lastId;
        }

        return _outbox.TryAdd(request, Settings.InflightQueueSize);
    }

    private void Close(bool clear)
    {
        _link?.End();
        _link = null;
        if (clear)
        {
            _outbox.Clear();
        }
    }
}
