using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>Which records may answer a search: those of a type that were stored with one of the keys.</summary>
/// <remarks>
/// A key is a short text such as <c>surname:SNAD</c>, made by the host of the record's content. A store that keeps no keys may leave them out of account and give
/// every record of the type. Immutable. The keys are people's data.
/// </remarks>
public sealed record CandidateQuery
{
    /// <summary>The type, as on the wire.</summary>
    public required string Type { get; init; }

    /// <summary>The keys of which a record must have one; empty for every record of the type.</summary>
    public ValueList<string> AnyOf { get; init; }

    /// <summary>The type; never the keys.</summary>
    public override string ToString() => $"{nameof(CandidateQuery)} {Type}";
}
