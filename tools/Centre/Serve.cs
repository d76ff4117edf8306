using System;
using System.Collections.Generic;
using Firmware.Contract;
using Tools.Centre.Desk;
using Tools.Centre.Pages;
using Tools.Centre.Records;
using Tools.Host;

namespace Tools.Centre;

/// <summary><c>centre run</c>: the desk on its broker, a line for each thing that happens; on demand, the list whenever it has changed.</summary>
internal sealed class Serve(Store store, Endpoint broker, Link link, TimeProvider time, Words words, ServiceProfile contract, bool showList, TimeOnly digestAt)
{
    /// <summary>Changes that come together are shown together.</summary>
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(500);

    private readonly Digest _digest = new(time, digestAt);
    private DateTime? _changedAt;
    private string _shownList = "";
    private bool _everUp;

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ToolException">The broker cannot be reached or refuses.</exception>
    public void Run(StopSignal stop)
    {
        var desk = new ServiceDesk(store, time, link.Send, Tell, contract);
        link.Received += message => desk.Receive(message.Topic, message.Payload, message.Retain);
        link.Turned += up =>
        {
            SayTurned(up);
            desk.Turned(up);
        };
        link.Idle += () =>
        {
            desk.Tick();
            ShowList();
            ShowDigest();
        };
        link.Run(stop);
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private void Tell(Notice notice)
    {
        ToolMain.Output.WriteLine(LiveLine.Format(notice, words, contract, Now));
        _changedAt = DateTime.UtcNow;
    }

    private void SayTurned(bool up)
    {
        ToolMain.Output.WriteLine(
            !up ? words.Say("connection to the broker lost, reconnecting", "与 MQTT 服务器的连接中断，正在重连")
            : _everUp ? words.Say("connection to the broker is back", "与 MQTT 服务器的连接已恢复")
            : $"{words.Say("listening to", "正在监听")} {broker}");
        _everUp |= up;
    }

    /// <summary>The open alarms, once what changed them has settled, where they read differently than before.</summary>
    private void ShowList()
    {
        if (!showList || _changedAt == null || DateTime.UtcNow - _changedAt < s_settle)
        {
            return;
        }

        _changedAt = null;
        List<string> lines = Lists.Alarms(store, words, contract, Now);
        string which = string.Join('\n', new Incidents(store).Open().ConvertAll(incident => $"{incident.Id} {incident.Level} {lines.Count}"));
        if (which != _shownList)
        {
            _shownList = which;
            ToolMain.Output.WriteLine(words.Say("── open alarms ──", "── 未恢复的告警 ──"));
            lines.ForEach(ToolMain.Output.WriteLine);
        }
    }

    /// <summary>Once a day, in the morning: what nobody was called for.</summary>
    private void ShowDigest()
    {
        if (_digest.Take())
        {
            ToolMain.Output.WriteLine(words.Say("── daily digest ──", "── 每日汇总 ──"));
            Lists.WorkList(store, words, contract, Now).ForEach(ToolMain.Output.WriteLine);
        }
    }
}
