using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes incidents of anti-social behaviour that never happened.</summary>
internal static class AntiSocialBehaviourRecords
{
    private const string Kind = "anti-social-behaviour";

    private static readonly (AsbType Type, AsbClass Class, string Summary)[] Kinds =
    [
        (AsbType.RowdyOrInconsiderateBehaviour, AsbClass.Nuisance, "Invented: a loud group near a bus stop, gone on arrival."),
        (AsbType.VehicleNuisanceOrInappropriateUse, AsbClass.Nuisance, "Invented: a scooter ridden on the footway."),
        (AsbType.LitteringOrDrugsParaphernalia, AsbClass.Environmental, "Invented: bags of rubbish left in an alley."),
        (AsbType.NuisanceCalls, AsbClass.Personal, "Invented: silent calls to one number at night."),
        (AsbType.RowdyOrNuisanceNeighbours, AsbClass.Personal, "Invented: music through a wall after midnight."),
    ];

    public static AntiSocialBehaviour Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var (type, asbClass, summary) = random.Pick<(AsbType, AsbClass, string)>(Kinds);
        var incident = new AntiSocialBehaviour
        {
            Id = stamp.IdOf(Kind, number),
            ReportedAt = PartialDateTime.FromDate(plan.Reported),
            Occurred = CrimeRecords.WindowBefore(ref random, plan.Reported),
            Class = asbClass,
            Kind = type,
            Summary = summary,
            RepeatVictim = asbClass == AsbClass.Personal ? random.OnceIn(3) : null,
        };
        return stamp.Stamp(incident, number, plan.Force, plan.Reported);
    }
}
