using System.Collections.Immutable;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>How a crime ended: the published category with the Home Office outcome that fits it.</summary>
internal sealed record OutcomeKind(OutcomeCategory Category, HomeOfficeOutcome HomeOffice)
{
    private static readonly ImmutableArray<OutcomeKind> WithSuspect =
    [
        new(OutcomeCategory.Charged, HomeOfficeOutcome.ChargedOrSummonsed),
        new(OutcomeCategory.LocalResolution, HomeOfficeOutcome.CommunityResolution),
        new(OutcomeCategory.UnableToProsecute, HomeOfficeOutcome.EvidentialSuspectIdentifiedVictimSupports),
        new(OutcomeCategory.UnableToProsecute, HomeOfficeOutcome.EvidentialSuspectIdentifiedVictimDoesNotSupport),
    ];

    private static readonly ImmutableArray<OutcomeKind> WithoutSuspect =
    [
        new(OutcomeCategory.NoFurtherAction, HomeOfficeOutcome.InvestigationCompleteNoSuspect),
        new(OutcomeCategory.UnableToProsecute, HomeOfficeOutcome.EvidentialNoSuspectVictimDoesNotSupport),
    ];

    public static OutcomeKind Of(ref SyntheticRandom random, CasePlan plan) =>
        random.Pick((plan.HasSuspect ? WithSuspect : WithoutSuspect).AsSpan());
}
