namespace Firmware.Console;

/// <summary>The phrases of inspection and self-test.</summary>
public static class InspectionPhrase
{
    /// <summary>First of the results, in the order of ItemResult: open.</summary>
    public const int ResultOpen = 300;

    /// <summary>Passed.</summary>
    public const int ResultPass = 301;

    /// <summary>Failed.</summary>
    public const int ResultFail = 302;

    /// <summary>Not tested.</summary>
    public const int ResultNotTested = 303;

    /// <summary>Not fitted.</summary>
    public const int ResultNotFitted = 304;

    /// <summary>First of the reasons, in the order of ItemReason: none.</summary>
    public const int ReasonNone = 305;

    /// <summary>Nobody was there.</summary>
    public const int ReasonNobody = 306;

    /// <summary>Declined.</summary>
    public const int ReasonDeclined = 307;

    /// <summary>Skipped.</summary>
    public const int ReasonSkipped = 308;

    /// <summary>Timed out.</summary>
    public const int ReasonTimedOut = 309;

    /// <summary>Stopped by a key.</summary>
    public const int ReasonKey = 310;

    /// <summary>Stopped by the door.</summary>
    public const int ReasonDoor = 311;

    /// <summary>Stopped by a fault.</summary>
    public const int ReasonFault = 312;

    /// <summary>Interrupted.</summary>
    public const int ReasonInterrupted = 313;

    /// <summary>Broken off.</summary>
    public const int ReasonAborted = 314;

    /// <summary>Irrigating.</summary>
    public const int ReasonIrrigating = 315;

    /// <summary>Not safe.</summary>
    public const int ReasonNotSafe = 316;

    /// <summary>No reading.</summary>
    public const int ReasonNoReading = 317;

    /// <summary>Too uncertain.</summary>
    public const int ReasonUncertain = 318;

    /// <summary>Volume too small.</summary>
    public const int ReasonVolume = 319;

    /// <summary>Nothing to compare with.</summary>
    public const int ReasonNothing = 320;

    /// <summary>First of the prompts, in the order of Prompt: nothing.</summary>
    public const int PromptNone = 321;

    /// <summary>May it move?</summary>
    public const int PromptMove = 322;

    /// <summary>Good or bad.</summary>
    public const int PromptAttest = 323;

    /// <summary>A value.</summary>
    public const int PromptValue = 324;

    /// <summary>An act.</summary>
    public const int PromptAct = 325;

    /// <summary>An inspection goes on; the item follows.</summary>
    public const int Running = 326;

    /// <summary>None goes on.</summary>
    public const int NotRunning = 327;

    /// <summary>One goes on.</summary>
    public const int Already = 329;

    /// <summary>Broken off.</summary>
    public const int Stopped = 330;

    /// <summary>Nothing of the kind is asked.</summary>
    public const int NotAsked = 331;

    /// <summary>No such plan.</summary>
    public const int NoSuchPlan = 333;

    /// <summary>Head of the results.</summary>
    public const int Results = 334;

    /// <summary>The self-test begins.</summary>
    public const int TestBegun = 335;

    /// <summary>The self-test goes on.</summary>
    public const int TestRuns = 336;

    /// <summary>It has not run.</summary>
    public const int TestNever = 337;

    /// <summary>First of the items of the self-test, in their order: memory.</summary>
    public const int TestMemory = 338;

    /// <summary>Storage.</summary>
    public const int TestStorage = 339;

    /// <summary>Outputs.</summary>
    public const int TestOutputs = 340;

    /// <summary>LEDs.</summary>
    public const int TestLeds = 341;

    /// <summary>Clock.</summary>
    public const int TestClock = 342;

    /// <summary>RS485.</summary>
    public const int TestBus = 343;

    /// <summary>Two-wire bus.</summary>
    public const int TestTwoWire = 344;

    /// <summary>First of the reasons why the self-test did not test something.</summary>
    public const int WhyNone = 345;

    /// <summary>Not run.</summary>
    public const int WhyNotRun = 346;

    /// <summary>No read-back.</summary>
    public const int WhyNoReadBack = 347;

    /// <summary>Needs eyes.</summary>
    public const int WhyEyes = 348;

    /// <summary>No clock.</summary>
    public const int WhyClock = 349;

    /// <summary>Free memory not counted yet.</summary>
    public const int WhyNotCounted = 399;

    /// <summary>A vessel fills.</summary>
    public const int PromptFull = 350;

    /// <summary>First of the meters, in the order of MeterBook: the pulse meter.</summary>
    public const int MeterPulse = 351;

    /// <summary>The RS485 meter.</summary>
    public const int MeterBus = 352;

    /// <summary>Before a seal number.</summary>
    public const int MeterSeal = 353;

    /// <summary>Before the end of the legal verification.</summary>
    public const int MeterValid = 354;

    /// <summary>Before the serial number of the meter that was taken out.</summary>
    public const int OldMeter = 355;

    /// <summary>Before that of the meter that was fitted.</summary>
    public const int NewMeter = 356;

    /// <summary>Before a dial reading.</summary>
    public const int MeterDial = 357;

    /// <summary>Verified against a reference volume.</summary>
    public const int MeterVerified = 358;

    /// <summary>Nothing is noted.</summary>
    public const int NoMeterHistory = 359;

    /// <summary>The old meter is noted.</summary>
    public const int MeterIsOut = 360;

    /// <summary>The new meter is noted.</summary>
    public const int MeterIsIn = 361;

    /// <summary>No dial reading.</summary>
    public const int BadDial = 362;

    /// <summary>No date.</summary>
    public const int BadDate = 363;

    /// <summary>Taken out, and no successor.</summary>
    public const int StillOut = 364;

    /// <summary>Before a person's number.</summary>
    public const int ByPerson = 365;

    /// <summary>Before the least volume of a verification.</summary>
    public const int AtLeast = 366;

    /// <summary>Before the plans of a run that begins.</summary>
    public const int Head = 367;

    /// <summary>After the number of items, before the minutes.</summary>
    public const int ItemsAbout = 368;

    /// <summary>After the minutes.</summary>
    public const int Minutes = 369;

    /// <summary>Before the titles of what moves.</summary>
    public const int Moving = 370;

    /// <summary>Between two of them.</summary>
    public const int Comma = 371;

    /// <summary>How questions are answered.</summary>
    public const int HowToAnswer = 372;

    /// <summary>Before the seconds of an item.</summary>
    public const int About = 373;

    /// <summary>What goes on moves something.</summary>
    public const int KeyStops = 374;

    /// <summary>The run is over; the counts follow.</summary>
    public const int Over = 375;

    /// <summary>Before the value of the last inspection.</summary>
    public const int Before = 376;

    /// <summary>First of the trends, in the order of Trend: no change.</summary>
    public const int TrendSame = 377;

    /// <summary>Better.</summary>
    public const int TrendBetter = 378;

    /// <summary>Worse.</summary>
    public const int TrendWorse = 379;

    /// <summary>Before the plans of the last run.</summary>
    public const int Last = 380;

    /// <summary>First of who starts a run, in the order of Starter: the schedule.</summary>
    public const int BySchedule = 381;

    /// <summary>The button.</summary>
    public const int ByButton = 382;

    /// <summary>The console.</summary>
    public const int AtConsole = 383;

    /// <summary>Free.</summary>
    public const int ByCommand = 384;

    /// <summary>The end of a visit.</summary>
    public const int BeforeLeaving = 385;

    /// <summary>Head of the faults with the parts to replace.</summary>
    public const int FaultsThen = 386;

    /// <summary>Head of the report's number.</summary>
    public const int ReportNo = 387;

    /// <summary>First of the plans, in the order of Plan: patrol.</summary>
    public const int PlanPatrol = 388;

    /// <summary>Maintenance.</summary>
    public const int PlanMaintenance = 389;

    /// <summary>Opening.</summary>
    public const int PlanOpening = 390;

    /// <summary>Shutdown.</summary>
    public const int PlanShutdown = 391;

    /// <summary>Commissioning.</summary>
    public const int PlanCommissioning = 392;

    /// <summary>After a repair.</summary>
    public const int PlanAfterRepair = 393;

    /// <summary>May everything move?</summary>
    public const int MoveAll = 394;

    /// <summary>Somebody else began the inspection; that person's number follows.</summary>
    public const int OfAnother = 395;

    /// <summary>A plan that is not carried out; its name follows.</summary>
    public const int NotCarriedOut = 396;

    /// <summary>Between a plan that is not carried out and what holds it up.</summary>
    public const int Because = 397;

    /// <summary>What holds it up: too few items were judged.</summary>
    public const int MostLeftOut = 398;

    /// <summary>A meter's exchange waits for its report: that first.</summary>
    public const int ReportFirst = 296;

    /// <summary>The old meter is to be noted first.</summary>
    public const int OutFirst = 295;

    /// <summary>Nothing to break off: none goes on.</summary>
    public const int NoneRuns = 328;

    /// <summary>The report of the last inspection is being stored.</summary>
    public const int ReportSaving = 332;

    /// <summary>Both reports that are kept wait for the centre; the number of the one that is lost when this run ends follows.</summary>
    public const int ReportGivesWay = 297;

    /// <summary>The check comes after the inspection under way: the numbers of the reports that are lost by the end of both follow.</summary>
    public const int ReportsGiveWay = 298;

    /// <summary>The report of this inspection is not kept by this unit.</summary>
    public const int ReportNotKept = 299;
}
