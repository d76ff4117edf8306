using Firmware.Inspection;

namespace Firmware.Console.Pages;

/// <summary>A person logs in with number and PIN, or leaves. What is wrong of the two is not said; after two wrong tries each next one has to wait longer.</summary>
public sealed class LoginPage : Page
{
    private readonly Gate _gate;
    private readonly Inspector _inspector;
    private int _person;
    private bool _leaves;
    private bool _isChecking;

    /// <summary>The login before a gate; who logs out at the end of a visit is asked for the full check first.</summary>
    public LoginPage(Shell shell, Gate gate, Inspector inspector)
        : base(shell)
    {
        _gate = gate;
        _inspector = inspector;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        _leaves = command == CommandTable.Logout;
        _isChecking = _inspector.Visits.IsOpen && _inspector.RunsLeavingCheck;
        if (_leaves && Shell.Session.Person != 0 && (_isChecking || _inspector.Visits.OwesCheck))
        {
            Shell.Dialogue.Ask(this, _isChecking ? VisitPhrase.LeaveDuringCheck : VisitPhrase.LeaveUnchecked);
            return;
        }

        if (_leaves)
        {
            Leave();
            return;
        }

        _person = line.Number(0);
        if (_gate.WaitMs(Screen.NowMs) > 0)
        {
            Tell(Entry.Wait);
        }
        else
        {
            Shell.Dialogue.Ask(this, AccessPhrase.YourPin, true);
        }
    }

    /// <inheritdoc/>
    public override void Answer(byte[] line, int count)
    {
        if (!_leaves)
        {
            Tell(_gate.TryPin(_person, line, count, Screen.NowMs));
        }
        else if (Dialogue.IsYes(line, 0, count) == _isChecking)
        {
            Leave();
        }
        else if (_isChecking)
        {
            Screen.Line(Phrase.NotDone);
        }
        else
        {
            _inspector.Visits.AskForCheck();
            Screen.Line(_inspector.Run.Runs ? VisitPhrase.CheckFollows : VisitPhrase.CheckBegins);
            InspectionHead.GivesWay(Screen, _inspector);
        }
    }

    /// <inheritdoc/>
    public override void NoAnswer()
    {
        if (_leaves && !_isChecking)
        {
            Leave();
        }
        else
        {
            Screen.Line(Phrase.NotDone);
        }
    }

    private void Leave()
    {
        if (Shell.Session.Person == 0)
        {
            Screen.Line(AccessPhrase.NobodyIn);
            return;
        }

        _gate.Leave(Screen.NowMs);
        Shell.Session.LogOut();
        Screen.Line(AccessPhrase.LoggedOut);
    }

    private void Tell(Entry entry)
    {
        switch (entry)
        {
            case Entry.Done:
                Screen.Say(AccessPhrase.LoggedIn);
                Screen.Out.Write(Shell.Session.Person);
                Screen.Out.NewLine();
                break;
            case Entry.Wait:
                Screen.Say(AccessPhrase.WaitBefore);
                Calendar.WriteDuration(Screen.Out, _gate.WaitMs(Screen.NowMs) + 999);
                Screen.Out.NewLine();
                break;
            case Entry.Nobody:
                Screen.Line(AccessPhrase.FirstPerson);
                break;
            default:
                Screen.Line(AccessPhrase.Wrong);
                break;
        }
    }
}
