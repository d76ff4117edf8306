using System;
using System.Runtime.InteropServices;

namespace Tools.Mosquitto;

/// <summary>
/// The C functions of <c>libmosquitto.so.1</c> (Debian package <c>libmosquitto1</c>, 2.0) that <see cref="MosquittoClient"/> uses,
/// one to one. Strings go over as UTF-8; results are the numbers of <see cref="MosquittoError"/>.
/// </summary>
internal static unsafe partial class MosquittoLibrary
{
    /// <summary>The name the loader looks for: the soname, so that no development package is needed.</summary>
    internal const string FileName = "libmosquitto.so.1";

    private static readonly Lazy<bool> s_loaded = new(() =>
    {
        Load(FileName);
        lib_init();
        return true;
    });

    /// <summary>Loads and starts the library once for the process.</summary>
    /// <exception cref="MosquittoMissingException">The library is not installed.</exception>
    internal static void Ensure() => _ = s_loaded.Value;

    /// <summary>Loads a shared library, or says in one line what to install.</summary>
    internal static IntPtr Load(string fileName) =>
        NativeLibrary.TryLoad(fileName, out IntPtr handle) ? handle : throw new MosquittoMissingException(fileName);

    internal static string ErrorText(int error) => Marshal.PtrToStringUTF8(strerror(error));

    [LibraryImport(FileName, EntryPoint = "mosquitto_lib_init")]
    internal static partial int lib_init();

    [LibraryImport(FileName, EntryPoint = "mosquitto_strerror")]
    internal static partial IntPtr strerror(int error);

    [LibraryImport(FileName, EntryPoint = "mosquitto_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IntPtr create(string id, [MarshalAs(UnmanagedType.U1)] bool cleanSession, IntPtr context);

    [LibraryImport(FileName, EntryPoint = "mosquitto_destroy")]
    internal static partial void destroy(IntPtr mosq);

    [LibraryImport(FileName, EntryPoint = "mosquitto_threaded_set")]
    internal static partial int threaded_set(IntPtr mosq, [MarshalAs(UnmanagedType.U1)] bool threaded);

    [LibraryImport(FileName, EntryPoint = "mosquitto_will_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int will_set(IntPtr mosq, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(FileName, EntryPoint = "mosquitto_username_pw_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int username_pw_set(IntPtr mosq, string user, string password);

    [LibraryImport(FileName, EntryPoint = "mosquitto_tls_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int tls_set(IntPtr mosq, string caFile, string caPath, string certFile, string keyFile, IntPtr passwordCallback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_tls_opts_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int tls_opts_set(IntPtr mosq, int verifyPeer, string version, string ciphers);

    [LibraryImport(FileName, EntryPoint = "mosquitto_tls_insecure_set")]
    internal static partial int tls_insecure_set(IntPtr mosq, [MarshalAs(UnmanagedType.U1)] bool insecure);

    [LibraryImport(FileName, EntryPoint = "mosquitto_max_inflight_messages_set")]
    internal static partial int max_inflight_messages_set(IntPtr mosq, uint messages);

    [LibraryImport(FileName, EntryPoint = "mosquitto_connect_async", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int connect_async(IntPtr mosq, string host, int port, int keepAliveSeconds);

    [LibraryImport(FileName, EntryPoint = "mosquitto_connect", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int connect(IntPtr mosq, string host, int port, int keepAliveSeconds);

    [LibraryImport(FileName, EntryPoint = "mosquitto_reconnect")]
    internal static partial int reconnect(IntPtr mosq);

    [LibraryImport(FileName, EntryPoint = "mosquitto_disconnect")]
    internal static partial int disconnect(IntPtr mosq);

    [LibraryImport(FileName, EntryPoint = "mosquitto_loop")]
    internal static partial int loop(IntPtr mosq, int timeoutMilliseconds, int maxPackets);

    [LibraryImport(FileName, EntryPoint = "mosquitto_publish", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int publish(IntPtr mosq, out int messageId, string topic, int length, byte* payload, int qos, [MarshalAs(UnmanagedType.U1)] bool retain);

    [LibraryImport(FileName, EntryPoint = "mosquitto_subscribe", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int subscribe(IntPtr mosq, out int messageId, string filter, int qos);

    [LibraryImport(FileName, EntryPoint = "mosquitto_unsubscribe", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int unsubscribe(IntPtr mosq, out int messageId, string filter);

    [LibraryImport(FileName, EntryPoint = "mosquitto_connect_callback_set")]
    internal static partial void connect_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, int, void> callback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_disconnect_callback_set")]
    internal static partial void disconnect_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, int, void> callback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_publish_callback_set")]
    internal static partial void publish_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, int, void> callback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_message_callback_set")]
    internal static partial void message_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, NativeMessage*, void> callback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_subscribe_callback_set")]
    internal static partial void subscribe_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, int, int, int*, void> callback);

    [LibraryImport(FileName, EntryPoint = "mosquitto_unsubscribe_callback_set")]
    internal static partial void unsubscribe_callback_set(IntPtr mosq, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, int, void> callback);

    /// <summary><c>struct mosquitto_message</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeMessage
    {
        public int MessageId;
        public IntPtr Topic;
        public byte* Payload;
        public int PayloadLength;
        public int Qos;
        public byte Retain;
    }
}
