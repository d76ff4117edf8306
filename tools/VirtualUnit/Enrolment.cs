using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Board.Native;
using Firmware.Console;
using Firmware.Core.Service;
using Firmware.Device.Platform;
using Firmware.Records;
using Tools.Host;

namespace Tools.VirtualUnit;

/// <summary>A unit that was commissioned: one person is on its list, with a PIN and the card that the site's technician holds.</summary>
internal static partial class Enrolment
{
    /// <summary>Puts a person on the list that lies in the unit's storage, where nobody is on it yet.</summary>
    /// <param name="person">PERSON:PIN, a number of 1–250 and 6–12 digits.</param>
    /// <param name="card">Number of the technician's card.</param>
    /// <exception cref="ToolException">Not of this form, a PIN that the unit would refuse, or a store that cannot be written.</exception>
    public static void Write(string person, uint card)
    {
        Match match = PersonPattern().Match(person);
        byte[] pin = Encoding.ASCII.GetBytes(match.Groups[2].Value);
        int number = match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (number < 1 || number > PersonList.LastNumber || !PinDigest.IsAllowed(pin, pin.Length))
        {
            throw new ToolException(
                Language.Say($"--enrol \"{person}\" is not PERSON:PIN with 1 to 250 and a PIN of 6 to 12 digits that is not simple", $"--enrol “{person}” 不是 编号:密码（编号 1 至 250，密码 6 至 12 位且不简单）"),
                ExitCode.WrongCall);
        }

        var storage = new FlashStorage("I:\\u", new Troubles());
        var buffer = new byte[KeptParts.MaxBytes];
        if (storage.Read(Slots.Persons, buffer) != 0)
        {
            return;
        }

        var checksum = new NativeChecksum();
        var persons = new PersonList(new NativeKeyedHash(), Hardware.MacAddress);
        persons.Put(number, pin, pin.Length, 0);
        persons.SetCard(0, unchecked((int)card));
        new RecordStamp(Hardware.MacAddress, new UnitClock(), checksum).Put(buffer, 0, 0);
        if (!storage.Replace(Slots.Persons, buffer, persons.Write(buffer, 0, checksum)))
        {
            throw new ToolException(Language.Say("the unit's storage cannot be written", "设备的存储无法写入"));
        }
    }

    [GeneratedRegex("^([0-9]{1,3}):([0-9]{1,12})$")]
    private static partial Regex PersonPattern();
}
