using Firmware.Core.Contracts;
using Firmware.Core.Faults;
using Firmware.Records;

namespace Firmware.Inspection.Visits;

/// <summary>Where a visit stands.</summary>
public enum VisitState : byte
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Somebody is here.</summary>
    Open = 1,

    /// <summary>Whoever was here has left; the full check is owed or goes on.</summary>
    Leaving = 2,

    /// <summary>Over, with its check.</summary>
    Over = 3,
}

/// <summary>What a visit was known by.</summary>
public enum VisitEvidence : byte
{
    /// <summary>A login at the console with the door open.</summary>
    Login = 0,

    /// <summary>A technician's card.</summary>
    Card = 1,
}

/// <summary>How a visit ended.</summary>
public enum VisitEnding : byte
{
    /// <summary>It has not.</summary>
    None = 0,

    /// <summary>The door was shut and nobody was logged in any more.</summary>
    Left = 1,

    /// <summary>Nobody moved anything for too long (fault 804).</summary>
    TimedOut = 2,
}

/// <summary>How the water user has confirmed a visit.</summary>
public enum VisitConfirmation : byte
{
    /// <summary>Not at all.</summary>
    Nobody = 0,

    /// <summary>By the user's own card at the reader.</summary>
    Card = 1,

    /// <summary>By a code that the centre gave to the user; the centre judges it.</summary>
    Code = 2,
}

/// <summary>What a technician says of a fault.</summary>
public enum Declaration : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is repaired.</summary>
    Repaired = 1,

    /// <summary>It is not.</summary>
    Unrepaired = 2,

    /// <summary>Its module was replaced.</summary>
    Replaced = 3,
}

/// <summary>
/// One visit (维修档案: symptom, measure, time, person, parts, state before and after, feedback; service contracts §3), as the bytes in which it is kept: the constants below are their places, in order;
/// numbers have their highest byte first. 377 B, and 36 B of the object.
/// </summary>
public sealed class VisitRecord
{
    /// <summary>Faults that fit: what one visit is called out for; more are counted.</summary>
    public const int MaxFaults = 5;

    /// <summary>Reference values that fit.</summary>
    public const int MaxReferences = 3;

    /// <summary>Bytes of notes and parts together, with 2 B each: three full notes of 20 Chinese characters and a few parts.</summary>
    public const int MaxText = 234;

    /// <summary>Grades, in their order: attitude, technique, arrival, handling (home contract, feedback).</summary>
    public const int Grades = 4;

    /// <summary>Bytes of a record without texts.</summary>
    public const int MinBytes = TextAt;

    /// <summary>Longest record, bytes: with head and CRC 410, the longest that stays inside littlefs's metadata.</summary>
    public const int MaxBytes = TextAt + MaxText;

    private const int StateAt = 0;

    /// <summary>How it was known, <see cref="VisitEvidence"/>, with <see cref="ByPerson"/> and <see cref="NewCards"/>.</summary>
    private const int EvidenceAt = 1;
    private const int ByPerson = 128;
    private const int NewCards = 64;

    private const int EndingAt = 2;
    private const int ConfirmationAt = 3;
    private const int PersonAt = 4;
    private const int LevelBeforeAt = 5;
    private const int LevelAfterAt = 6;

    /// <summary>Faults that found no place.</summary>
    private const int MoreAt = 7;

    /// <summary><see cref="Grades"/> bytes.</summary>
    private const int GradesAt = 8;

    /// <summary>Number of the visit, 16 bits.</summary>
    private const int NumberAt = 12;

    /// <summary>Its id: epoch and sequence number, 32 bits each.</summary>
    private const int EpochAt = 14;
    private const int SeqAt = 18;

    /// <summary>Two stamps: Unix s (32), start of the unit (32), uptime ms (48).</summary>
    private const int ArrivedAt = 22;
    private const int LeftAt = 36;
    private const int StampBoot = 4;
    private const int StampMs = 8;

    /// <summary>The confirmation: Unix s, and the code or card; 32 bits each.</summary>
    private const int ConfirmedAt = 50;
    private const int ConfirmedWithAt = 54;

    /// <summary>The check's report: epoch and sequence number, 32 bits each; then a byte each for passed, failed, not tested, not fitted.</summary>
    private const int CheckEpochAt = 58;
    private const int CheckSeqAt = 62;
    private const int CountsAt = 66;

    private const int FaultCountAt = 70;
    private const int ReferenceCountAt = 71;

    /// <summary>Bytes of text that are used.</summary>
    private const int TextCountAt = 72;

    /// <summary>A fault: code (16), occurrence (16), level, stage before, stage after, cycles owed × 16 + declaration.</summary>
    private const int FaultsAt = 73;
    private const int FaultOccurrence = 2;
    private const int FaultLevel = 4;
    private const int FaultBefore = 5;
    private const int FaultAfter = 6;
    private const int FaultDeclared = 7;
    private const int FaultBytes = 8;

    /// <summary>A reference value: reading, reason, reference (32), indicated (32).</summary>
    private const int ReferencesAt = FaultsAt + (MaxFaults * FaultBytes);
    private const int ReferenceReason = 1;
    private const int ReferenceShown = 2;
    private const int ReferenceIndicated = 6;
    private const int ReferenceBytes = 10;

    /// <summary>Texts: each a count (0 a note, else pieces of a part), its length, its bytes.</summary>
    private const int TextAt = ReferencesAt + (MaxReferences * ReferenceBytes);
    private const int EntryHead = 2;

    private readonly byte[] _bytes = new byte[MaxBytes];

    /// <summary>Where the visit stands.</summary>
    public VisitState State
    {
        get => (VisitState)_bytes[StateAt];
        set => _bytes[StateAt] = (byte)value;
    }

    /// <summary>What it was known by.</summary>
    public VisitEvidence Evidence
    {
        get => (VisitEvidence)(_bytes[EvidenceAt] & ~(ByPerson | NewCards));
        set => _bytes[EvidenceAt] = (byte)((_bytes[EvidenceAt] & (ByPerson | NewCards)) | (int)value);
    }

    /// <summary>The check is the whole after-repair inspection, made by a person: with what moves the pump and water.</summary>
    public bool IsCheckedByPerson
    {
        get => (_bytes[EvidenceAt] & ByPerson) != 0;
        set => _bytes[EvidenceAt] = (byte)((_bytes[EvidenceAt] & ~ByPerson) | (value ? ByPerson : 0));
    }

    /// <summary>The users' cards of the settings were changed in this visit: none of them confirms it.</summary>
    public bool HasNewCards
    {
        get => (_bytes[EvidenceAt] & NewCards) != 0;
        set => _bytes[EvidenceAt] = (byte)((_bytes[EvidenceAt] & ~NewCards) | (value ? NewCards : 0));
    }

    /// <summary>How it ended.</summary>
    public VisitEnding Ending
    {
        get => (VisitEnding)_bytes[EndingAt];
        set => _bytes[EndingAt] = (byte)value;
    }

    /// <summary>How the user has confirmed it.</summary>
    public VisitConfirmation Confirmation => (VisitConfirmation)_bytes[ConfirmationAt];

    /// <summary>Number of the person, 0 where only a card of no person of the list was shown.</summary>
    public int Person
    {
        get => _bytes[PersonAt];
        set => _bytes[PersonAt] = (byte)value;
    }

    /// <summary>Worst level raised at the arrival; 0 healthy.</summary>
    public int LevelBefore
    {
        get => _bytes[LevelBeforeAt];
        set => _bytes[LevelBeforeAt] = (byte)value;
    }

    /// <summary>Worst level raised after the check.</summary>
    public int LevelAfter
    {
        get => _bytes[LevelAfterAt];
        set => _bytes[LevelAfterAt] = (byte)value;
    }

    /// <summary>Faults that found no place, at most 255.</summary>
    public int More
    {
        get => _bytes[MoreAt];
        private set => _bytes[MoreAt] = (byte)Bound.Clamp(value, 0, byte.MaxValue);
    }

    /// <summary>Number of the visit, from 1 since the unit's history began.</summary>
    public int Number
    {
        get => Bytes.Get16(_bytes, NumberAt);
        set => Bytes.Put16(_bytes, NumberAt, value);
    }

    /// <summary>Epoch of its id.</summary>
    public int Epoch => Bytes.Get32(_bytes, EpochAt);

    /// <summary>Sequence number of its id, 0 while it has none.</summary>
    public int Seq => Bytes.Get32(_bytes, SeqAt);

    /// <summary>When it was confirmed, Unix seconds; 0 without a clock.</summary>
    public long ConfirmedUnix => (uint)Bytes.Get32(_bytes, ConfirmedAt);

    /// <summary>The code that was typed, or the number of the card.</summary>
    public int ConfirmedWith => Bytes.Get32(_bytes, ConfirmedWithAt);

    /// <summary>The full check has run since the last entry, or a person made it in this visit.</summary>
    public bool IsChecked => CheckSeq != 0;

    /// <summary>Epoch of the id of the check's report.</summary>
    public int CheckEpoch => Bytes.Get32(_bytes, CheckEpochAt);

    /// <summary>Sequence number of the check's report, 0 where none has run.</summary>
    public int CheckSeq => Bytes.Get32(_bytes, CheckSeqAt);

    /// <summary>Faults that the visit was about.</summary>
    public int Faults => _bytes[FaultCountAt];

    /// <summary>Values of a reference instrument.</summary>
    public int References => _bytes[ReferenceCountAt];

    /// <summary>Bytes that are used.</summary>
    public int Count => TextAt + _bytes[TextCountAt];

    /// <summary>Bytes of text that still fit, besides the head of an entry.</summary>
    public int TextLeft => MaxText - _bytes[TextCountAt] - EntryHead;

    /// <summary>The bytes.</summary>
    public byte[] Buffer => _bytes;

    /// <summary>Empties it.</summary>
    public void Clear() => System.Array.Clear(_bytes, 0, MaxBytes);

    /// <summary>Makes it a copy of another one.</summary>
    public void CopyFrom(VisitRecord other) => System.Array.Copy(other._bytes, _bytes, MaxBytes);

    /// <summary>Takes up kept bytes; false, and empty, where they are no visit.</summary>
    public bool TryRead(byte[] from, int at, int count)
    {
        Clear();
        if (count < MinBytes || count > MaxBytes)
        {
            return false;
        }

        System.Array.Copy(from, at, _bytes, 0, count);
        bool good = Count == count && Faults <= MaxFaults && References <= MaxReferences && State <= VisitState.Over && TextsAreWhole();
        if (!good)
        {
            Clear();
        }

        return good;
    }

    /// <summary>Gives it its id.</summary>
    public void SetId(int epoch, int seq)
    {
        Bytes.Put32(_bytes, EpochAt, epoch);
        Bytes.Put32(_bytes, SeqAt, seq);
    }

    /// <summary>Stamps the arrival.</summary>
    public void Arrive(long unix, int boot, long nowMs) => PutStamp(ArrivedAt, unix, boot, nowMs);

    /// <summary>Stamps the leaving.</summary>
    public void Leave(long unix, int boot, long nowMs) => PutStamp(LeftAt, unix, boot, nowMs);

    /// <summary>Unix seconds of arrival or leaving, 0 without a clock.</summary>
    public long UnixOf(bool left) => (uint)Bytes.Get32(_bytes, left ? LeftAt : ArrivedAt);

    /// <summary>Number of the unit's start at arrival or leaving.</summary>
    public int BootOf(bool left) => Bytes.Get32(_bytes, (left ? LeftAt : ArrivedAt) + StampBoot);

    /// <summary>Uptime at arrival or leaving, ms.</summary>
    public long UptimeOf(bool left) => Bytes.Get48(_bytes, (left ? LeftAt : ArrivedAt) + StampMs);

    /// <summary>The user confirms what stands here; <see cref="VisitConfirmation.Nobody"/> takes it back.</summary>
    public void Confirm(VisitConfirmation by, int with, long unix)
    {
        _bytes[ConfirmationAt] = (byte)by;
        Bytes.Put32(_bytes, ConfirmedAt, (int)unix);
        Bytes.Put32(_bytes, ConfirmedWithAt, with);
    }

    /// <summary>A grade: 1 优秀, 2 良好, 3 一般, 4 差; 0 none.</summary>
    public int GradeOf(int which) => _bytes[GradesAt + which];

    /// <summary>Sets a grade.</summary>
    public void SetGrade(int which, int grade) => _bytes[GradesAt + which] = (byte)grade;

    /// <summary>The check's report; seq 0: none that counts.</summary>
    public void SetCheck(int epoch, int seq)
    {
        Bytes.Put32(_bytes, CheckEpochAt, epoch);
        Bytes.Put32(_bytes, CheckSeqAt, seq);
    }

    /// <summary>Items of the check with a result, in the order passed, failed, not tested, not fitted.</summary>
    public int CheckCount(int which) => _bytes[CountsAt + which];

    /// <summary>Sets such a count.</summary>
    public void SetCheckCount(int which, int count) => _bytes[CountsAt + which] = (byte)count;

    /// <summary>Place of a fault; −1 where it is not here.</summary>
    public int FindFault(int code)
    {
        for (int i = 0; i < Faults; i++)
        {
            if (CodeOf(i) == code)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Adds a fault; its place, −1 where there is none, and it is counted.</summary>
    public int AddFault(int code, int occurrence, byte level, FaultStage before)
    {
        if (Faults == MaxFaults)
        {
            More++;
            return -1;
        }

        int at = FaultsAt + (Faults * FaultBytes);
        Bytes.Put16(_bytes, at, code);
        Bytes.Put16(_bytes, at + FaultOccurrence, occurrence);
        _bytes[at + FaultLevel] = level;
        _bytes[at + FaultBefore] = (byte)before;
        _bytes[at + FaultAfter] = (byte)before;
        _bytes[at + FaultDeclared] = 0;
        return _bytes[FaultCountAt]++;
    }

    /// <summary>Code of a fault.</summary>
    public int CodeOf(int fault) => Bytes.Get16(_bytes, FaultsAt + (fault * FaultBytes));

    /// <summary>Its occurrence.</summary>
    public int OccurrenceOf(int fault) => Bytes.Get16(_bytes, FaultsAt + (fault * FaultBytes) + FaultOccurrence);

    /// <summary>Its level, 1–4.</summary>
    public int LevelOf(int fault) => _bytes[FaultsAt + (fault * FaultBytes) + FaultLevel];

    /// <summary>Where it stood when the visit met it.</summary>
    public FaultStage BeforeOf(int fault) => (FaultStage)_bytes[FaultsAt + (fault * FaultBytes) + FaultBefore];

    /// <summary>Where it stood after the check.</summary>
    public FaultStage AfterOf(int fault) => (FaultStage)_bytes[FaultsAt + (fault * FaultBytes) + FaultAfter];

    /// <summary>What the technician said of it.</summary>
    public Declaration DeclaredOf(int fault) => (Declaration)(_bytes[FaultsAt + (fault * FaultBytes) + FaultDeclared] & 15);

    /// <summary>Clean operation cycles that its proof still owed after the check, at most 15; 0 where nothing is to be proven.</summary>
    public int OwedOf(int fault) => _bytes[FaultsAt + (fault * FaultBytes) + FaultDeclared] >> 4;

    /// <summary>Notes what the technician says of it.</summary>
    public void Declare(int fault, Declaration what)
    {
        _bytes[FaultsAt + (fault * FaultBytes) + FaultDeclared] = (byte)((OwedOf(fault) << 4) | (int)what);
    }

    /// <summary>Notes where it stands now.</summary>
    public void SetAfter(int fault, FaultStage after, int owed)
    {
        _bytes[FaultsAt + (fault * FaultBytes) + FaultAfter] = (byte)after;
        _bytes[FaultsAt + (fault * FaultBytes) + FaultDeclared] = (byte)((Bound.Clamp(owed, 0, 15) << 4) | (int)DeclaredOf(fault));
    }

    /// <summary>True where a fault was declared repaired, its module replaced, or a part used: the after-repair inspection (维修后) is owed.</summary>
    public bool HasRepair
    {
        get
        {
            bool has = false;
            for (int i = 0; i < Faults; i++)
            {
                has |= DeclaredOf(i) == Declaration.Repaired || DeclaredOf(i) == Declaration.Replaced;
            }

            for (int text = FirstText; IsText(text); text = NextText(text))
            {
                has |= PiecesOf(text) > 0;
            }

            return has;
        }
    }

    /// <summary>Adds a reference value, or replaces the one of the same reading; false where there is no place.</summary>
    public bool Refer(int signal, int reference, int reason, int indicated)
    {
        int place = 0;
        while (place < References && SignalOf(place) != signal)
        {
            place++;
        }

        if (place == MaxReferences)
        {
            return false;
        }

        int at = ReferencesAt + (place * ReferenceBytes);
        _bytes[at] = (byte)signal;
        _bytes[at + ReferenceReason] = (byte)reason;
        Bytes.Put32(_bytes, at + ReferenceShown, reference);
        Bytes.Put32(_bytes, at + ReferenceIndicated, indicated);
        _bytes[ReferenceCountAt] = (byte)(place == References ? place + 1 : References);
        return true;
    }

    /// <summary>Reading of a reference value, as in <see cref="Signal"/>.</summary>
    public int SignalOf(int reference) => _bytes[ReferencesAt + (reference * ReferenceBytes)];

    /// <summary>Why the unit had no value of its own, as in <see cref="NoDataReason"/>; 0 where it had.</summary>
    public int ReasonOf(int reference) => _bytes[ReferencesAt + (reference * ReferenceBytes) + ReferenceReason];

    /// <summary>What the reference instrument showed, in the reading's unit.</summary>
    public int ReferenceOf(int reference) => Bytes.Get32(_bytes, ReferencesAt + (reference * ReferenceBytes) + ReferenceShown);

    /// <summary>What the unit showed at that moment.</summary>
    public int IndicatedOf(int reference) => Bytes.Get32(_bytes, ReferencesAt + (reference * ReferenceBytes) + ReferenceIndicated);

    /// <summary>Adds a note (<paramref name="pieces"/> 0) or a part, whole UTF-8 characters of at most <see cref="TextLeft"/> bytes.</summary>
    public void AddText(int pieces, byte[] text, int at, int end)
    {
        int to = Count;
        _bytes[to] = (byte)pieces;
        _bytes[to + 1] = (byte)(end - at);
        System.Array.Copy(text, at, _bytes, to + EntryHead, end - at);
        _bytes[TextCountAt] += (byte)(end - at + EntryHead);
    }

    /// <summary>Place of the first text, to be asked with <see cref="IsText"/>.</summary>
    public int FirstText => TextAt;

    /// <summary>True where a text begins here.</summary>
    public bool IsText(int text) => text < Count;

    /// <summary>Place of the text after one.</summary>
    public int NextText(int text) => text + EntryHead + _bytes[text + 1];

    /// <summary>Pieces of a part, 0 for a note.</summary>
    public int PiecesOf(int text) => _bytes[text];

    /// <summary>First byte of a text in <see cref="Buffer"/>.</summary>
    public int StartOf(int text) => text + EntryHead;

    private bool TextsAreWhole()
    {
        int text = FirstText;
        while (text + EntryHead <= Count)
        {
            text = NextText(text);
        }

        return text == Count;
    }

    private void PutStamp(int at, long unix, int boot, long nowMs)
    {
        Bytes.Put48(_bytes, Bytes.Put32(_bytes, Bytes.Put32(_bytes, at, (int)unix), boot), nowMs);
    }
}
