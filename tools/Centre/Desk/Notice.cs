using System.Collections.Generic;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Desk;

/// <summary>Something that people should see now.</summary>
public abstract record Notice;

/// <summary>A transition of a fault.</summary>
/// <param name="IsStored">False where the store refused it: it is shown, and the unit gets no answer.</param>
public sealed record AlarmNotice(UnitRow Unit, Alarm Alarm, bool IsStored) : Notice;

/// <summary>A unit came or went.</summary>
public sealed record PresenceNotice(UnitRow Unit, State State) : Notice;

/// <summary>A unit wants the holidays of a year, which nobody has set.</summary>
public sealed record CalendarNotice(UnitRow Unit, int Year) : Notice;

/// <summary>A drill, inspection, visit or reply was stored.</summary>
public sealed record DocumentNotice(UnitRow Unit, string Kind, RecordId Id) : Notice;

/// <summary>A message was not taken.</summary>
public sealed record RefusedNotice(UnitRow Unit, UnitAddress Address, string Kind, string English, string Chinese) : Notice;

/// <summary>The store takes nothing (with the reason), or takes again (with how many messages it did not take).</summary>
public sealed record StoreNotice(bool Works, string English, string Chinese, long Refused) : Notice;

/// <summary>An incident of silence (610) began, grew, shrank or ended.</summary>
/// <param name="Unit">The unit that fell silent, or was heard.</param>
/// <param name="Silent">The units that are silent now.</param>
public sealed record SilenceNotice(Incident Incident, UnitRow Unit, IReadOnlyList<UnitRow> Silent, bool Began) : Notice;

/// <summary>Nobody has taken on an incident that no unit repeats itself.</summary>
/// <param name="Units">The unit, or those of the area that are silent now.</param>
/// <param name="Step">Who is called now, one of <see cref="Firmware.Contract.Escalation"/>.</param>
/// <param name="OverdueSeconds">Time since the contract's answer was due.</param>
public sealed record ReminderNotice(Incident Incident, IReadOnlyList<UnitRow> Units, int Step, int OverdueSeconds) : Notice;

/// <summary>An acknowledgement was handed to the broker for a unit.</summary>
public sealed record AcknowledgementNotice(UnitRow Unit, Incident Incident, Acknowledgement Acknowledgement) : Notice;
