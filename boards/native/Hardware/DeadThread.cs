using System;

namespace Board.Native;

/// <summary>A piece of the firmware that ended with an exception, which the device itself tells nobody.</summary>
/// <param name="What">Which thread or handler.</param>
/// <param name="Exception">Why.</param>
/// <param name="AtMicroseconds">When, in unit time.</param>
public sealed record DeadThread(string What, Exception Exception, long AtMicroseconds);
