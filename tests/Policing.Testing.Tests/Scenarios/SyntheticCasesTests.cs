using System.Globalization;
using System.Security.Cryptography;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Testing.Tests.Scenarios;

public class SyntheticCasesTests
{
    private const int Many = 600;
    private static readonly SyntheticCases Cases = new(2026);

    private static byte[] Lines(SyntheticCases cases, long count)
    {
        using MemoryStream file = new();
        cases.WriteLines(file, count, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    [Fact]
    public void The_first_records_have_the_bytes_they_always_had() =>
        Assert.Equal("HASH", Convert.ToHexStringLower(SHA256.HashData(Lines(Cases, 3_000))));

    [Fact]
    public void The_culture_of_the_machine_changes_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Lines(Cases, 500);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(expected, Lines(Cases, 500));
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(expected, Lines(Cases, 500));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Cases_made_by_many_threads_in_any_order_are_the_same()
    {
        var inOrder = Enumerable.Range(0, 120).Select(i => PoliceJson.Write(Cases.Bundle(Cases.Case(i)))).ToArray();
        var fresh = new SyntheticCases(2026);
        var atOnce = new byte[inOrder.Length][];
        Parallel.For(0, inOrder.Length, i => atOnce[^(i + 1)] = PoliceJson.Write(fresh.Bundle(fresh.Case(inOrder.Length - 1 - i))));
        Assert.Equal(inOrder, atOnce);
    }

    [Fact]
    public void Another_seed_gives_other_cases()
    {
        var one = new SyntheticCases(1).Records(400).Select(record => record.Id).ToHashSet();
        Assert.DoesNotContain(new SyntheticCases(2).Records(400), record => one.Contains(record.Id));
    }

    [Fact]
    public void Nothing_is_wrong_with_any_case_and_no_profile_misses_anything()
    {
        PolicingValidator validator = new(new() { Profiles = CompletenessProfiles.Pole });
        var found = Enumerable.Range(0, Many)
            .SelectMany(i => validator.Validate(PoliceJson.Write(Cases.Bundle(Cases.Case(i), BundleKind.Submission))).Findings.ToArray().Select(finding => $"{Cases.Case(i).Scenario}: {finding.Id} {Last(finding.Pointer)}"));
        Assert.Empty(found.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_of_cases_is_whole_line_by_line_and_as_a_set()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using MemoryStream file = new(Lines(Cases, 20_000));
        PolicingValidator validator = new();
        RecordSetCheck set = new();
        CompletenessCheck completeness = new();
        var lines = 0;
        await foreach (var line in validator.ReadLinesInParallelAsync(file, 0, set, cancellationToken))
        {
            completeness.Add(line);
            lines++;
            Assert.Empty(line.Result.Report.Findings.ToArray());
        }

        Assert.Equal(20_001, lines);
        Assert.Empty(set.Complete().Findings.ToArray());
        // The last case is cut short, and lacks what comes after.
        Assert.DoesNotContain(completeness.Complete().Findings.ToArray(), finding => finding.Line < 19_900);
    }

    [Fact]
    public void Every_scenario_is_of_the_kinds_of_record_that_it_needs()
    {
        Assert.Equal(["crime", "crime-outcome", "incident", "location", "person", "property", "telephone"], Types(SyntheticScenario.Burglary).Except(["email-address", "link"], StringComparer.Ordinal));
        Assert.Subset(Types(SyntheticScenario.DomesticAbuse), Set("arrest", "crime", "custody", "incident", "safeguarding-concern"));
        Assert.Subset(Types(SyntheticScenario.MissingChild), Set("missing-person-episode", "safeguarding-concern"));
        Assert.Subset(Types(SyntheticScenario.StopAndSearch), Set("stop-search"));
        Assert.Subset(Types(SyntheticScenario.RobberyWithVehicle), Set("crime", "vehicle", "property"));
        Assert.Subset(Types(SyntheticScenario.FraudReport), Set("submission", "crime", "online-account"));
    }

    [Fact]
    public void Every_record_says_that_it_is_invented()
    {
        foreach (var record in Cases.Records(3_000))
        {
            Assert.Equal("Policing.Testing", record.Source?.System);
            Assert.True(record is Link || record.Collection?.Regime == ProcessingRegime.NotPersonal);
        }
    }

    [Fact]
    public void No_identifier_lies_outside_the_safe_ranges()
    {
        foreach (var record in Cases.Records(6_000))
        {
            switch (record)
            {
                case Person person:
                    Assert.All(person.Identifiers.ToArray(), identifier => Assert.True(identifier.Kind == PersonIdentifierType.PncId && SafeRanges.IsSafePncId(identifier.Value)));
                    break;
                case Telephone telephone:
                    Assert.True(SafeRanges.IsSafeTelephone(telephone.Number.Text));
                    break;
                case EmailAddress email:
                    Assert.True(SafeRanges.IsSafeEmailAddress(email.Address));
                    break;
                case Location place:
                    Assert.True(place.Point is null || SafeRanges.IsSafePoint(place.Point));
                    Assert.True(place.Address is null or { Uprn.IsAbsent: true, Usrn.IsAbsent: true });
                    Assert.True(place.Address is null || SafeRanges.IsSafePostcode(place.Address.Postcode.Text));
                    break;
                case Arrest arrest:
                    Assert.True(SafeRanges.IsSafeArrestSummonsNumber(arrest.ArrestSummonsNumber.Text));
                    break;
                case Custody custody:
                    Assert.True(SafeRanges.IsSafeArrestSummonsNumber(custody.ArrestSummonsNumber.Text));
                    break;
                case Vehicle vehicle:
                    Assert.True(vehicle.Registrations.IsEmpty && vehicle.Vin.IsAbsent);
                    break;
                case Property property:
                    Assert.All(property.UniqueIds.ToArray(), id => Assert.StartsWith("SYN-", id.Value, StringComparison.Ordinal));
                    break;
                default:
                    break;
            }
        }
    }

    [Fact]
    public void What_cannot_be_made_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.Case(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.Case((SyntheticScenario)99, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.Case(SyntheticScenario.Burglary, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.Records(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.WriteLines(Stream.Null, -1, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => Cases.Bundle(Cases.Case(0), BundleKind.Message));
        Assert.Empty(Cases.Records(0));
        Assert.NotEmpty(Cases.Case(SyntheticScenario.FraudReport, 1L << 56).Records.ToArray());
    }

    private static HashSet<string> Set(params string[] types) => new(types, StringComparer.Ordinal);

    private static HashSet<string> Types(SyntheticScenario scenario) =>
        new(Enumerable.Range(0, 60).SelectMany(i => Cases.Case(scenario, i).Records.ToArray()).Select(record => record.Type).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Last(string pointer) => pointer.Split('/')[^1];
}
