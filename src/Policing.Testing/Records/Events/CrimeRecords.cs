using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes crimes that never happened.</summary>
internal static class CrimeRecords
{
    private const string Kind = "crime";
    private const int Morning = 6;
    private const int WakingHours = 17;

    public static Crime Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var recorded = plan.Reported.AddDays(random.OnceIn(5) ? 1 + random.Below(3) : 0);
        var crime = new Crime
        {
            Id = stamp.IdOf(Kind, number),
            ReportedAt = PartialDateTime.FromDate(plan.Reported),
            RecordedAt = PartialDateTime.FromDate(recorded),
            Occurred = WindowBefore(ref random, plan.Reported),
            Classifications = [new CrimeClassification { Category = plan.Crime.Category, Group = plan.Crime.Group }],
            RecordingStatus = CrimeRecordingStatus.Recorded,
            Summary = plan.Crime.Summary,
            ModusOperandi = plan.Crime.Method,
            HateStrands = HateStrandsOf(ref random, plan.Crime),
            RecordedBy = stamp.OfficerOf(plan.Force, number),
            SupervisedBy = stamp.OfficerOf(plan.Force, ~number),
        };
        return stamp.Stamp(crime, number, plan.Force, recorded);
    }

    /// <summary>Of every precision, and never after the report. Times are by day, so the clocks of London leave no doubt.</summary>
    public static TimeWindow WindowBefore(ref SyntheticRandom random, DateOnly reported)
    {
        var day = reported.AddDays(-1 - random.Below(10));
        var time = new TimeOnly(Morning + random.Below(WakingHours), random.Below(60));
        var local = PartialDateTime.FromLocal(day, time);
        return random.Below(8) switch
        {
            0 => new() { Kind = OffenceDateCode.OnOrAbout, Start = PartialDateTime.FromDate(day) },
            1 => new() { Kind = OffenceDateCode.Before, Start = PartialDateTime.FromDate(day) },
            2 => new() { Start = PartialDateTime.FromMonth(day.Year, day.Month) },
            3 or 4 => new() { Kind = OffenceDateCode.Between, Start = local, End = PartialDateTime.FromDate(reported) },
            5 => new() { Kind = OffenceDateCode.OnOrIn, Start = PartialDateTime.FromInstant(new(day.ToDateTime(time), TimeSpan.Zero)) },
            _ => new() { Kind = OffenceDateCode.OnOrIn, Start = local },
        };
    }

    private static ValueList<HateStrand> HateStrandsOf(ref SyntheticRandom random, CrimeKind kind)
    {
        var mayBe = kind.Category == CrimeCategory.PublicOrder || kind.Category == CrimeCategory.ViolentCrime;
        return mayBe && random.OnceIn(6) ? [random.Pick(HateStrand.BuiltIn)] : [];
    }
}
