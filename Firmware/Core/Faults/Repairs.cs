namespace Firmware.Core.Faults;

/// <summary>
/// Repairs that did not last. In warranty, the same quality problem still there after two consecutive repairs means a new unit (service contracts §2, "twice is
/// enough", home contract). The same: the same replaceable module, or where a row names none, the same code; only what the equipment answers for. A repair
/// counts once, however many faults of the module it was declared for; it is forgotten when the fault has aged out. 2 B a row.
/// </summary>
public sealed class Repairs
{
    /// <summary>Repairs after which a return means a replacement.</summary>
    public const int Enough = 2;

    private const byte Broken = 1;
    private const byte Returned = 2;
    private const byte CountShift = 2;
    private const int MaxCount = 63;
    private const int ServiceArea = 8;

    private readonly FaultCatalogue _catalogue;
    private readonly byte[] _subject;
    private readonly byte[] _state;

    /// <summary>No repairs yet.</summary>
    public Repairs(FaultCatalogue catalogue)
    {
        _catalogue = catalogue;
        _subject = new byte[catalogue.Capacity];
        _state = new byte[catalogue.Capacity];
        for (int row = 0; row < catalogue.Count; row++)
        {
            _subject[row] = (byte)FirstWithModuleOf(row);
        }
    }

    /// <summary>Repairs of a row's module since it last aged out or was replaced.</summary>
    public int CountOf(int row) => _state[_subject[row]] >> CountShift;

    /// <summary>The row's module came back after two repairs and has to be replaced.</summary>
    public bool NeedsReplacement(int row) => Counts(row) && (_state[_subject[row]] & Returned) != 0;

    /// <summary>Row of the first module that has to be replaced, −1 where there is none.</summary>
    public int FirstToReplace()
    {
        for (int row = 0; row < _catalogue.Count; row++)
        {
            if ((_state[row] & Returned) != 0)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Notes that a fault was raised.</summary>
    public void Raised(int row)
    {
        if (!Counts(row))
        {
            return;
        }

        int subject = _subject[row];
        bool back = (_state[subject] & Broken) == 0 && CountOf(row) >= Enough;
        _state[subject] |= (byte)(back ? Broken | Returned : Broken);
    }

    /// <summary>Notes a repair of a fault; one that was declared already since the module broke counts once.</summary>
    public void Repaired(int row)
    {
        int subject = _subject[row];
        if (Counts(row) && (_state[subject] & Broken) != 0)
        {
            int count = CountOf(row) < MaxCount ? CountOf(row) + 1 : MaxCount;
            _state[subject] = (byte)((count << CountShift) | (_state[subject] & Returned));
        }
    }

    /// <summary>The module was replaced: a new one has no history.</summary>
    public void Replaced(int row)
    {
        if (Counts(row))
        {
            _state[_subject[row]] = 0;
        }
    }

    /// <summary>Two rows name the same replaceable module.</summary>
    public bool AreOfOneModule(int row, int other) => _subject[row] == _subject[other];

    /// <summary>The last fault of the module has aged out: repairs are no longer consecutive. A replacement that is due stays due.</summary>
    public void Aged(int row)
    {
        if (Counts(row))
        {
            _state[_subject[row]] &= Returned;
        }
    }

    /// <summary>State of a row's module for the fault memory; 0 where there is nothing to keep, or another row keeps it.</summary>
    public byte SavedOf(int row) => _state[row];

    /// <summary>
    /// Takes up a saved state; the module's row may be another one since an upgrade. A row that saved nothing says nothing: the state of its module is saved with another.
    /// </summary>
    public void Restore(int row, byte state)
    {
        if (state != 0)
        {
            _state[_subject[row]] = state;
        }
    }

    /// <summary>The equipment answers for the fault, and it is not one of the service itself (8xx), such as 803, which says that a replacement is due.</summary>
    private bool Counts(int row) => _catalogue.ResponsibleOf(row) == Responsible.Equipment && _catalogue.Code(row) / 100 != ServiceArea;

    private int FirstWithModuleOf(int row)
    {
        if (_catalogue.Part(row) == FaultParts.None)
        {
            return row;
        }

        for (int other = 0; other < row; other++)
        {
            if (Counts(other) && _catalogue.Part(other) == _catalogue.Part(row))
            {
                return other;
            }
        }

        return row;
    }
}
