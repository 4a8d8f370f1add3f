namespace Policing.JsonSchema.Nodes;

/// <summary>An <c>if</c>, <c>anyOf</c>, <c>oneOf</c> or <c>not</c> of <see cref="MemberTest"/>s.</summary>
internal sealed record MemberCondition
{
    public MemberTest? If { get; init; }

    public MemberTest? Then { get; init; }

    public MemberTest? Else { get; init; }

    /// <summary>How many of <see cref="Branches"/> must hold.</summary>
    public int Least { get; init; }

    /// <summary>How many of <see cref="Branches"/> may hold.</summary>
    public int Most { get; init; }

    public MemberTest[] Branches { get; init; } = [];
}
