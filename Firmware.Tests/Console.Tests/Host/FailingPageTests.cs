using System;
using System.Reflection;
using Core.Tests.Support;
using Firmware.Console;
using Firmware.Records;
using Firmware.Supervision;

namespace Console.Tests.Host;

/// <summary>A defect in what the console shows, at its first part or a later one, costs that page and nothing else: the unit goes on, the person is told, the log names the command.</summary>
[TestClass]
public sealed class FailingPageTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void APageThatFailsIsGivenUp(int part)
    {
        var unit = new UnitBench();
        unit.Ask("");
        var console = (UnitConsole)typeof(Unit).GetField("_console", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(unit.Unit)!;
        IPageMaker pages = console.Pages;
        console.Pages = new Broken(console.Shell, part);
        StringAssert.Contains(unit.Ask("why 305"), "This page failed and was given up");
        console.Pages = pages;
        StringAssert.Contains(unit.Ask("log"), "noted in log.  why CODE");
        StringAssert.Contains(unit.Ask("version"), "esp32-devkitc");
    }

    private sealed class Broken : Page, IPageMaker
    {
        private readonly int _failsAt;

        public Broken(Shell shell, int failsAt)
            : base(shell)
        {
            _failsAt = failsAt;
        }

        public Page Make(int command) => this;

        public override void Run(int command, CommandLine line) => FailAt(0);

        public override bool WritePart(int part)
        {
            FailAt(part);
            return true;
        }

        private void FailAt(int part)
        {
            if (part == _failsAt)
            {
                throw new InvalidOperationException("a defect");
            }

            Screen.Out.Write("part " + part);
            Screen.Out.NewLine();
        }
    }
}
