using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Firmware.Core.Contracts;
using Firmware.Records;

namespace Tools.Simulation;

/// <summary>
/// A person changes settings at the console: what the unit said to be stored holds at every later start, and what a power cut cut off is as it was or as it was asked for. Where storage lied, was damaged or could not be read
/// nothing is said.
/// </summary>
public sealed class SettingsJudge
{
    /// <summary>Longest time that the console waits for storage, ms.</summary>
    public const int WaitMs = 30_000;

    private const int Who = 7;

    /// <summary>What somebody changes: texts, what a restart brings, and what holds at once.</summary>
    private static readonly (int Key, string Value)[] s_changes =
    [
        (SettingKey.Name, "east well"), (SettingKey.Name, "三号井"), (SettingKey.Place, "东村机井，第二排灌站"), (SettingKey.Hotline, "12345"), (SettingKey.Hotline, ""),
        (SettingKey.Warranty, "365"), (SettingKey.Warranty, "730"), (SettingKey.Encoding, "cbor"), (SettingKey.Encoding, "json"), (SettingKey.Confirm, "broker"),
        (SettingKey.Confirm, "centre"), (SettingKey.Confirm, "centre"), (SettingKey.Contract, "B1"), (SettingKey.Contract, "C"), (SettingKey.Contract, "A"),
        (SettingKey.Holidays, "2026:0101-0103,1001-1007,+1010"),
    ];

    private readonly Dictionary<int, string> _durable = [];
    private (int Key, string Value)? _asked;
    private int _number;

    /// <summary>How many there are to choose from.</summary>
    public static int Changes => s_changes.Length;

    /// <summary>The first so many are texts, which hold at once.</summary>
    public const int Texts = 5;

    /// <summary>Changes that became durable, since the beginning.</summary>
    public int Stored { get; private set; }

    /// <summary>A copy for another future.</summary>
    public SettingsJudge Copy()
    {
        var copy = new SettingsJudge { _asked = _asked };
        foreach ((int key, string value) in _durable)
        {
            copy._durable.Add(key, value);
        }

        return copy;
    }

    /// <summary>A change is asked for.</summary>
    public void Change(SettingsStore store, int which)
    {
        (int key, string value) = s_changes[which];
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        if (store.TrySet(key, bytes, 0, bytes.Length, Who) == SettingsFault.None && store.IsWriting)
        {
            _asked = (key, value);
        }
    }

    /// <summary>The console has waited for long enough.</summary>
    public void GiveUp(SettingsStore store)
    {
        if (store.IsWriting)
        {
            store.GiveUp();
            _asked = null;
        }
    }

    /// <summary>A start has read its configuration.</summary>
    /// <param name="store">What it has read.</param>
    /// <param name="isSound">Storage never lied, nothing in it was damaged, and all could be read.</param>
    public void Begin(SettingsStore store, bool isSound)
    {
        foreach ((int key, string value) in isSound ? _durable : [])
        {
            string now = ValueOf(store, key);
            if (now != value && (_asked is not { } asked || asked.Key != key || now != asked.Value))
            {
                throw new Violation("setting", $"{key} was stored as \"{value}\", and is \"{now}\" at the next start");
            }
        }

        _asked = null;
        _number = store.Number;
        if (isSound)
        {
            Learn(store); // of a start that could not read the newest copy the older one says nothing of what is stored
        }
    }

    /// <summary>A scan has ended.</summary>
    public void Judge(SettingsStore store)
    {
        if (store.Number == _number)
        {
            return;
        }

        if (!store.IsWriting && _asked is { } asked)
        {
            _asked = null;
            Stored++;
            if (ValueOf(store, asked.Key) != asked.Value)
            {
                throw new Violation("setting", $"{asked.Key} is said to be stored as \"{asked.Value}\", and is \"{ValueOf(store, asked.Key)}\"");
            }
        }

        Learn(store);
    }

    private static string ValueOf(SettingsStore store, int key)
    {
        var table = new SettingsTable();
        table.Look(store.Stored(), key);
        return Encoding.UTF8.GetString(table.Value);
    }

    private void Learn(SettingsStore store)
    {
        _number = store.Number;
        if (store.Number > 0)
        {
            foreach (int key in s_changes.Select(change => change.Key).Distinct())
            {
                _durable[key] = ValueOf(store, key);
            }
        }
    }
}
