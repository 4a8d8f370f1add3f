using System.Security.Cryptography;
using System.Text;

namespace Policing.Testing;

/// <summary>Synthetic Crime IDs: 64 lower-case hexadecimal digits, the SHA-256 of a text that names the row.</summary>
internal static class CrimeIds
{
    /// <summary>The id of the crime in this row of a street file.</summary>
    public static string InArchive(ulong seed, SyntheticForce force, ArchiveMonth month, int row) =>
        Hash(FormattableString.Invariant($"synthetic crime/{seed}/{force.Slug}/{month.Text}/{row}"));

    /// <summary>The id of a crime before the archive begins, whose outcome is in this row of an outcomes file.</summary>
    public static string BeforeArchive(ulong seed, SyntheticForce force, ArchiveMonth month, int row) =>
        Hash(FormattableString.Invariant($"synthetic earlier crime/{seed}/{force.Slug}/{month.Text}/{row}"));

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }
}
