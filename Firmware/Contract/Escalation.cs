namespace Firmware.Contract;

/// <summary>Who is called while an alarm stays unanswered. The numbers go on the wire (<c>escalation</c>); they never change. When each is called the contract's profile says.</summary>
public static class Escalation
{
    /// <summary>The service desk itself, before the answer is due.</summary>
    public const byte Desk = 0;

    /// <summary>The desk's lead.</summary>
    public const byte DeskLead = 1;

    /// <summary>The manager, with the desk's lead.</summary>
    public const byte Manager = 2;

    /// <summary>Technical lead and expert group, with all the others.</summary>
    public const byte Experts = 3;
}
