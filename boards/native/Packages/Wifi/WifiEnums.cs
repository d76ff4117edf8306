namespace System.Device.Wifi;

/// <summary>How a connect ended.</summary>
public enum WifiConnectionStatus
{
    AccessRevoked = 0,
    InvalidCredential = 1,
    NetworkNotAvailable = 2,
    Success = 3,
    Timeout = 4,
    UnspecifiedFailure = 5,
    UnsupportedAuthenticationProtocol = 6,
}

/// <summary>Kind of network.</summary>
public enum WifiNetworkKind
{
    Adhoc = 0,
    Any = 1,
    Infrastructure = 2,
}

/// <summary>Who reconnects after a loss at boot.</summary>
public enum WifiReconnectionKind
{
    Automatic = 0,
    Manual = 1,
}
