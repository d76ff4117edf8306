namespace Firmware.Core.Service;

/// <summary>
/// A fault's code as flashes, a pure function of the time since it began: dark, then digit by digit, then dark again. A digit n from 1 to 9 is n short flashes, 0 is one
/// long flash. The dark around a code is longer than any other dark but that of level 4's rhythm, whose single flashes have no other within five seconds: so
/// nobody takes a rhythm for a digit (Decisions/0050). Slowest part 3 Hz; the longest code of the catalogue takes less than 20 s.
/// </summary>
public static class FaultNumber
{
    /// <summary>Dark before and after a code, ms.</summary>
    public const int FrameMs = 3000;

    /// <summary>Dark between two digits, ms.</summary>
    public const int BetweenMs = 1500;

    /// <summary>A short flash, and the dark between two of a digit, ms.</summary>
    public const int ShortMs = 300;

    /// <summary>The flash of a 0, ms.</summary>
    public const int LongMs = 1500;

    private const int Digits = 3;

    /// <summary>How long a code takes with the dark around it, ms.</summary>
    public static int LengthMs(int code)
    {
        int length = (2 * FrameMs) + ((Digits - 1) * BetweenMs);
        for (int place = 0; place < Digits; place++)
        {
            length += DigitMs(DigitOf(code, place));
        }

        return length;
    }

    /// <summary>On or off at a time since the code began.</summary>
    /// <param name="code">101–999.</param>
    /// <param name="sinceMs">Time since its first dark began, ms.</param>
    public static bool IsOn(int code, long sinceMs)
    {
        long at = sinceMs - FrameMs;
        for (int place = 0; place < Digits && at >= 0; place++)
        {
            int digit = DigitOf(code, place);
            if (at < DigitMs(digit))
            {
                return digit == 0 || at % (2 * ShortMs) < ShortMs;
            }

            at -= DigitMs(digit) + BetweenMs;
        }

        return false;
    }

    private static int DigitMs(int digit)
    {
        return digit == 0 ? LongMs : (((2 * digit) - 1) * ShortMs);
    }

    private static int DigitOf(int code, int place)
    {
        return place == 0 ? code / 100 % 10 : place == 1 ? code / 10 % 10 : code % 10;
    }
}
