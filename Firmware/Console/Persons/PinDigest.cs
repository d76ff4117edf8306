using Firmware.Core.Ports;

namespace Firmware.Console;

/// <summary>
/// What is kept of a PIN: the first bytes of a salted HMAC-SHA-256, hashed again <see cref="Rounds"/> times. Six digits are a million guesses: whoever takes the flash out of the chip
/// finds them in minutes, with any hash that this chip can compute. It keeps the PIN from being read, and from being the same on two units; what
/// protects the site is the lock on the door, the growing delay and the log (Decisions/0051).
/// </summary>
public static class PinDigest
{
    /// <summary>Bytes kept.</summary>
    public const int Bytes = 12;

    /// <summary>Bytes of the salt.</summary>
    public const int SaltBytes = 8;

    /// <summary>Shortest PIN, digits.</summary>
    public const int MinDigits = 6;

    /// <summary>Longest PIN, digits.</summary>
    public const int MaxDigits = 12;

    private const int Rounds = 32;

    /// <summary>True for 6 to 12 digits that are not all the same and do not count up or down by one.</summary>
    public static bool IsAllowed(byte[] pin, int count)
    {
        if (count < MinDigits || count > MaxDigits)
        {
            return false;
        }

        bool same = true;
        bool up = true;
        bool down = true;
        for (int i = 0; i < count; i++)
        {
            if (pin[i] < '0' || pin[i] > '9')
            {
                return false;
            }

            int step = i == 0 ? 0 : pin[i] - pin[i - 1];
            same &= i == 0 || step == 0;
            up &= i == 0 || step == 1;
            down &= i == 0 || step == -1;
        }

        return !same && !up && !down;
    }

    /// <summary>The digest of a PIN under the salt at a place; a new array whose first <see cref="Bytes"/> are kept.</summary>
    public static byte[] Of(byte[] pin, int count, byte[] salts, int saltAt, IKeyedHash hash)
    {
        var key = new byte[SaltBytes];
        System.Array.Copy(salts, saltAt, key, 0, SaltBytes);
        var data = new byte[count];
        System.Array.Copy(pin, 0, data, 0, count);
        for (int round = 0; round < Rounds; round++)
        {
            data = hash.Compute(key, data);
        }

        return data;
    }
}
