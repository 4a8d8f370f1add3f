using System.Numerics;

namespace Policing.DataModel.Tests.Values;

/// <summary>The check letter by the published table, apart from the code under test.</summary>
internal static class CheckLetters
{
    public const string Table = "ZABCDEFGHJKLMNPQRTUVWXY";

    public static string For(BigInteger number) => Table[(int)(number % 23)].ToString();
}
