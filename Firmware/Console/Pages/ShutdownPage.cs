using Firmware.Core.Faults;
using Firmware.Core.Service;
using Firmware.Records;
using Firmware.Records.Messaging;

namespace Firmware.Console.Pages;

/// <summary>The unit will be switched off on purpose: the pump stops, the centre is told, and the page says when the power may be cut.</summary>
public sealed class ShutdownPage : Page
{
    /// <summary>Longest time that the answer waits for the broker, ms.</summary>
    private const int WaitMs = 20000;

    private readonly SiteController _site;
    private readonly Delivery _delivery;
    private long _askedMs;
    private bool _waits;

    /// <summary>The page of a unit.</summary>
    public ShutdownPage(Shell shell, SiteController site, Delivery delivery)
        : base(shell)
    {
        _site = site;
        _delivery = delivery;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        ActionResult result = _site.Lifecycle.AnnounceShutdown(Shell.Session.Person);
        _waits = result == ActionResult.Done;
        _askedMs = Screen.NowMs;
        if (_waits)
        {
            Did(command);
        }

        Screen.Line(_waits ? ShutdownPhrase.Begins : ActionPhrase.Done + (int)result);
    }

    /// <inheritdoc/>
    public override bool WritePart(int part)
    {
        if (!_waits)
        {
            return false;
        }

        bool told = _delivery.HasAnnounced(Absence.Shutdown);
        if (told || Screen.NowMs - _askedMs >= WaitMs)
        {
            _waits = false;
            Screen.Lines(Screen.Texts.Say(told ? ShutdownPhrase.Told : ShutdownPhrase.NotTold), false);
        }

        return true;
    }
}
