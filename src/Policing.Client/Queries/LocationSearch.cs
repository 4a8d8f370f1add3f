using System.Text.Json;

namespace Policing.Client;

/// <summary>A search for locations. Immutable.</summary>
/// <param name="Place">Where.</param>
public sealed record LocationSearch(SearchPlace Place) : SearchQuery("location")
{
    internal override bool HasCriteria => true;

    internal override void WriteMatch(Utf8JsonWriter json) => Place.Write(json);
}
