using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes outcomes of crimes that never happened.</summary>
internal static class CrimeOutcomeRecords
{
    private const string Kind = "crime-outcome";

    public static CrimeOutcome Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var kind = OutcomeKind.Of(ref random, plan);
        var date = plan.Reported.AddDays(7 + random.Below(180));
        var outcome = new CrimeOutcome
        {
            Id = stamp.IdOf(Kind, number),
            Category = kind.Category,
            HomeOffice = kind.HomeOffice,
            Date = PartialDateTime.FromDate(date),
            DecidedBy = stamp.OfficerOf(plan.Force, number),
        };
        return stamp.Stamp(outcome, number, plan.Force, date);
    }

    /// <summary>Whether the outcome is about what happened to the suspect.</summary>
    public static bool DealsWithSuspect(CrimeOutcome outcome) =>
        outcome.HomeOffice == HomeOfficeOutcome.ChargedOrSummonsed || outcome.HomeOffice == HomeOfficeOutcome.CommunityResolution;
}
