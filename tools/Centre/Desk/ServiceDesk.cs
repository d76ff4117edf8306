using System;
using Firmware.Contract;
using Tools.Centre.Records;
using Tools.Centre.Wire;

namespace Tools.Centre.Desk;

/// <summary>The running centre without its broker: what units say, who fell silent, what goes out. One thread.</summary>
public sealed class ServiceDesk
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Intake _intake;
    private readonly Silence _silence;
    private readonly Dispatch _dispatch;
    private readonly Reminders _reminders;
    private bool _connected;
    private long _ticked;

    /// <param name="send">Publishes a payload on a unit's topic of this kind; false when that is not possible now.</param>
    /// <param name="tell">Takes what people should see.</param>
    /// <param name="contract">The contract by which what nobody answers is told again.</param>
    public ServiceDesk(Store store, TimeProvider time, Func<UnitAddress, string, string, bool> send, Action<Notice> tell, ServiceProfile contract)
    {
        _time = time;
        _intake = new Intake(store, time, tell, (unit, receipt) => send(unit, "stored", receipt));
        _silence = new Silence(store, time, tell);
        _dispatch = new Dispatch(store, time, (unit, command) => send(unit, "command", command), tell);
        _reminders = new Reminders(store, time, contract, tell);
        _ticked = time.GetTimestamp();
    }

    /// <summary>The broker can be heard, or not.</summary>
    public void Turned(bool connected)
    {
        _connected = connected;
        _silence.Listen(connected);
    }

    /// <summary>One message from the broker. Never throws for what it holds or for what the store does.</summary>
    public void Receive(string topic, ReadOnlySpan<byte> payload, bool retained)
    {
        if (_intake.Receive(topic, payload, retained) is { } unit && !retained)
        {
            Try(() => _silence.Heard(unit));
        }
    }

    /// <summary>What time brings; call it some times a second.</summary>
    public void Tick()
    {
        if (_connected && _time.GetElapsedTime(_ticked) >= s_tick)
        {
            _ticked = _time.GetTimestamp();
            Try(_silence.Judge);
            Try(_dispatch.Send);
            Try(_reminders.Tell);
        }
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (StoreException)
        {
            // The store takes nothing now. The intake says so at the next message, and this is tried again.
        }
    }
}
