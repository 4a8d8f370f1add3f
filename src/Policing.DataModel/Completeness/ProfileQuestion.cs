namespace Policing.DataModel.Completeness;

/// <summary>One question of a profile, answered from the facts of records and links.</summary>
internal sealed record ProfileQuestion
{
    public required QuestionKind Kind { get; init; }

    /// <summary>The question is whether it does not hold.</summary>
    public bool Not { get; init; }

    /// <summary>The bit among the facts of the record, or of the link.</summary>
    public ulong Bit { get; init; }

    /// <summary>The roles of the link to the other record.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>The other record has the role in this one; else this one has it in the other.</summary>
    public bool OtherIsFrom { get; init; }

    /// <summary>The number of the other record's type; 0 for any.</summary>
    public byte OtherType { get; init; }

    /// <summary>The facts that the other record must have.</summary>
    public ulong OtherBits { get; init; }

    /// <summary>Years.</summary>
    public int Age { get; init; }

    public bool DependsOnLink => Kind is QuestionKind.LinkMember or QuestionKind.AgeBelow;
}
