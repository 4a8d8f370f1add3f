using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>A use that another person must look at.</summary>
/// <remarks>It holds an officer's data: who acted, since that person must not review it. Immutable.</remarks>
public sealed record DueReview
{
    /// <summary>The correlation of the context, which finds the audit entry.</summary>
    public required Guid Correlation { get; init; }

    /// <summary>Who acted.</summary>
    public required AccessActor Actor { get; init; }

    /// <summary>Who is to look: a role of the agency.</summary>
    public required string Role { get; init; }

    /// <summary>By when.</summary>
    public required DateTimeOffset DueBy { get; init; }

    /// <summary>The rules that permitted the use.</summary>
    public ValueList<string> Rules { get; init; }

    /// <summary>The name of the type; never who acted.</summary>
    public override string ToString() => nameof(DueReview);
}
