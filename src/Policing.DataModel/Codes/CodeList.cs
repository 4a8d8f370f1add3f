namespace Policing.DataModel.Codes;

/// <summary>A code list as a whole: what its file says of it, and its codes in their order. Immutable.</summary>
public sealed record CodeList
{
    /// <summary>The id, for example <c>sex</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call the list.</summary>
    public required string Title { get; init; }

    /// <summary>Whose list it is.</summary>
    public required string Owner { get; init; }

    /// <summary>Which edition of the owner's list.</summary>
    public required string Edition { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>The codes, those of overlays last.</summary>
    public ValueList<CodeEntry> Codes { get; init; }

    internal static CodeList Of(CodeListContent content) => new()
    {
        Id = content.Id,
        Title = content.Title,
        Owner = content.Owner,
        Edition = content.Edition,
        Source = content.Source,
        Codes = ValueList.From(content.Codes.Values),
    };
}
