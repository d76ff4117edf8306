using Firmware.Records.Messaging;

namespace Firmware.Contract;

/// <summary>
/// Reads the one command there is, <c>{"v":1,"command":"acknowledge","epoch":E,"code":305,"occurrence":3,"who":"desk-2","case":"…","arrive":T}</c>:
/// strict in form, members in any order, unknown members skipped. Never throws.
/// </summary>
public sealed class AcknowledgeCommand
{
    private readonly JsonScanner _json = new JsonScanner();
    private bool _isAcknowledge;
    private bool _hasEpoch;
    private bool _hasWho;
    private int _version;

    /// <summary>Epoch of the incident.</summary>
    public int Epoch { get; private set; }

    /// <summary>Its code.</summary>
    public int Code { get; private set; }

    /// <summary>Its occurrence.</summary>
    public int Occurrence { get; private set; }

    /// <summary>Promised arrival, Unix seconds; 0 where none was promised.</summary>
    public long Arrive { get; private set; }

    /// <summary>Name and case number, as <see cref="Acknowledgements.Note"/> takes them.</summary>
    public byte[] Texts { get; } = new byte[Acknowledgements.WhoBytes + Acknowledgements.CaseBytes];

    /// <summary>Reads a payload; false where it is no acknowledgement.</summary>
    public bool TryRead(byte[] payload, int count)
    {
        _json.Begin(payload, count);
        Forget();
        if (!_json.Take('{') || _json.Peek() == '}')
        {
            return false;
        }

        do
        {
            if (!_json.TakeName() || !TakeMember())
            {
                return false;
            }
        }
        while (_json.Take(','));

        return _json.Take('}') && _json.IsAtEnd && _version == 1 && _isAcknowledge && _hasEpoch && Code > 0 && Occurrence > 0 && _hasWho && Texts[0] != 0;
    }

    private void Forget()
    {
        _isAcknowledge = false;
        _hasEpoch = false;
        _hasWho = false;
        _version = 0;
        Code = 0;
        Occurrence = 0;
        Arrive = 0;
        for (int i = 0; i < Texts.Length; i++)
        {
            Texts[i] = 0;
        }
    }

    private bool TakeMember()
    {
        if (_json.NameIs("command"))
        {
            _isAcknowledge = _json.TakeWord("acknowledge");
            return _isAcknowledge;
        }

        if (_json.NameIs("who"))
        {
            _hasWho = _json.TakeText(Texts, 0, Acknowledgements.WhoBytes);
            return _hasWho;
        }

        if (_json.NameIs("case"))
        {
            return _json.TakeText(Texts, Acknowledgements.WhoBytes, Acknowledgements.CaseBytes);
        }

        return TakeNumber();
    }

    private bool TakeNumber()
    {
        bool good;
        long number;
        if (_json.NameIs("epoch"))
        {
            good = _json.TakeNumber(uint.MaxValue, out number);
            Epoch = (int)number;
            _hasEpoch = good;
        }
        else if (_json.NameIs("code"))
        {
            good = _json.TakeNumber(short.MaxValue, out number);
            Code = (int)number;
        }
        else if (_json.NameIs("occurrence"))
        {
            good = _json.TakeNumber(ushort.MaxValue, out number);
            Occurrence = (int)number;
        }
        else if (_json.NameIs("arrive"))
        {
            good = _json.TakeNumber(uint.MaxValue, out number);
            Arrive = number;
        }
        else if (_json.NameIs("v"))
        {
            good = _json.TakeNumber(int.MaxValue, out number);
            _version = (int)number;
        }
        else
        {
            good = _json.SkipValue();
        }

        return good;
    }
}
