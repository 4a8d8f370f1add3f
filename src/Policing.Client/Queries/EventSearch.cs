using System.Text.Json;

namespace Policing.Client;

/// <summary>A search for events: incidents, crimes, stops and others. Immutable.</summary>
/// <param name="EventType">The type of the events, as on the wire, such as <c>crime</c>.</param>
public sealed record EventSearch(string EventType) : SearchQuery(EventType)
{
    /// <summary>Not before; null for any time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not after; null for any time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Where; null for anywhere.</summary>
    public SearchPlace? Place { get; init; }

    /// <summary>The offence by its code or Home Office classification; null for any.</summary>
    public string? Offence { get; init; }

    internal override bool HasCriteria => Place is not null || Offence is not null || (From is not null && To is not null);

    internal override void WriteMatch(Utf8JsonWriter json)
    {
        if (From is { } from) json.WriteString("from", from);
        if (To is { } to) json.WriteString("to", to);
        if (Place is { } place)
        {
            json.WriteStartObject("location");
            place.Write(json);
            json.WriteEndObject();
        }
        if (Offence is { } offence) json.WriteString("offence", offence);
    }
}
