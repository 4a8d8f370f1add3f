using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Testing.FsCheck.Tests.Generators;

public class PolicingArbitrariesTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(2026, 11);
    private static readonly PolicingValidator Validator = new();

    [Fact]
    public void Bundles_are_valid() => Holds(PolicingArbitraries.Bundles(), bundle => Validator.Validate(bundle).Findings.IsEmpty);

    [Fact]
    public void People_places_crimes_and_stops_are_valid()
    {
        Holds(PolicingArbitraries.People(), IsSound);
        Holds(PolicingArbitraries.Locations(), IsSound);
        Holds(PolicingArbitraries.Crimes(), IsSound);
        Holds(PolicingArbitraries.StopSearches(), IsSound);
        Holds(PolicingArbitraries.PoliceRecords(), IsSound);
    }

    [Fact]
    public void Every_dirty_document_has_its_fault()
    {
        PolicingValidator validator = new(new() { Profiles = CompletenessProfiles.Pole, Time = new FixedClock() });
        Holds(PolicingArbitraries.DirtyDocuments(), dirty => validator.Validate(dirty.Utf8.Span).Findings.Any(finding => finding.Rule == dirty.Variant.Rule));
    }

    [Fact]
    public void A_case_shrinks_to_smaller_numbers_of_its_scenario()
    {
        var made = new SyntheticCases().Case(SyntheticScenario.Burglary, 100);
        var smaller = PolicingArbitraries.ScenarioCases().Shrinker(made).ToList();
        Assert.NotEmpty(smaller);
        Assert.All(smaller, shrunk => Assert.True(shrunk.Scenario == made.Scenario && shrunk.Number < made.Number));
        Assert.Empty(PolicingArbitraries.ScenarioCases().Shrinker(new SyntheticCases().Case(SyntheticScenario.Burglary, 0)));
    }

    [Fact]
    public void A_fault_shows_by_its_name_alone() =>
        Assert.Equal("PSDK-RUL-0006", new DirtyDocument(DirtyVariants.Of("PSDK-RUL-0006"), default).ToString());

    private static bool IsSound(PoliceRecord record) => Validator.Validate(PoliceJson.Write(record)).Findings.IsEmpty;

    private static void Holds<T>(Arbitrary<T> values, Func<T, bool> property) => Prop.ForAll(values, property).Check(Fixed);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(DirtyVariants.Today.ToDateTime(new(12, 0)), TimeSpan.Zero);
    }
}
