// layer: Device
public static class Memory
{
    public static uint Free() => nanoFramework.Runtime.Native.GC.Run(true); // refused
    public static uint FreeAs(bool compact) => nanoFramework.Runtime.Native.GC.Run(compact); // refused
}
