namespace Firmware.Console;

/// <summary>Makes the page of a command. A page lives while its command is being answered: between two of them it takes no memory.</summary>
public interface IPageMaker
{
    /// <summary>The page that answers a command of <see cref="CommandTable"/>.</summary>
    Page Make(int command);
}
