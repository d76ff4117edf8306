using System.Text;
using Firmware.Core.Contracts;

namespace Tools.Simulation;

/// <summary>The provisioning file of a unit, as lies beside its slots from the beginning on.</summary>
public static class Provisioning
{
    /// <summary>Each seed is another unit, with a drill at another minute of the week, and another configuration: encoding, whose word counts as storage, contract.</summary>
    public static byte[] Drawn(ulong seed)
    {
        var dice = new Dice(seed, "provisioning");
        return File(seed, dice.Chance(300) ? "cbor" : "json", dice.Chance(150) ? "broker" : "centre", dice.Below(ContractId.Count));
    }

    /// <summary>The defaults.</summary>
    public static byte[] Usual(ulong seed) => File(seed, "json", "centre", ContractId.A);

    /// <summary>The defaults, at a site without a desk.</summary>
    public static byte[] ByBroker(ulong seed) => File(seed, "json", "broker", ContractId.A);

    private static byte[] File(ulong seed, string encoding, string confirm, int contract) => Encoding.ASCII.GetBytes(
        $"site=sim\nunit=unit-{seed % 1_000_000}\nbus_serial=1001\nencoding={encoding}\nconfirm={confirm}\ncontract={ContractId.NameOf(contract)}\n");
}
