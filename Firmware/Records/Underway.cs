using Firmware.Core.Service;

namespace Firmware.Records;

/// <summary>
/// What goes on at the site while the unit restarts: who is here, which locks of the pump a person has released, and the water user's card. It stands in the body of <see cref="UnitLife"/>: 0 flags
/// (8): bit 0 a technician is here, 1 known by his card, 2 logged out and leaving, 3 the overload (306) is released, 4 the lost phase (308) locks nothing, 5 a card transaction goes on;
/// 1 minutes since the technician's last sign (16), 3 eight numbers (32 each) of the transaction as <see cref="CardTransaction.Fields"/> lists them.
/// </summary>
public static class Underway
{
    /// <summary>Its bytes.</summary>
    public const int Length = 3 + (4 * CardTransaction.Fields);

    private const int Here = 1;
    private const int ByCard = 2;
    private const int Leaving = 4;
    private const int OverloadReleased = 8;
    private const int PhaseReleased = 16;
    private const int CardOpen = 32;
    private const int AboveFlags = 64;

    /// <summary>Changes with all that is worth keeping at once: not with what only counts on.</summary>
    public static int MarkOf(SiteController site)
    {
        return FlagsOf(site) + (site.View.Card.IsOpen ? unchecked(site.View.Card.Number * AboveFlags) : 0);
    }

    /// <summary>Writes it; returns the place after.</summary>
    public static int Write(byte[] buffer, int at, SiteController site, long nowMs)
    {
        buffer[at++] = (byte)FlagsOf(site);
        at = Bytes.Put16(buffer, at, site.Attendance.MinutesSinceSign(nowMs));
        for (int field = 0; field < CardTransaction.Fields; field++)
        {
            at = Bytes.Put32(buffer, at, site.View.Card.ValueAt(field));
        }

        return at;
    }

    /// <summary>Takes it up, before the first decision.</summary>
    public static void Read(byte[] buffer, int at, SiteController site)
    {
        int flags = buffer[at++];
        if ((flags & Here) != 0)
        {
            site.Attendance.Restore((flags & ByCard) != 0, (flags & Leaving) != 0, Bytes.Get16(buffer, at));
        }

        site.Interlock.Restore((flags & OverloadReleased) != 0, (flags & PhaseReleased) != 0);
        for (int field = 0; field < CardTransaction.Fields && (flags & CardOpen) != 0; field++)
        {
            site.View.Card.Restore(field, Bytes.Get32(buffer, at + 2 + (4 * field)));
        }
    }

    private static int FlagsOf(SiteController site)
    {
        Attendance attendance = site.Attendance;
        int flags = attendance.IsHere ? Here : 0;
        flags |= attendance.IsHere && attendance.IsByCard ? ByCard : 0;
        flags |= attendance.IsLeaving ? Leaving : 0;
        flags |= site.Interlock.OverloadReleased ? OverloadReleased : 0;
        flags |= site.Interlock.PhaseReleased ? PhaseReleased : 0;
        return flags | (site.View.Card.IsOpen ? CardOpen : 0);
    }
}
