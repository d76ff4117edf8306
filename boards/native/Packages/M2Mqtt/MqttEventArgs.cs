using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A message from the broker.</summary>
public class MqttMsgPublishEventArgs(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain) : EventArgs
{
    public string Topic { get; } = topic;

    public byte[] Message { get; } = message;

    public bool DupFlag { get; } = dupFlag;

    public MqttQoSLevel QosLevel { get; } = qosLevel;

    public bool Retain { get; } = retain;
}

/// <summary>A published message of QoS 1 or 2 was acknowledged, or given up.</summary>
public class MqttMsgPublishedEventArgs : EventArgs
{
    public MqttMsgPublishedEventArgs(ushort messageId)
        : this(messageId, true)
    {
    }

    public MqttMsgPublishedEventArgs(ushort messageId, bool isPublished)
    {
        MessageId = messageId;
        IsPublished = isPublished;
    }

    public ushort MessageId { get; set; }

    /// <summary>False: three tries without an answer.</summary>
    public bool IsPublished { get; set; }
}

/// <summary>SUBACK.</summary>
public class MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels) : EventArgs
{
    public ushort MessageId { get; } = messageId;

    /// <summary>For each filter, in order; <see cref="MqttQoSLevel.GrantedFailure"/> where refused.</summary>
    public MqttQoSLevel[] GrantedQoSLevels { get; } = grantedQosLevels;
}

/// <summary>UNSUBACK.</summary>
public class MqttMsgUnsubscribedEventArgs(ushort messageId) : EventArgs
{
    public ushort MessageId { get; } = messageId;
}

/// <summary>Base of the packets that events carry.</summary>
public abstract class MqttMsgBase
{
    public MqttMessageType Type { get; set; }

    public bool DupFlag { get; set; }

    public MqttQoSLevel QosLevel { get; set; }

    public bool Retain { get; set; }

    public ushort MessageId { get; set; }
}

/// <summary>The broker's answer to CONNECT.</summary>
public class MqttMsgConnack : MqttMsgBase
{
    public MqttMsgConnack() => Type = MqttMessageType.ConnectAck;

    public bool SessionPresent { get; set; }

    public MqttReasonCode ReturnCode { get; set; }
}

/// <summary>The broker answered CONNECT, whatever it said.</summary>
public class ConnectionOpenedEventArgs(MqttMsgConnack connact) : EventArgs
{
    public MqttMsgConnack Message { get; } = connact;
}
