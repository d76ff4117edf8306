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

    /// <summary>It has begun.</summary>
    public const int Begun = 328;

    /// <summary>One goes on.</summary>
    public const int Already = 329;

    /// <summary>Broken off.</summary>
    public const int Stopped = 330;

    /// <summary>Nothing of the kind is asked.</summary>
    public const int NotAsked = 331;

    /// <summary>Taken.</summary>
    public const int Taken = 332;

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
}
