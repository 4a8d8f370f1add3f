using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Puts the records of a case together and links them.</summary>
internal static class CaseRecords
{
    public static SyntheticCase Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var people = ValueList.From(People(stamp, number, plan));
        var crime = CrimeRecords.Of(stamp, number);
        var place = LocationRecords.Of(stamp, number);
        var outcome = CrimeOutcomeRecords.Of(stamp, number);
        var organisation = plan.HasOrganisation ? OrganisationRecords.Of(stamp, number) : null;
        return new()
        {
            Crime = crime,
            Place = place,
            People = people,
            Organisation = organisation,
            Outcome = outcome,
            Links = ValueList.From(Links(stamp, plan, crime, place, people, organisation, outcome)),
        };
    }

    private static IEnumerable<Person> People(RecordStamp stamp, long number, CasePlan plan)
    {
        var first = number * CasePlan.MostPeople;
        yield return PersonRecords.Of(stamp, first);
        if (plan.HasSecondPerson)
        {
            yield return PersonRecords.Of(stamp, first + 1);
        }
    }

    private static IEnumerable<Link> Links(
        RecordStamp stamp,
        CasePlan plan,
        Crime crime,
        Location place,
        ValueList<Person> people,
        Organisation? organisation,
        CrimeOutcome outcome)
    {
        yield return LinkRecords.Of(stamp, crime, LinkRole.OccurredAt, place);
        yield return LinkRecords.Of(stamp, outcome, LinkRole.OutcomeOf, crime);
        yield return LinkRecords.Of(stamp, people[0], plan.FirstRole, crime);
        if (people.Count > 1)
        {
            yield return LinkRecords.Of(stamp, people[1], plan.SecondRole, crime);
        }

        if (organisation is not null)
        {
            yield return LinkRecords.Of(stamp, organisation, LinkRole.Victim, crime);
        }

        if (CrimeOutcomeRecords.DealsWithSuspect(outcome))
        {
            var suspect = plan.FirstRole == LinkRole.Suspect ? people[0] : people[1];
            yield return LinkRecords.Of(stamp, suspect, LinkRole.DealtWith, outcome);
        }
    }
}
