namespace nanoFramework.M2Mqtt;

/// <summary>Settings, one set for all clients of the process.</summary>
public class MqttSettings
{
    public const int BrokerDefaultPort = 1883;
    public const int BrokerDefaultSslPort = 8883;

    /// <summary>Milliseconds to wait for an answer.</summary>
    public const int DefaultTimeout = 30000;

    /// <summary>Tries before a message is given up.</summary>
    public const int MaximumAttemptsRetry = 3;

    /// <summary>Milliseconds between tries.</summary>
    public const int DefaultDelayRetry = 1000;

    /// <summary>Milliseconds to wait for CONNACK.</summary>
    public const int ConnectTimeout = 30000;

    /// <summary>Messages that may wait in RAM: no limit, so set one.</summary>
    public const int DefaultInflightQueueSize = int.MaxValue;

    private MqttSettings()
    {
    }

    public static MqttSettings Instance { get; } = new();

    public int Port => BrokerDefaultPort;

    public int SslPort => BrokerDefaultSslPort;

    public int TimeoutOnConnection => ConnectTimeout;

    public int TimeoutOnReceiving => DefaultTimeout;

    public int AttemptsOnRetry => MaximumAttemptsRetry;

    public int DelayOnRetry => DefaultDelayRetry;

    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;

    public bool ValidateServerCertificate { get; set; } = true;
}
