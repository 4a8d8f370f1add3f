using System.Text;
using Policing.DataModel.Completeness;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Completeness;

public class PoleProfilesTests
{
    [Fact]
    public void The_profile_tests_pass()
    {
        ProfileTestReport report = ProfileTestSuite.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "pole.profile-tests.json"))).Run(CompletenessProfiles.Pole);
        Assert.Empty(report.Results.Where(result => !result.Passed).Select(result => result.ToString()));
        Assert.True(report.Passed);
    }

    [Fact]
    public void Every_entity_of_the_dictionary_has_a_profile()
    {
        IEnumerable<string> wanted = Numbered('P', 20).Concat(Numbered('O', 13)).Concat(Numbered('L', 5)).Concat(Numbered('E', 6));
        Assert.Equal(wanted.Order(StringComparer.Ordinal), CompletenessProfiles.Pole.Profiles.Select(profile => profile.Id[..5]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_have_ids_of_their_own_and_only_warn()
    {
        FindingRule[] rules = [.. CompletenessProfiles.Pole.Rules];
        Assert.Equal(rules.Length, rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rules, rule => Assert.StartsWith("PSDK-CMP-", rule.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(rules, rule => rule.Severity == Severity.Error);
        Assert.Contains(rules, rule => rule.Clause.Contains("DS_031", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bundle_is_judged_where_profiles_are_given_and_places_are_those_of_its_text()
    {
        byte[] bundle = Encoding.UTF8.GetBytes("""
            {"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8050","type":"bundle","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[
            {"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8051","type":"email-address","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]}]}
            """);
        Assert.DoesNotContain(new PolicingValidator().Validate(bundle).Findings, finding => finding.Id.StartsWith("PSDK-CMP", StringComparison.Ordinal));
        Finding found = Assert.Single(new PolicingValidator(new() { Profiles = CompletenessProfiles.Pole }).Validate(bundle).Findings, finding => finding.Id.StartsWith("PSDK-CMP", StringComparison.Ordinal));
        Assert.Equal("PSDK-CMP-O004-054", found.Id);
        Assert.Equal("/records/0/address", found.Pointer);
        Assert.Equal(2, found.Line);
        Assert.DoesNotContain(new PolicingValidator(new() { Profiles = CompletenessProfiles.Pole, Least = Severity.Error }).Validate(bundle).Findings, finding => finding.Severity != Severity.Error);
    }

    private static IEnumerable<string> Numbered(char kind, int count) => Enumerable.Range(1, count).Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}_{n:D3}"));
}
