using System;
using System.Linq;
using Firmware.Inspection.Items;

namespace Checklist.Tests;

/// <summary>Technicians: what each does, scan by scan, about what the unit asks.</summary>
internal static class Person
{
    private const int MoveMs = 3000;
    private const int PatienceMs = 30000;

    /// <summary>Does all that is asked, and finds everything good.</summary>
    public static void Diligent(SiteUnit at) => Answer(at, true, 0);

    /// <summary>Does all that is asked, and finds the item bad.</summary>
    public static void Strict(SiteUnit at) => Answer(at, false, 0);

    /// <summary>Is not there.</summary>
    public static void Absent(SiteUnit at)
    {
        // Nobody answers.
    }

    /// <summary>Does all that is asked by hand, and types nothing.</summary>
    public static void Silent(SiteUnit at)
    {
        if (at.Run.Prompt == Prompt.Act)
        {
            Move(at, at.NowMs / MoveMs % 2 == 0);
        }
    }

    /// <summary>Lets the pump run, and is gone when something else is asked.</summary>
    public static void GoesAway(SiteUnit at)
    {
        if (at.Run.Prompt == Prompt.MayMove)
        {
            Diligent(at);
        }
    }

    /// <summary>Knocks against the RS485 lead now and then: a read fails each time.</summary>
    /// <param name="knocks">In which phase of the item, and how many seconds after its beginning.</param>
    public static Action<SiteUnit> KnocksTheLead(params (int Phase, int Second)[] knocks) => at =>
    {
        bool loose = knocks.Any(knock => at.Run.Item.Phase == knock.Phase && at.Run.Item.PhaseMs / 500 == 2 * knock.Second);
        if (loose)
        {
            at.Site.Inject("rs485-cut");
        }
        else
        {
            at.Site.Clear("rs485-cut");
        }
    };

    /// <summary>Reads a value from an instrument and enters it.</summary>
    public static Action<SiteUnit> Enters(int value) => at => Answer(at, true, value);

    /// <summary>Closes the hand valve behind the manifold before saying so.</summary>
    public static void ClosesValve(SiteUnit at)
    {
        if (at.Run.Prompt == Prompt.Attest)
        {
            at.Site.Inject("closed-valve");
        }

        Diligent(at);
    }

    /// <summary>Lets the valve open, and a stone lies in its seat when it is to shut.</summary>
    public static void DropsAStone(SiteUnit at)
    {
        if (at.Site.Valve.PositionFraction == 1)
        {
            at.Site.Inject("valve-jammed", 0.5);
        }

        Diligent(at);
    }

    /// <summary>Fills a reference vessel for a time and enters what truly came out, in whole litres.</summary>
    public static Action<SiteUnit> Fills(double seconds)
    {
        double before = -1;
        double fillingSince = -1;
        return at =>
        {
            before = before < 0 ? at.Site.Pipeline.MeteredCubicMetres : before;
            fillingSince = at.Run.Prompt == Prompt.Full && fillingSince < 0 ? at.NowMs : fillingSince;
            if (at.Run.Prompt != Prompt.Full || at.NowMs - fillingSince >= seconds * 1000)
            {
                at.Site.Do("outlet", at.Run.Prompt == Prompt.Value ? "shut" : "open");
                Answer(at, true, at.Site.Contactor.MainsClosed ? null : (int)Math.Round((at.Site.Pipeline.MeteredCubicMetres - before) * 1000));
            }
        };
    }

    private static void Answer(SiteUnit at, bool good, int? value)
    {
        switch (at.Run.Prompt)
        {
            case Prompt.MayMove:
                at.Site.Do("outlet", "open");
                at.Run.Answer(true);
                break;
            case Prompt.Full:
                at.Run.Key();
                break;
            case Prompt.Attest:
                at.Run.Answer(good);
                break;
            case Prompt.Value when value != null:
                at.Run.Enter(value.Value);
                break;
            case Prompt.Act when at.Run.Item.PhaseMs < PatienceMs:
                Move(at, at.NowMs / MoveMs % 2 == 0);
                break;
            case Prompt.Act:
                at.Run.Answer(false);
                break;
        }
    }

    /// <summary>Moves the door to and fro, and holds the card to the reader and takes it away.</summary>
    private static void Move(SiteUnit at, bool first)
    {
        at.Site.Do("door", first ? "open" : "shut");
        at.Site.Do("technician-card", first ? "held" : "away");
    }
}
