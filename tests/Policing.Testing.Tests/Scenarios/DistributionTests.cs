using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing.Tests.Scenarios;

/// <summary>The records have the distributions that the package's page states. Everything follows from a fixed seed: these never fail by chance.</summary>
public class DistributionTests
{
    private const int Many = 4_000;

    // Four standard deviations of a share of 4,000 are at most 3.2 percentage points.
    private const double Tolerance = 0.035;
    private static readonly SyntheticCases Cases = new(11);

    [Fact]
    public void Victims_have_the_ages_that_are_stated() => Holds(
        ScenarioDistributions.Adults,
        Enumerable.Range(0, Many).Select(i => AgeOf(Victim(SyntheticScenario.Burglary, i), i, SyntheticScenario.Burglary)));

    [Fact]
    public void Missing_children_have_the_ages_that_are_stated() => Holds(
        ScenarioDistributions.MissingChildren,
        Enumerable.Range(0, Many).Select(i => AgeOf(With(SyntheticScenario.MissingChild, i, LinkRole.MissingPerson), i, SyntheticScenario.MissingChild)));

    [Fact]
    public void Those_searched_have_the_ages_that_are_stated() => Holds(
        ScenarioDistributions.Suspects,
        Enumerable.Range(0, Many).Select(i => AgeOf(With(SyntheticScenario.StopAndSearch, i, LinkRole.Searched), i, SyntheticScenario.StopAndSearch)));

    [Theory]
    [InlineData(SyntheticScenario.Burglary)]
    [InlineData(SyntheticScenario.DomesticAbuse)]
    [InlineData(SyntheticScenario.MissingChild)]
    [InlineData(SyntheticScenario.StopAndSearch)]
    [InlineData(SyntheticScenario.RobberyWithVehicle)]
    [InlineData(SyntheticScenario.FraudReport)]
    public void Cases_begin_at_the_hours_that_are_stated(SyntheticScenario scenario) => Holds(
        ScenarioDistributions.HoursOf(scenario),
        Enumerable.Range(0, Many).Select(i => new CaseDraft(new(11), scenario, i).Time.Hour));

    [Fact]
    public void Every_force_has_about_as_many_cases()
    {
        var counts = Enumerable.Range(0, Many).GroupBy(i => Cases.Case(SyntheticScenario.StopAndSearch, i).Records[0].Controllers[0].Id, StringComparer.Ordinal).Select(group => group.Count()).ToList();
        Assert.Equal(SyntheticForce.All.Count, counts.Count);
        // 93 on average; the square root of it is 9.6.
        Assert.All(counts, count => Assert.InRange(count, 50, 140));
    }

    [Fact]
    public void Names_are_of_many_forms_and_none_is_frequent()
    {
        var names = Enumerable.Range(0, Many).Select(i => Victim(SyntheticScenario.Burglary, i).Names[0]).ToList();
        var surnames = names.Select(name => name.Surname!).ToList();
        Assert.InRange(surnames.Count(name => name.StartsWith("O'", StringComparison.Ordinal)) / (double)Many, 0.05 - 0.015, 0.05 + 0.015);
        Assert.InRange(surnames.Count(name => name.Contains('-', StringComparison.Ordinal)) / (double)Many, 0.05 - 0.015, 0.05 + 0.015);
        Assert.InRange(surnames.GroupBy(name => name, StringComparer.Ordinal).Max(group => group.Count()) / (double)Many, 0, 0.015);
        Assert.Equal(48, names.Select(name => name.Given[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(names, name => name.Given[0] is "Zoë" or "Siân");
    }

    [Fact]
    public void Half_of_the_people_are_of_either_sex()
    {
        var women = Enumerable.Range(0, Many).Count(i => Victim(SyntheticScenario.Burglary, i).Sex == Sex.Female);
        Assert.InRange(women / (double)Many, 0.5 - Tolerance, 0.5 + Tolerance);
    }

    [Fact]
    public void Days_are_spread_over_the_years_that_are_stated()
    {
        var days = Enumerable.Range(0, Many).Select(i => new CaseDraft(new(11), SyntheticScenario.Burglary, i).Day).ToList();
        Assert.InRange(days.Min(), new(2022, 1, 3), new(2022, 1, 10));
        Assert.InRange(days.Max(), new(2023, 11, 26), new(2023, 12, 3));
        Assert.InRange(days.Count(day => day.Year == 2022) / (double)Many, (363 / 700.0) - Tolerance, (363 / 700.0) + Tolerance);
    }

    private static Person Victim(SyntheticScenario scenario, int number) => With(scenario, number, LinkRole.Victim);

    private static Person With(SyntheticScenario scenario, int number, LinkRole role)
    {
        var records = Cases.Case(scenario, number).Records.ToArray();
        var link = records.OfType<Link>().First(link => link.Role == role);
        return records.OfType<Person>().Single(person => person.Id == link.From!.Id);
    }

    private static int AgeOf(Person person, int number, SyntheticScenario scenario)
    {
        var (born, day) = (person.DatesOfBirth[0].Date.Date!.Value, new CaseDraft(new(11), scenario, number).Day);
        return day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0);
    }

    private static void Holds(Distribution stated, IEnumerable<int> values)
    {
        var all = values.ToList();
        Assert.All(stated.Ranges, range => Assert.InRange(
            all.Count(value => value >= range.From && value <= range.To) / (double)all.Count,
            (range.Weight / (double)stated.Total) - Tolerance,
            (range.Weight / (double)stated.Total) + Tolerance));
        Assert.All(all, value => Assert.Contains(stated.Ranges, range => value >= range.From && value <= range.To));
    }
}
