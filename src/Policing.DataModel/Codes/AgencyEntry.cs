namespace Policing.DataModel.Codes;

/// <summary>What the register says of one police body. Immutable.</summary>
public sealed record AgencyEntry
{
    /// <summary>The slug, never used again for another body; for example <c>avon-and-somerset</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of body it is, for example <c>territorial</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its force codes in PNC, arrest summons numbers and case URNs.</summary>
    public ValueList<string> PncCodes { get; init; }

    /// <summary>The code of its police force area, of the Office for National Statistics.</summary>
    public string? OnsCode { get; init; }

    /// <summary>Its id on data.police.uk, where it has one.</summary>
    public string? PoliceUkId { get; init; }

    /// <summary>Other names that it goes by.</summary>
    public ValueList<string> Aliases { get; init; }

    /// <summary>The first day of the body; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the body; null for one that there still is, and when not known.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The bodies that took over from it.</summary>
    public ValueList<string> Successors { get; init; }

    /// <summary>The body as records name it.</summary>
    public Agency ToAgency() => new() { Scheme = AgencyScheme.Police, Id = Id };
}
