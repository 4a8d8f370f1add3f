using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Quality;
using Policing.DataModel.Validation;

namespace Policing.Testing.Tests.Scenarios;

public class QualityOfCasesTests
{
    private static readonly SyntheticCases Cases = new(9);
    private static readonly PoliceRecord[] Some = [.. Cases.Records(120), .. new SyntheticCases(9).Records(15), .. Spoilt()];

    private static IEnumerable<PoliceRecord> Spoilt()
    {
        foreach (var record in new SyntheticCases(10).Records(40))
        {
            yield return record switch
            {
                Person person => person with { Names = [], Controllers = [] },
                Crime crime => crime with { RecordedBy = null, Absent = crime.Absent.With("/occurred", AbsentReason.NotKnown), Occurred = null },
                _ => record,
            };
        }
    }

    [Fact]
    public void Whole_cases_are_complete_conform_and_hold_together()
    {
        QualityCheck check = new();
        for (var i = 0; i < 60; i++)
        {
            check.Add(Cases.Bundle(Cases.Case(i)));
        }

        var total = check.Summarise().Total;
        Assert.Equal(1, total.Completeness.Fraction);
        Assert.Equal(1, total.Conformity.Fraction);
        Assert.Equal(1, total.Integrity.Fraction);
        Assert.True(total.Completeness.Of > 2_000);
        Assert.Equal(0, total.SameId);
        Assert.InRange(total.Timeliness.Fraction!.Value, 0.7, 1);
        Assert.Equal(total.Timeliness.Of, total.WithinSevenDays.Good);
        Assert.Equal(default, total.Accuracy);
    }

    [Fact]
    public void Parts_in_any_order_add_up_to_the_whole()
    {
        var whole = Summary(Some);
        var parts = Gen.ArrayOf(Gen.Choose(0, 4), Some.Length).ToArbitrary();
        Prop.ForAll(parts, cut =>
        {
            QualityCheck[] checks = [new(), new(), new(), new(), new()];
            for (var i = 0; i < Some.Length; i++)
            {
                checks[cut[i]].Add(Some[i], ValidationReport.Empty);
            }

            QualityCheck sum = new();
            foreach (var check in checks.OrderBy(_ => cut[0]).Reverse())
            {
                sum.Merge(check);
            }

            return sum.Summarise().Equals(whole);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(2026, 11));
    }

    [Fact]
    public void Summaries_of_sets_apart_add_up()
    {
        var (left, right) = (Set(0, 12), Set(12, 12));
        var both = Summary([.. left, .. right]);
        var sum = Summary(left).Plus(Summary(right));
        Assert.Equal(both.Total with { LikelySame = 0, Uniqueness = default }, sum.Total with { LikelySame = 0, Uniqueness = default });
        Assert.Equal(sum, QualitySummary.Empty.Plus(sum));
    }

    [Fact]
    public void Faults_are_counted_where_they_are()
    {
        var made = Cases.Case(SyntheticScenario.Burglary, 0);
        var crime = made.Records.OfType<Crime>().Single();
        var others = made.Records.Where(record => record is not Crime).ToList();
        var summary = Summary([.. others, crime with { RecordedBy = null, ReportedAt = PartialDateTime.FromDate(new(2020, 1, 1)) }, others[0], others[0] with { Id = RecordId.New() }]);
        var figures = summary.Of("crime");
        Assert.True(figures.Gaps.TryGetValue("PSDK-CMP-E001-070", out var gaps));
        Assert.Equal(new QualityCount(1), gaps);
        Assert.Equal(new Share(0, 1), figures.Timeliness);
        Assert.Equal(new Share(0, 1), figures.WithinTwentyEightDays);
        Assert.Equal(1, summary.Total.SameId);
        Assert.True(summary.Total.LikelySame >= 1);
        Assert.True(Summary([crime, .. made.Records.OfType<Link>()]).Total.Integrity.Good < Summary(made.Records).Total.Integrity.Good);
    }

    [Fact]
    public void A_reason_answers_for_what_is_missing()
    {
        var records = Cases.Case(SyntheticScenario.Burglary, 0).Records.ToArray();
        var spoilt = records.Select(record => record is Crime crime ? crime with { Occurred = null } : record);
        var explained = records.Select(record => record is Crime crime ? crime with { Occurred = null, Absent = crime.Absent.With("/occurred", AbsentReason.NotKnown) } : record);
        Assert.True(Summary([.. spoilt]).Of("crime").Completeness.Fraction < 1);
        Assert.Equal(1, Summary([.. explained]).Of("crime").Completeness.Fraction);
        Assert.Equal(1, Summary([.. explained]).Of("crime").Explained);
    }

    [Fact]
    public void Accuracy_is_measured_against_a_reference_only()
    {
        var person = Cases.Case(SyntheticScenario.Burglary, 0).Records.OfType<Person>().First();
        QualityCheck check = new(new() { Reference = id => id == person.Id ? person with { Sex = Sex.NotKnown } : null });
        check.Add(person);
        var accuracy = check.Summarise().Total.Accuracy;
        Assert.Equal(accuracy.Of - 1, accuracy.Good);
        Assert.True(accuracy.Of >= 6);
    }

    [Fact]
    public void A_summary_names_no_person_and_no_stranger()
    {
        const string Canary = "Zanzibar-Heron";
        QualityCheck check = new();
        var person = Cases.Case(SyntheticScenario.Burglary, 0).Records.OfType<Person>().First();
        check.Add(person with { Names = [new() { Surname = Canary }], Controllers = [new() { Scheme = AgencyScheme.Of(Canary), Id = Canary }] });
        var text = System.Text.Encoding.UTF8.GetString(check.Summarise().ToUtf8());
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.Contains("\"unlisted\"", text, StringComparison.Ordinal);
    }

    private static PoliceRecord[] Set(int first, int count) => [.. Enumerable.Range(first, count).SelectMany(i => Cases.Case(i).Records.ToArray())];

    private static QualitySummary Summary(IEnumerable<PoliceRecord> records)
    {
        QualityCheck check = new();
        foreach (var record in records)
        {
            check.Add(record, ValidationReport.Empty);
        }

        return check.Summarise();
    }
}
