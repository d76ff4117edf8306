namespace nanoFramework.Runtime.Events;

/// <summary>Base of what the interrupt system hands to handlers.</summary>
public class BaseEvent
{
    public ushort Source;
    public byte Message;
}
