using System.Globalization;
using Policing.DataModel;

namespace Policing.Ethics.Redaction;

/// <summary>
/// Makes a date its year, <c>1987-06-05</c> becomes <c>1987</c>, which is a well-formed <see cref="PartialDateTime"/> still. A month, or a date
/// with a time, is taken too; anything that is not well formed is erased. Immutable and thread-safe.
/// </summary>
public sealed class BirthYearRedactor : TextRedactor
{
    private BirthYearRedactor()
    {
    }

    /// <summary>The only one.</summary>
    public static BirthYearRedactor Instance { get; } = new();

    private protected override int Coarsen(ReadOnlySpan<char> text, Span<char> output)
    {
        if (!PartialDateTime.TryParse(text, CultureInfo.InvariantCulture, out PartialDateTime date)) return 0;
        return date.Year.TryFormat(output, out int written, "D4", CultureInfo.InvariantCulture) ? written : 0;
    }
}
