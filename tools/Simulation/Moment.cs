using System.Collections.Generic;

namespace Tools.Simulation;

/// <summary>A history up to a write to storage: from here other futures begin.</summary>
/// <param name="AtMs">Simulated time.</param>
/// <param name="Files">Storage before the write.</param>
/// <param name="Slot">What is being written.</param>
/// <param name="NewFile">What it becomes; null: it is removed.</param>
/// <param name="Truth">What has happened.</param>
/// <param name="Delivery">What was kept and has arrived.</param>
/// <param name="Settings">What was changed in the configuration.</param>
/// <param name="Stored">What the centre has stored.</param>
/// <param name="Told">The incidents that the centre told the unit to be taken on.</param>
/// <param name="BusMillilitres">What the RS485 meter has counted: it counts on in every future.</param>
/// <param name="Starts">Starts of the unit.</param>
public sealed record Moment(long AtMs, byte[][] Files, int Slot, byte[] NewFile, Truth Truth, DeliveryJudge Delivery, SettingsJudge Settings, IReadOnlyList<AlarmSeen> Stored,
    IReadOnlyCollection<(int Code, long Occurrence)> Told, long BusMillilitres, int Starts);
