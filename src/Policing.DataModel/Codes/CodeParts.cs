namespace Policing.DataModel.Codes;

/// <summary>
/// The parts of a coded value. At least one is given. On the wire a code of the property's own list and nothing else is a string; with any
/// other part it is an object of these members.
/// </summary>
public readonly record struct CodeParts
{
    /// <summary>The code, in <see cref="List"/> or, where that is null, in the property's own list.</summary>
    public string? Code { get; init; }

    /// <summary>The URI of another list or edition that the code is of.</summary>
    public string? List { get; init; }

    /// <summary>What people call it, as the source gave it.</summary>
    public string? Label { get; init; }

    /// <summary>The mapped code of the property's own list, where <see cref="Code"/> is of another.</summary>
    public string? National { get; init; }

    /// <summary>What the source wrote, where that differs from the code's label or no code fits.</summary>
    public string? Text { get; init; }

    /// <summary>The name of the type; never the parts.</summary>
    public override string ToString() => nameof(CodeParts);
}
