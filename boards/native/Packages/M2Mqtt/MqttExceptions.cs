using System;

namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>A call was wrong; <see cref="ErrorCode"/> says how.</summary>
public class MqttClientException(MqttClientErrorCode errorCode) : Exception("MQTT client: " + errorCode)
{
    public MqttClientErrorCode ErrorCode { get; set; } = errorCode;
}

/// <summary>No CONNACK within 30 s, or sending failed.</summary>
public class MqttCommunicationException : Exception
{
    public MqttCommunicationException()
        : base("MQTT communication failed")
    {
    }

    public MqttCommunicationException(Exception e)
        : base("MQTT communication failed", e)
    {
    }
}

/// <summary>The TCP or TLS connection did not come up.</summary>
public class MqttConnectionException(string message, Exception innerException) : Exception(message, innerException);

/// <summary>Time was up.</summary>
public class MqttTimeoutException() : Exception("MQTT time-out");
