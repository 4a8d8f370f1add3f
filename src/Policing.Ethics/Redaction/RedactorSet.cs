using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Redactors by name: what a sharing view may ask for. A view is data and names them; keys and parameters stay with the host, which adds its
/// own here. Immutable and thread-safe.
/// </summary>
public sealed class RedactorSet
{
    private const int MostNameLength = 64;
    private readonly ImmutableDictionary<string, object> _byName;

    private RedactorSet(ImmutableDictionary<string, object> byName) => _byName = byName;

    /// <summary>
    /// Those that need no key: <c>erase</c>, <c>postcode-sector</c>, <c>postcode-district</c>, <c>birth-year</c>, <c>age-band</c> (of the system's clock),
    /// <c>vrm-partial</c>, <c>grid-reference-100m</c>, <c>grid-reference-1km</c>, <c>grid-reference-10km</c>, and for points <c>grid-100m</c>, <c>grid-1km</c>,
    /// <c>grid-10km</c>.
    /// </summary>
    public static RedactorSet BuiltIn { get; } = new RedactorSet(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal))
        .With("erase", EraseRedactor.Instance)
        .With("postcode-sector", PostcodeRedactor.ToSector)
        .With("postcode-district", PostcodeRedactor.ToDistrict)
        .With("birth-year", BirthYearRedactor.Instance)
        .With("age-band", new AgeBandRedactor(TimeProvider.System))
        .With("vrm-partial", VrmPartialRedactor.Instance)
        .With("grid-reference-100m", new GridReferenceRedactor(100))
        .With("grid-reference-1km", new GridReferenceRedactor(1_000))
        .With("grid-reference-10km", new GridReferenceRedactor(10_000))
        .With("grid-100m", new PointGrid(100))
        .With("grid-1km", new PointGrid(1_000))
        .With("grid-10km", new PointGrid(10_000));

    /// <summary>A set with this redactor of text under a name, in the place of any other of that name.</summary>
    /// <param name="name">1 to 64 small letters, digits and hyphens.</param>
    /// <param name="redactor">Must be thread-safe. Empty output erases the member; one that throws stops the minimisation.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public RedactorSet With(string name, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        return new(_byName.SetItem(Checked(name), redactor));
    }

    /// <summary>A set with this grid for points under a name, in the place of any other of that name.</summary>
    /// <param name="name">1 to 64 small letters, digits and hyphens.</param>
    /// <param name="grid">The grid.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public RedactorSet With(string name, PointGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new(_byName.SetItem(Checked(name), grid));
    }

    internal bool TryGet(string name, [NotNullWhen(true)] out object? redactor) => _byName.TryGetValue(name, out redactor);

    private static string Checked(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool isName = name.Length is > 0 and <= MostNameLength && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return isName ? name : throw new ArgumentException("A name is 1 to 64 small letters, digits and hyphens.", nameof(name));
    }
}
