using System;
using System.Device.Wifi;
using Firmware.Core.Contracts;
using Firmware.Core.Service;
using nanoFramework.Runtime.Native;

namespace Firmware.Device.Platform;

/// <summary>
/// What costs too much to be measured while the pump runs: free memory (a collection, some 20 ms) and the access point's strength (a scan, during which the radio leaves its
/// channel for two seconds). At most once an hour, and only while the unit is idle.
/// </summary>
public sealed class IdleWatch
{
    private const int FirstMs = 60000;
    private const int HourMs = 3600000;

    private readonly object _gate = new object();
    private readonly Settings _settings;
    private readonly Troubles _troubles;
    private WifiAdapter _adapter;
    private long _heapAtMs = FirstMs;
    private long _scanAtMs = FirstMs;
    private NoDataReason _reason = NoDataReason.NotYet;
    private int _decibels;

    /// <summary>Nothing is measured yet.</summary>
    public IdleWatch(Settings settings, Troubles troubles)
    {
        _settings = settings;
        _troubles = troubles;
    }

    /// <summary>Called by the loop once a second.</summary>
    /// <param name="nowMs">Uptime, ms.</param>
    /// <param name="idle">The pump stands, and nothing else needs the processor.</param>
    /// <param name="online">There is a connection whose strength is worth knowing.</param>
    /// <param name="into">Receives free memory and signal strength.</param>
    public void Supervise(long nowMs, bool idle, bool online, Readings into)
    {
        if (idle && nowMs >= _heapAtMs)
        {
            _heapAtMs = nowMs + HourMs;
            into.Set(Signal.HeapFree, (int)Bound.Clamp((long)nanoFramework.Runtime.Native.GC.Run(false), 0, int.MaxValue));
        }

        if (idle && online && nowMs >= _scanAtMs)
        {
            _scanAtMs = nowMs + HourMs;
            Scan();
        }

        Tell(into);
    }

    private void Scan()
    {
        try
        {
            if (_adapter == null)
            {
                _adapter = WifiAdapter.FindAllAdapters()[0];
                _adapter.AvailableNetworksChanged += TakeNetworks;
            }

            _adapter.ScanAsync();
        }
        catch (Exception e)
        {
            _troubles.Note(TroublePlace.Radio, e);

            // Another scan is under way, or the radio is being restarted: the next hour will do.
            Note(NoDataReason.BusError, 0);
        }
    }

    private void TakeNetworks(WifiAdapter sender, object e)
    {
        try
        {
            Pick(sender.NetworkReport.AvailableNetworks);
        }
        catch (Exception caught)
        {
            _troubles.Note(TroublePlace.Radio, caught);
            Note(NoDataReason.BusError, 0);
        }
    }

    /// <summary>The settings' access point, at its strongest; any where the settings name none, because the chip has its credentials from elsewhere.</summary>
    private void Pick(WifiAvailableNetwork[] networks)
    {
        bool found = false;
        int best = 0;
        for (int i = 0; i < networks.Length; i++)
        {
            int decibels = (int)networks[i].NetworkRssiInDecibelMilliwatts;
            bool ours = _settings.WifiSsid.Length == 0 || networks[i].Ssid == _settings.WifiSsid;
            if (ours && (!found || decibels > best))
            {
                found = true;
                best = decibels;
            }
        }

        Note(found ? NoDataReason.None : NoDataReason.Timeout, best);
    }

    private void Note(NoDataReason reason, int decibels)
    {
        lock (_gate)
        {
            _reason = reason;
            _decibels = decibels;
        }
    }

    private void Tell(Readings into)
    {
        lock (_gate)
        {
            if (_reason == NoDataReason.None)
            {
                into.Set(Signal.SignalStrength, _decibels);
            }
            else
            {
                into.Miss(Signal.SignalStrength, _reason);
            }
        }
    }
}
