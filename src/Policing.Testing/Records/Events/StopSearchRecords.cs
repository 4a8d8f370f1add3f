using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes stops and searches that never happened.</summary>
internal static class StopSearchRecords
{
    private const string Kind = "stop-search";
    private const int Morning = 6;
    private const int WakingHours = 17;

    private static readonly (StopSearchLegislation Power, StopSearchObject Object, string Grounds)[] Kinds =
    [
        (StopSearchLegislation.MisuseOfDrugsAct1971Section23, StopSearchObject.ControlledDrugs, "Invented: smell of cannabis near a bench."),
        (StopSearchLegislation.PoliceAndCriminalEvidenceAct1984Section1, StopSearchObject.OffensiveWeapons, "Invented: call about a knife."),
        (StopSearchLegislation.PoliceAndCriminalEvidenceAct1984Section1, StopSearchObject.StolenGoods, "Invented: matched a description."),
        (StopSearchLegislation.FirearmsAct1968Section47, StopSearchObject.Firearms, "Invented: report of an air weapon in a park."),
    ];

    public static StopSearch Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var (power, searchedFor, grounds) = random.Pick<(StopSearchLegislation, StopSearchObject, string)>(Kinds);
        var outcome = random.Pick(StopSearchOutcome.BuiltIn[..5]);
        var found = outcome != StopSearchOutcome.NoFurtherAction;
        var stop = new StopSearch
        {
            Id = stamp.IdOf(Kind, number),
            Kind = random.OnceIn(5) ? StopSearchType.PersonAndVehicleSearch : StopSearchType.PersonSearch,
            At = TimeOf(ref random, plan.Reported),
            PartOfOperation = random.OnceIn(10),
            Subject = SubjectOf(ref random),
            Legislation = power,
            ObjectOfSearch = searchedFor,
            Outcome = outcome,
            OutcomeLinkedToObject = found ? random.OnceIn(2) : null,
            MoreThanOuterClothing = random.OnceIn(20),
            Grounds = grounds,
            ReceiptReference = string.Create(CultureInfo.InvariantCulture, $"SYN-{number}"),
            SearchedBy = stamp.OfficerOf(plan.Force, number),
        };
        return stamp.Stamp(stop, number, plan.Force, plan.Reported);
    }

    /// <summary>Mostly with an offset, now and then without, by day.</summary>
    private static PartialDateTime TimeOf(ref SyntheticRandom random, DateOnly day)
    {
        var time = new TimeOnly(Morning + random.Below(WakingHours), random.Below(60));
        return random.OnceIn(6)
            ? PartialDateTime.FromLocal(day, time)
            : PartialDateTime.FromInstant(new(day.ToDateTime(time), TimeSpan.Zero));
    }

    private static SearchedPerson SubjectOf(ref SyntheticRandom random) => new()
    {
        Gender = random.OnceIn(6) ? Gender.Female : Gender.Male,
        AgeRange = random.Pick(AgeRange.BuiltIn),
        SelfDefinedEthnicity = Ethnicities.SelfDefined(ref random),
        ObservedEthnicity = random.Pick<ObservedEthnicity>(
            [ObservedEthnicity.White, ObservedEthnicity.Black, ObservedEthnicity.Asian, ObservedEthnicity.Mixed, ObservedEthnicity.Other]),
    };
}
