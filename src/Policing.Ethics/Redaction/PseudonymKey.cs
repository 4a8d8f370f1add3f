using System.Security.Cryptography;
using System.Text;
using Policing.DataModel.Codes;

namespace Policing.Ethics.Redaction;

/// <summary>
/// A master key for pseudonyms, from which each purpose has a key of its own, so that pseudonyms of two purposes cannot be joined. There is no
/// default: a host makes one from a secret that it keeps. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The key of a purpose is HKDF-SHA256 (RFC 5869) of the master with no salt, the information <c>purpose:</c> and the purpose's code, 32 bytes.
/// Change the id whenever the key changes: pseudonyms carry it, so that nobody compares those of two keys.
/// </remarks>
public sealed class PseudonymKey
{
    private const int LeastBytes = 32;
    private const int MostIdLength = 32;
    private readonly byte[] _master;

    /// <summary>A key of this id.</summary>
    /// <param name="id">1 to 32 letters, digits, dots, hyphens or underscores. It stands in every pseudonym, so it says nothing of the key.</param>
    /// <param name="master">At least 32 bytes of a cryptographic random source; copied.</param>
    /// <exception cref="ArgumentException">The id has another form, or the master is short or plainly not random.</exception>
    public PseudonymKey(string id, ReadOnlySpan<byte> master)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length is 0 or > MostIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw new ArgumentException("An id is 1 to 32 letters, digits, dots, hyphens or underscores.", nameof(id));
        if (master.Length < LeastBytes || !master.ContainsAnyExcept(master[0]))
            throw new ArgumentException("A master key is at least 32 random bytes.", nameof(master));
        Id = id;
        _master = master.ToArray();
    }

    /// <summary>The id that pseudonyms carry.</summary>
    public string Id { get; }

    /// <summary>The redactor that makes the pseudonyms of a purpose.</summary>
    /// <param name="purpose">One that this release lists; an unknown purpose has no key.</param>
    /// <exception cref="ArgumentException">The purpose is not listed.</exception>
    public PseudonymRedactor For(ProcessingPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        if (!purpose.IsBuiltIn) throw new ArgumentException("The purpose is not one of the list.", nameof(purpose));
        return Of("purpose:" + purpose.Code);
    }

    /// <summary>The redactor of a key of its own, by the information of HKDF.</summary>
    internal PseudonymRedactor Of(string info) =>
        new(Id, HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, LeastBytes, info: Encoding.UTF8.GetBytes(info)));

    /// <summary>The id; never the key.</summary>
    public override string ToString() => Id;
}
