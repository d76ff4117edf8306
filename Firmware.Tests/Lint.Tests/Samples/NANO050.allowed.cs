// layer: Device
public static class Memory
{
    public static uint Free() => nanoFramework.Runtime.Native.GC.Run(false);
}
