using System.Text;
using Firmware.Core.Ports;

namespace Tools.Simulation;

/// <summary>What somebody may send on the unit's topics that is no receipt of its centre.</summary>
public static class BadInbound
{
    /// <summary>Kinds.</summary>
    public const int Kinds = 10;

    /// <summary>Puts one before the unit that is in this epoch.</summary>
    public static void Send(LinkModel link, int kind, uint epoch, Dice dice)
    {
        switch (kind)
        {
            case 0:
                link.Put(Inbound.Refused, []);
                break;
            case 1:
                Put(link, $"{{\"epoch\":{epoch ^ 1},\"upTo\":4294967295,\"at\":1790000000,\"plus\":[]}}");
                break;
            case 2:
                Put(link, $"{{\"epoch\":{epoch},\"upTo\":2147483647,\"at\":1790000000,\"plus\":[]}}");
                break;
            case 3:
                Put(link, $"{{\"epoch\":{epoch},\"upTo\":0,\"at\":1790000000,\"plus\":[[2147483647,1]]}}");
                break;
            case 4:
                Put(link, $"{{\"epoch\":{epoch},\"upTo\":-1}}");
                break;
            case 5:
                Put(link, $"{{\"epoch\":{epoch},\"upTo\":1e9,\"plus\":[[[[[[[[[[[[[[[[");
                break;
            case 6:
                Put(link, new string('[', 512));
                break;
            case 7:
                Put(link, new string('x', 5000));
                break;
            case 8:
                link.Put(Inbound.Command, Encoding.ASCII.GetBytes("{\"v\":1,\"command\":\"start-pump\"}"));
                break;
            default:
                var noise = new byte[dice.Below(512)];
                for (int i = 0; i < noise.Length; i++)
                {
                    noise[i] = (byte)dice.Next();
                }

                link.Put(Inbound.Stored, noise);
                break;
        }
    }

    private static void Put(LinkModel link, string text) => link.Put(Inbound.Stored, Encoding.UTF8.GetBytes(text));
}
