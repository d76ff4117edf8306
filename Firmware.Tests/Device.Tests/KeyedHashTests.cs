using System;
using System.Text;
using Firmware.Device.Platform;

namespace Device.Tests;

/// <summary>HMAC-SHA-256 as the standard says: RFC 4231, test cases 1 and 2.</summary>
[TestClass]
public class KeyedHashTests
{
    [TestMethod]
    [DataRow("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [DataRow("4a656665", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void ItIsTheStandards(string key, string data, string hash)
    {
        Assert.AreEqual(hash, Convert.ToHexStringLower(new NativeKeyedHash().Compute(Convert.FromHexString(key), Encoding.ASCII.GetBytes(data))));
    }
}
