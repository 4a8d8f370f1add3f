using System.Security.Cryptography;

namespace Policing.Client.Tests;

/// <summary>Keys that are made for each run.</summary>
internal static class Keys
{
    public static ECDsa FirstPair { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ClientKey First { get; } = ClientKey.Of(FirstPair, "key-1");

    public static ClientKey Second { get; } = ClientKey.Of(ECDsa.Create(ECCurve.NamedCurves.nistP256), "key-2");
}
