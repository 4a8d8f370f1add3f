using System.Text.Json;

namespace Policing.Client;

/// <summary>A search for a telephone by its number. Immutable.</summary>
/// <param name="Number">The number: digits, with a leading plus sign or without; spaces are left out.</param>
public sealed record TelephoneSearch(string Number) : SearchQuery("telephone")
{
    internal override bool HasCriteria => Number.Length > 0;

    internal override void WriteMatch(Utf8JsonWriter json) => json.WriteString("number", Number.Replace(" ", "", StringComparison.Ordinal));
}
