using Firmware.Core.Contracts;
using Firmware.Core.Ports;
using Firmware.Records;

namespace Firmware.Inspection;

/// <summary>A number for the set-points in force: any change of one gives another number. Names, accounts and network are not set-points.</summary>
public static class SettingsFingerprint
{
    /// <summary>Room that it needs, bytes.</summary>
    public const int RoomBytes = 160;

    /// <summary>CRC-32 of the set-points, never 0.</summary>
    public static int Of(Settings s, byte[] bytes, IChecksum checksum)
    {
        int at = 0;
        at = Put(bytes, at, s.PulseMillilitres, s.BusAddress, s.PowerAddress, s.BusSerial);
        at = Put(bytes, at, s.SupplyActMillivolts, s.SupplySagMillivolts, s.SupplyHighMillivolts, s.BatteryLowMillivolts);
        at = Put(bytes, at, s.ChargeMillivolts, s.NoFlowMillilitresPerSecond, s.DryPressureKilopascal, s.RatedFlowMillilitresPerSecond);
        at = Put(bytes, at, s.MaxPulsesPerSecond, s.LowPressureKilopascal, s.HighPressureKilopascal, s.MaxStartsPerHour);
        at = Put(bytes, at, s.ValveTravelSeconds, s.RatedPowerWatts, s.RatedPhaseVolts, s.WellLowCentimetres);
        at = Put(bytes, at, s.WellLevelFullCentimetres, s.SeasonOpens, s.SeasonCloses, s.UtcOffsetMinutes);
        at = Put(bytes, at, Fitted(s), s.WarrantyDays, s.MaintenanceRunHours, s.MaintenanceStarts);
        int crc = (int)checksum.Crc32(bytes, at);
        return crc == 0 ? 1 : crc;
    }

    private static int Fitted(Settings s)
    {
        int fitted = s.HasPulseMeter ? 1 : 0;
        fitted |= s.HasBusMeter ? 2 : 0;
        fitted |= s.HasPressure ? 4 : 0;
        fitted |= s.HasValve ? 8 : 0;
        fitted |= s.HasPowerMeter ? 16 : 0;
        fitted |= s.HasCardReader ? 32 : 0;
        return fitted | (s.HasWellLevel ? 64 : 0);
    }

    private static int Put(byte[] bytes, int at, int first, int second, int third, int fourth)
    {
        at = Bytes.Put32(bytes, Bytes.Put32(bytes, at, first), second);
        return Bytes.Put32(bytes, Bytes.Put32(bytes, at, third), fourth);
    }
}
