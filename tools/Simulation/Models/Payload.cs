using Tools.Centre.Wire;

namespace Tools.Simulation;

/// <summary>A message as JSON, whichever of the two encodings it came in.</summary>
public static class Payload
{
    private const int Deepest = 16;

    /// <summary>The JSON of a payload.</summary>
    /// <exception cref="Violation">It is neither.</exception>
    public static byte[] Json(byte[] payload)
    {
        try
        {
            return CborText.Is(payload) ? CborText.ToJson(payload, Deepest) : payload;
        }
        catch (RefusedException refused)
        {
            throw new Violation("wire form", refused.Message);
        }
    }
}
