namespace Firmware.Records;

/// <summary>Records that are lost and not told of yet: how many, and between which numbers of the present epoch they lay. They are told in one record, under the code of the last one. 28 B.</summary>
internal sealed class UntoldLosses
{
    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>Fault that the last one is told under.</summary>
    public int Code { get; private set; }

    /// <summary>First number that one of them may have had; 0 where none can be named.</summary>
    public int From { get; private set; }

    /// <summary>Last such number; without meaning where <see cref="From"/> is 0.</summary>
    public int To { get; private set; }

    /// <summary>One more.</summary>
    /// <param name="code">Fault that it is told under.</param>
    /// <param name="from">First number of the present epoch that it may have had; 0 where none can be named.</param>
    /// <param name="to">Last such number.</param>
    public void Add(int code, int from, int to)
    {
        Count++;
        Code = code;
        if (from > 0)
        {
            To = From == 0 || to > To ? to : To;
            From = From == 0 || from < From ? from : From;
        }
    }

    /// <summary>Between which numbers they lay is known as a whole, or, with 0, not any more.</summary>
    public void NameRange(int from, int to)
    {
        From = from;
        To = to;
    }

    /// <summary>They are told.</summary>
    public void Clear()
    {
        Count = 0;
        From = 0;
    }
}
