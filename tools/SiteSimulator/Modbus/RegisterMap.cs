namespace Tools.SiteSimulator.Modbus;

/// <summary>A slave's registers from 0 on; two registers hold 32 bits, most significant word first.</summary>
internal sealed class RegisterMap : IModbusRegisters
{
    private readonly ushort[] _registers;

    /// <summary>So many registers, all zero.</summary>
    public RegisterMap(int count) => _registers = new ushort[count];

    /// <summary>Every content stands so many registers further on than it should.</summary>
    public int Shift { get; set; }

    /// <inheritdoc/>
    public bool TryRead(int register, out ushort value)
    {
        int index = register - Shift;
        bool exists = index >= 0 && index < _registers.Length;
        value = exists ? _registers[index] : (ushort)0;
        return exists;
    }

    /// <summary>16 bits into one register.</summary>
    public void Put16(int register, int value) => _registers[register] = (ushort)value;

    /// <summary>32 bits into two registers.</summary>
    public void Put32(int register, uint value)
    {
        _registers[register] = (ushort)(value >> 16);
        _registers[register + 1] = (ushort)value;
    }
}
