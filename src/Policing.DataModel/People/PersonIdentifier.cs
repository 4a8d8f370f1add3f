using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An identifier of a person in another register.</summary>
[JsonConverter(typeof(PersonIdentifierConverter))]
public sealed record PersonIdentifier : RecordPart
{
    /// <summary>Which identifier.</summary>
    [Personal]
    public PersonIdentifierType? Kind { get; init; }

    /// <summary>The identifier as written; a rule checks its form by its kind. Source: POLE DS_060, POLE DS_071, POLE DS_072, POLE DS_073.</summary>
    [Personal]
    public string? Value { get; init; }

    /// <summary>The issuing country. Source: POLE DS_004.</summary>
    [Personal]
    public Country? Country { get; init; }

    /// <summary>The agency that issued it.</summary>
    [Operational]
    public Agency? IssuedBy { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }

    /// <summary>The identifier of this value, for example <c>PersonIdentifier.Of(PncId.Parse("81/34U"))</c>; the text is kept as it was given, well formed or not.</summary>
    /// <exception cref="ArgumentException">The value is absent.</exception>
    public static PersonIdentifier Of<T>(T value)
        where T : struct, IPersonIdentifierValue<T>
    {
        if (value.IsAbsent) throw new ArgumentException("An absent value identifies nobody.", nameof(value));
        return new PersonIdentifier { Kind = T.IdentifierKind, Value = value.Text };
    }

    /// <summary>
    /// Reads the value where the kind is that of the type and the text is well formed: <c>identifier.TryGet(out PncId id)</c>. Allocates
    /// nothing.
    /// </summary>
    /// <param name="value">The value, absent when false is returned.</param>
    public bool TryGet<T>(out T value)
        where T : struct, IPersonIdentifierValue<T>
    {
        value = Value is { } text && Kind?.Means(T.IdentifierKind) == true ? T.FromText(text) : default;
        if (value.IsMalformed) value = default;
        return !value.IsAbsent;
    }
}
