using System.Text.Json;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>One code of a list. The last members belong to the agency register, to link roles and to kinds of number.</summary>
internal sealed record CodeEntry
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Label { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public string? Status { get; init; }

    public string? ReplacedBy { get; init; }

    public string? Provenance { get; init; }

    public string? Group { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Mappings { get; init; }

    public string? Note { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<PncCodeEntry>? PncCodes { get; init; }

    public string? OnsCode { get; init; }

    public string? PoliceUkId { get; init; }

    public IReadOnlyList<string>? Aliases { get; init; }

    public IReadOnlyList<string>? Successors { get; init; }

    /// <summary>A date in the agency register, kinds of record in link roles.</summary>
    public JsonElement? From { get; init; }

    /// <summary>A date in the agency register, kinds of record in link roles.</summary>
    public JsonElement? To { get; init; }

    public string? Inverse { get; init; }

    public string? DpaCategory { get; init; }

    public bool? SameKind { get; init; }

    /// <summary>The property categories whose things carry a number of this kind.</summary>
    public IReadOnlyList<string>? Fits { get; init; }

    public IReadOnlyList<string> MappedTo(string scheme) =>
        Mappings is not null && Mappings.TryGetValue(scheme, out var values) ? values : [];
}
