using System.Text.Json;

namespace Policing.Client;

/// <summary>A search for an e-mail address. Immutable.</summary>
/// <param name="Address">The address.</param>
public sealed record EmailSearch(string Address) : SearchQuery("email-address")
{
    internal override bool HasCriteria => Address.Length > 0;

    internal override void WriteMatch(Utf8JsonWriter json) => json.WriteString("address", Address);
}
