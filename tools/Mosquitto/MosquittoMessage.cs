namespace Tools.Mosquitto;

/// <summary>A message as the broker delivered it; a copy, safe to keep.</summary>
/// <param name="Topic">Topic it was published on.</param>
/// <param name="Payload">Its bytes, never null.</param>
/// <param name="Qos">0, 1 or 2.</param>
/// <param name="Retain">True when the broker had kept it from before this subscription.</param>
public sealed record MosquittoMessage(string Topic, byte[] Payload, int Qos, bool Retain);
