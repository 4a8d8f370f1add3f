using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Client;

/// <summary>A search for people. Immutable.</summary>
public sealed record PersonSearch() : SearchQuery("person")
{
    /// <summary>The surname; null for any.</summary>
    public string? Surname { get; init; }

    /// <summary>A given name; with a surname only.</summary>
    public string? Given { get; init; }

    /// <summary>How names are compared.</summary>
    public NameMatching NameMatching { get; init; }

    /// <summary>The date of birth, or the month or year of it: <c>1987</c>, <c>1987-06</c>, <c>1987-06-14</c>; absent for any.</summary>
    public PartialDateTime BirthDate { get; init; }

    /// <summary>So many years before and after; 0 to 10.</summary>
    public int BirthYears { get; init; }

    /// <summary>The sex; null for any.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Identifiers of other registers, one of which the person has; empty for none.</summary>
    public ValueList<PersonIdentifier> Identifiers { get; init; }

    internal override bool HasCriteria => Surname is not null || !BirthDate.IsAbsent || !Identifiers.IsEmpty;

    internal override void WriteMatch(Utf8JsonWriter json)
    {
        if (Surname is { } surname) WriteName(json, surname);
        if (!BirthDate.IsAbsent) WriteBirthDate(json);
        if (Sex?.OwnCode is { } sex) json.WriteString("sex", sex);
        if (Identifiers.IsEmpty) return;
        json.WriteStartArray("identifiers");
        foreach (PersonIdentifier identifier in Identifiers)
        {
            json.WriteStartObject();
            json.WriteString("kind", identifier.Kind?.OwnCode);
            json.WriteString("value", identifier.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteName(Utf8JsonWriter json, string surname)
    {
        json.WriteStartObject("name");
        json.WriteString("surname", surname);
        if (Given is { } given) json.WriteString("given", given);
        json.WriteString("mode", NameMatching switch { NameMatching.Phonetic => "phonetic", NameMatching.Prefix => "prefix", _ => "exact" });
        json.WriteEndObject();
    }

    private void WriteBirthDate(Utf8JsonWriter json)
    {
        json.WriteStartObject("birthDate");
        json.WriteString("date", BirthDate.Text);
        if (BirthYears > 0) json.WriteNumber("years", BirthYears);
        json.WriteEndObject();
    }
}
