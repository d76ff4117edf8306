using System.Collections.Generic;

namespace Tools.SiteSimulator.Parts;

/// <summary>The card reader at the enclosure and the cards that people hold to it. The last one held on is the one it sees.</summary>
public sealed class CardReader : SitePart
{
    internal static readonly Parameter Fitted = new("cardReaderFitted", 1, 0, 1, "1: a reader is fitted");
    internal static readonly Parameter UserCard = new("userCardNumber", 40_001_234, 1, 4_294_967_295, "the farmer's card");
    internal static readonly Parameter TechnicianCard = new("technicianCardNumber", 90_000_017, 1, 4_294_967_295, "the technician's card");
    internal static readonly Parameter StrangerCard = new("strangerCardNumber", 77_777_777, 1, 4_294_967_295, "a card that belongs to neither");

    private readonly bool _fitted;
    private uint _held;

    /// <summary>A reader without a card.</summary>
    public CardReader(ParameterSet site)
    {
        _fitted = site[Fitted] >= 0.5;
        (User, Technician, Stranger) = ((uint)site[UserCard], (uint)site[TechnicianCard], (uint)site[StrangerCard]);
        Terminals = [Reader];
        Heal();
    }

    /// <summary>Numbers of this part.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [Fitted, UserCard, TechnicianCard, StrangerCard];

    /// <summary>Faults of this part.</summary>
    public static IReadOnlyList<SiteFault> Faults { get; } =
    [
        new("card-reader-dead", "the card reader does not answer", null, (site, _) => site.Cards.Reader.Answers = false),
        new("card-reader-blind", "the card reader's coil is broken: it answers and sees no card", null, (site, _) => site.Cards.Blind = true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>What the reader tells.</summary>
    public CardTerminal Reader { get; } = new("card-reader");

    /// <summary>Number of the farmer's card.</summary>
    public uint User { get; }

    /// <summary>Number of the technician's card.</summary>
    public uint Technician { get; }

    /// <summary>Number of a card that belongs to neither.</summary>
    public uint Stranger { get; }

    private bool Blind { get; set; }

    /// <inheritdoc/>
    public override void Step(double seconds)
    {
        Reader.SeesCards = !Blind;
        Reader.Card = Blind || !Reader.Answers ? 0 : _held;
    }

    /// <inheritdoc/>
    public override void Heal()
    {
        Blind = false;
        Reader.Answers = _fitted;
    }

    /// <summary>Somebody holds a card to the reader, or takes that card away.</summary>
    internal void Hold(uint card, bool on) => _held = on ? card : _held == card ? 0 : _held;
}
