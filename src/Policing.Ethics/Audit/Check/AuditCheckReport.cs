namespace Policing.Ethics.Audit;

/// <summary>What a check of a whole log came to.</summary>
public sealed record AuditCheckReport
{
    /// <summary>The number of entries.</summary>
    public ulong Size { get; init; }

    /// <summary>The root over them, as it was computed from them.</summary>
    public MerkleHash Root { get; init; }

    /// <summary>The number of checkpoints that were looked at, those kept elsewhere included.</summary>
    public int Checkpoints { get; init; }

    /// <summary>The size of the largest checkpoint that holds; what comes after it is not signed yet.</summary>
    public ulong Signed { get; init; }

    /// <summary>Of how many entries the details were erased as they should be.</summary>
    public ulong Erased { get; init; }

    /// <summary>How many entries say that the clock had gone back.</summary>
    public ulong ClockWentBack { get; init; }

    /// <summary>How much the word of the log is worth by its newest checkpoint; unwitnessed where anything was found.</summary>
    public AssuranceLevel Level { get; init; }

    /// <summary>What is wrong, in the order of the places.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>Whether there was more wrong than was kept.</summary>
    public bool HasMore { get; init; }

    /// <summary>True where nothing was found.</summary>
    public bool IsGood => Findings.Count == 0;

    /// <summary>In one line.</summary>
    public override string ToString() => IsGood ? $"{Size} entries, nothing found, {Level}" : $"{Size} entries, {Findings.Count}{(HasMore ? " and more" : "")} found";
}
