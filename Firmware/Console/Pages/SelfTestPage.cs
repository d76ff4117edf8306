using Firmware.Core.Contracts;
using Firmware.Core.Service;

namespace Firmware.Console.Pages;

/// <summary>The self-test: begun here, by the button or each night, and what it found.</summary>
public sealed class SelfTestPage : Page
{
    /// <summary>So long after a self-test the next one needs a login, ms: each writes to the store, and nobody without access wears it out.</summary>
    public const int GapMs = 600000;

    private readonly SelfTest _test;

    /// <summary>The page of a unit's self-test.</summary>
    public SelfTestPage(Shell shell, SelfTest test)
        : base(shell)
    {
        _test = test;
    }

    /// <inheritdoc/>
    public override void Run(int command, CommandLine line)
    {
        bool tooSoon = Shell.Session.Person == 0 && _test.Count > 0 && Screen.NowMs - _test.EndedMs < GapMs;
        if (command == CommandTable.SelfTestStart && tooSoon && !_test.Runs)
        {
            Screen.Line(AccessPhrase.TestTooSoon);
            return;
        }

        if (command == CommandTable.SelfTestStart)
        {
            Screen.Line(_test.Start(Screen.NowMs) ? InspectionPhrase.TestBegun : InspectionPhrase.TestRuns);
            return;
        }

        if (_test.Runs || _test.Count == 0)
        {
            Screen.Line(_test.Runs ? InspectionPhrase.TestRuns : InspectionPhrase.TestNever);
            return;
        }

        Screen.Head(Phrase.Time);
        Screen.Moment(_test.EndedMs);
        Screen.Out.NewLine();
        for (int item = 0; item < SelfTest.Items; item++)
        {
            CheckOutcome outcome = _test.OutcomeOf((SelfTestItem)item);
            Screen.Head(InspectionPhrase.TestMemory + item);
            Screen.Say(Phrase.OutcomeNotTested + (int)outcome);
            if (outcome == CheckOutcome.NotTested)
            {
                Screen.Out.Write("  ");
                NotTestedReason reason = _test.ReasonOf((SelfTestItem)item);
                Screen.Say(reason == NotTestedReason.NotCounted ? InspectionPhrase.WhyNotCounted : InspectionPhrase.WhyNone + (int)reason);
            }

            Screen.Out.NewLine();
        }
    }
}
