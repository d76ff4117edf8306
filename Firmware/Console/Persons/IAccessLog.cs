namespace Firmware.Console;

/// <summary>Keeps who came and who tried.</summary>
public interface IAccessLog
{
    /// <summary>Somebody tried to log in.</summary>
    /// <param name="person">Number of the person; 0 where the number or card is nobody's.</param>
    /// <param name="right">They are in.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    void Tried(int person, bool right, long nowMs);

    /// <summary>A person left, or was logged out because nothing was typed.</summary>
    void Left(int person, long nowMs);

    /// <summary>The list of persons was changed.</summary>
    /// <param name="by">Who did it; 0 with the button held, at commissioning.</param>
    /// <param name="person">Whose entry was changed.</param>
    /// <param name="added">Added or given a new PIN or card; false = taken away.</param>
    /// <param name="nowMs">Uptime, ms.</param>
    void Changed(int by, int person, bool added, long nowMs);
}
