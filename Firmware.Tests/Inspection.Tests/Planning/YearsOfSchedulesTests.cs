using System;
using Core.Tests.Support;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using Firmware.Inspection.Planning;

namespace Inspection.Tests.Planning;

/// <summary>
/// Years of a site with all plans of each contract (A to E by number, with its days between two patrols in warranty and after it), by chance: power cuts of hours, forty days without power, winters laid up, weeks without a network, clocks that say 2038 or go back for some hours,
/// a technician who comes some days early or late. Beside the unit stands the true time: no inspection is missed, none is carried out twice.
/// </summary>
[TestClass]
public class YearsOfSchedulesTests
{
    private const int Seeds = 25;
    private const int HourMinutes = 60;
    private const int DayMinutes = 1440;
    private const int StepMinutes = 3 * HourMinutes;

    /// <summary>The fortnight in which plans are joined, and the two days before which nobody comes.</summary>
    private const int EarlyDays = 16;

    [TestMethod]
    [DataRow(2027, 0, 59, 90)]
    [DataRow(2030, 1, 90, 90)]
    [DataRow(2036, 2, 59, 59)]
    [DataRow(2037, 3, 90, 90)]
    [DataRow(2027, 4, 59, 90)]
    [DataRow(2036, 5, 59, 90)]
    [DataRow(2030, 6, 70, 70)]
    public void NoInspectionIsMissed_NoneIsDoubled(int firstYear, int contract, int patrolDays, int patrolDaysLater)
    {
        for (int seed = 1; seed <= Seeds; seed++)
        {
            new Years(seed, firstYear, contract, patrolDays, patrolDaysLater).Run(8 * 365);
        }
    }

    /// <summary>The true site around a schedule.</summary>
    private sealed class Years
    {
        private readonly int _seed;
        private readonly Settings _settings;
        private readonly int _patrolDays;
        private readonly int _patrolDaysLater;
        private readonly byte[] _store = new byte[384];
        private readonly Usage _usage = new Usage();
        private readonly int[] _lastDone = new int[Plan.Count];
        private readonly int _accepted;
        private uint _noise;
        private int _storeCount;
        private Schedule _unit;
        private int _minute;
        private long _uptimeMs;
        private KeptSchedule _kept;
        private int _offUntil;
        private int _networkFrom;
        private int _lieUntil;
        private int _lieMinutes;
        private bool _synced;
        private int _comesAt;
        private int _noticesSinceVisit;

        /// <summary>Carried out while the unit had no clock, in this start.</summary>
        private readonly bool[] _undated = new bool[Plan.Count];

        /// <summary>The power was cut before a clock could date it: it counts as carried out before the time without power, so that it is asked for early and not late.</summary>
        private readonly bool[] _unsure = new bool[Plan.Count];

        public Years(int seed, int firstYear, int contract, int patrolDays, int patrolDaysLater)
        {
            _settings = new Settings { UtcOffsetMinutes = 480, Contract = (byte)contract };
            _patrolDays = patrolDays;
            _patrolDaysLater = patrolDaysLater;
            _seed = seed;
            _noise = (uint)seed * 7919;
            _minute = (CivilDate.Days(firstYear, 1, 1) + Chance(300)) * DayMinutes;
            _unit = new Schedule(_settings);
            _kept = new KeptSchedule(_unit);
            Scan();
            _unit.Done(Plan.All & ~Plan.Bit(Plan.AfterRepair), _usage);
            _accepted = _minute;
            for (int plan = 0; plan < Plan.Count; plan++)
            {
                _lastDone[plan] = _minute;
            }

            Save();
        }

        public void Run(int days)
        {
            int visits = 0;
            for (int step = 0; step < days * (DayMinutes / StepMinutes); step++)
            {
                _minute += StepMinutes;
                _unit.LaidUp = IsWinter();
                Upset();
                if (_minute >= _offUntil)
                {
                    Scan();
                    visits += MayVisit() ? 1 : 0;
                    CheckNothingIsMissed();
                    Save();
                }
            }

            // A patrol every 59 to 90 days, less what winters and absences take: 8 years have between 20 and 60 visits.
            Check(visits >= 20 && visits <= 60, "visits: " + visits);
        }

        private void Upset()
        {
            if (Chance(400) == 0)
            {
                PowerCut(Chance(3) == 0 ? 40 * DayMinutes : StepMinutes * (1 + Chance(8)));
            }

            if (Chance(300) == 0)
            {
                _networkFrom = _minute + (Chance(21) * DayMinutes);
            }

            if (_synced && _minute > _lieUntil + DayMinutes && Chance(200) == 0)
            {
                _lieUntil = _minute + (StepMinutes * Chance(7));
                _lieMinutes = Chance(2) == 0 ? (CivilDate.Days(2038, 6, 1) * DayMinutes) - _minute : -Chance(120) * DayMinutes;
            }
        }

        private void PowerCut(int minutes)
        {
            _offUntil = _minute + minutes;
            _uptimeMs = 0;
            _synced = false;
            _lieUntil = 0;
            _unit = new Schedule(_settings);
            _kept = new KeptSchedule(_unit);
            for (int plan = 0; plan < Plan.Count; plan++)
            {
                _unsure[plan] |= _undated[plan];
                _undated[plan] = false;
            }

            Check(_kept.TryRead(_store, _storeCount, new TableChecksum()), "not read back");
            _networkFrom = Chance(4) == 0 ? _offUntil + (Chance(10) * DayMinutes) : _networkFrom;
        }

        /// <summary>The unit's clock is unset until the network is there, and runs on without it.</summary>
        private void Scan()
        {
            _synced |= _minute >= _networkFrom;
            for (int plan = 0; plan < Plan.Count; plan++)
            {
                _undated[plan] &= !_synced;
            }

            _uptimeMs += StepMinutes * 60000L;
            _usage.RunMinutes += IsWinter() ? 0 : StepMinutes / 4;
            _usage.Starts++;
            _usage.CubicMetres += 5;
            long lie = _minute < _lieUntil ? _lieMinutes : 0;
            _unit.Step(_uptimeMs, _synced ? (_minute + lie) * 60 : 0, _usage);
            if (_unit.NoticeDue != 0)
            {
                _noticesSinceVisit++;
                _unit.NoticeGiven();
            }
        }

        private void Save()
        {
            if (_kept.IsDue(_uptimeMs))
            {
                _storeCount = _kept.Write(_store, _uptimeMs, new TableChecksum());
                _kept.Saved(_uptimeMs);
            }
        }

        /// <summary>The technician hears of a visit that is two days away or nearer, comes up to six days later, and does what is asked for then.</summary>
        private bool MayVisit()
        {
            bool near = _unit.VisitAt != Schedule.Never && _unit.VisitAt - _unit.Calendar.Minutes <= 2 * DayMinutes;
            if (!near)
            {
                _comesAt = 0;
                return false;
            }

            _comesAt = _comesAt == 0 ? _minute + DayMinutes + (StepMinutes * Chance(40)) : _comesAt;
            if (_minute < _comesAt || _minute < _lieUntil)
            {
                return false;
            }

            Visit();
            return true;
        }

        private void Visit()
        {
            for (int plan = 0; plan < Plan.Count; plan++)
            {
                if (Plan.IsIn(plan, _unit.VisitPlans))
                {
                    bool worn = _unit.WantedAt(plan) != Schedule.Never;
                    bool early = _minute < TrueDue(plan) - (EarlyDays * DayMinutes);
                    Check(worn || !early || _unsure[plan], Plan.NameOf(plan) + " again after " + ((_minute - _lastDone[plan]) / DayMinutes) + " days");
                    _lastDone[plan] = _minute;
                    _unsure[plan] = false;
                    _undated[plan] = !_synced;
                }
            }

            Check(_noticesSinceVisit > 0, "came unannounced");
            _noticesSinceVisit = 0;
            _unit.Done(_unit.VisitPlans, _usage);
            _comesAt = 0;
        }

        /// <summary>Whoever has the true time, and an inspection that is due in truth, says so.</summary>
        private void CheckNothingIsMissed()
        {
            if (!_synced || _minute < _lieUntil || IsWinter())
            {
                return;
            }

            for (int plan = Plan.Patrol; plan <= Plan.Shutdown; plan++)
            {
                bool due = _minute > TrueDue(plan) + DayMinutes + StepMinutes;
                Check(!due || _unit.OverdueDays > 0, Plan.NameOf(plan) + " not asked for after " + ((_minute - _lastDone[plan]) / DayMinutes) + " days");
            }
        }

        /// <summary>When a plan is due in truth: by the contract's interval, or on the season's day.</summary>
        private int TrueDue(int plan)
        {
            int last = _lastDone[plan];
            switch (plan)
            {
                case Plan.Patrol:
                    bool inWarranty = last + (_patrolDays * DayMinutes) - _accepted < 730 * DayMinutes;
                    return last + ((inWarranty ? _patrolDays : _patrolDaysLater) * DayMinutes);
                case Plan.Maintenance:
                    return last + (182 * DayMinutes);
                case Plan.Opening:
                    return NextDay(3, last);
                default:
                    return NextDay(11, last);
            }
        }

        /// <summary>The 15th of a month, in the site's time, a month after the last inspection at the earliest.</summary>
        private static int NextDay(int month, int last)
        {
            int year = 2026;
            while (Midnight(year, month) < last + (30 * DayMinutes))
            {
                year++;
            }

            return Midnight(year, month);
        }

        private static int Midnight(int year, int month)
        {
            long days = (new DateTime(year, month, 15).Ticks - new DateTime(1970, 1, 1).Ticks) / TimeSpan.TicksPerDay;
            return (int)(days * DayMinutes) - 480;
        }

        /// <summary>Laid up from 20 November to 10 March.</summary>
        private bool IsWinter()
        {
            int year = 2025;
            while (CivilDate.Days(year + 1, 1, 1) * DayMinutes <= _minute)
            {
                year++;
            }

            int day = (_minute / DayMinutes) - CivilDate.Days(year, 1, 1);
            return day < 68 || day >= 323;
        }

        private int Chance(int below)
        {
            _noise = Text.Noise(_noise);
            return (int)((_noise >> 8) % (uint)below);
        }

        private void Check(bool holds, string what)
        {
            Assert.IsTrue(holds, "seed " + _seed + ", day " + (_minute / DayMinutes) + ": " + what);
        }
    }
}
