namespace System.IO.Ports;

/// <summary>Why <see cref="SerialPort.DataReceived"/> was raised.</summary>
public class SerialDataReceivedEventArgs : EventArgs
{
    internal SerialDataReceivedEventArgs(SerialData eventType) => EventType = eventType;

    public SerialData EventType { get; }
}

/// <summary>Handler of <see cref="SerialPort.DataReceived"/>; runs on the event thread.</summary>
public delegate void SerialDataReceivedEventHandler(object sender, SerialDataReceivedEventArgs e);
