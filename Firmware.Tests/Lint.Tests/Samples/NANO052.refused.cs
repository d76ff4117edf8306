// layer: Device
using System.IO.Ports;

public static class Bus
{
    public static SerialPort Open() => new SerialPort("COM1", 9600); // refused
}
