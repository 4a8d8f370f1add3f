using Policing.DataModel;

namespace Policing.Conformance.Requirements;

/// <summary>
/// One thing that a product must, should or may do, with the place that it is from. The id is never used again for another meaning. The same
/// as data: schemas/conformance/requirements.json. Immutable.
/// </summary>
public sealed record Requirement
{
    /// <summary>The stable id, such as <c>PSDK-CON-0102</c>. A rule of the validator is the requirement of the same id.</summary>
    public required string Id { get; init; }

    /// <summary>What is required, in one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>What to do where it is not met.</summary>
    public required string Hint { get; init; }

    /// <summary>Where it is from.</summary>
    public required string Clause { get; init; }

    /// <summary>How much it binds.</summary>
    public required RequirementLevel Level { get; init; }

    /// <summary>Whom it binds.</summary>
    public required RequirementTarget Target { get; init; }

    /// <summary>What it is about, for reports: reading, keeping, changing, writing, text, schema, codes, rules, completeness, serving, calling.</summary>
    public required string Area { get; init; }

    /// <summary>The phase of the National Policing Digital Strategy whose aim it serves, 1 to 3, as docs/strategy.md reads it.</summary>
    public required int Phase { get; init; }

    /// <summary>The digital capability of that strategy that it serves, as docs/strategy.md reads it.</summary>
    public required string Capability { get; init; }

    /// <summary><c>stable</c>, or <c>trial</c>: no claim rests on what is on trial.</summary>
    public required string Maturity { get; init; }

    /// <summary>What a product must be able to do for it to be judged: <c>documents</c>, <c>profile</c>, <c>server</c>, or operations of a program or client, one of which is enough. Empty where nothing judges it.</summary>
    public ValueList<string> JudgedBy { get; init; }

    /// <summary>The files of the corpora with its cases; empty where the cases are the kit's own.</summary>
    public ValueList<string> Cases { get; init; }

    /// <summary>Why nothing judges it; null where something does.</summary>
    public string? NotTested { get; init; }
}
