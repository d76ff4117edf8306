namespace System.IO.Ports;

/// <summary>Flow control.</summary>
public enum Handshake
{
    None = 0,
    XOnXOff = 1,
    RequestToSend = 2,
    RequestToSendXOnXOff = 3,
}

/// <summary>Parity bit.</summary>
public enum Parity
{
    None = 0,
    Odd = 1,
    Even = 2,
}

/// <summary>Why data was announced.</summary>
public enum SerialData
{
    Chars = 1,
    WatchChar = 2,
}

/// <summary>Use of the RTS line.</summary>
public enum SerialMode
{
    Normal = 0,
    RS485 = 1,
}

/// <summary>Stop bits.</summary>
public enum StopBits
{
    One = 1,
    Two = 2,
    OnePointFive = 3,
}
