namespace Firmware.Core.Service;

/// <summary>Whose cards are known.</summary>
public interface ICardList
{
    /// <summary>The card, as 32 bits, is a technician's.</summary>
    bool IsTechnicians(int card);
}
