using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Testing.Tests.Dirt;

public class DirtyVariantsTests
{
    private static readonly SyntheticCases Cases = new(5);
    private static readonly PolicingValidator Validator = new(new() { Profiles = CompletenessProfiles.Pole, Time = new FixedClock() });

    [Fact]
    public void Every_rule_that_a_document_can_break_and_every_gap_has_a_variant()
    {
        var wanted = FindingRules.All.Except([FindingRules.OtherType, FindingRules.SchemaRefused]).Concat(CompletenessProfiles.Pole.Rules);
        Assert.Equal(wanted.Select(rule => rule.Id).Order(StringComparer.Ordinal), DirtyVariants.All.Select(variant => variant.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variant_is_found_by_its_rule()
    {
        var missed = DirtyVariants.All.Where(variant => !Validator.Validate(Cases.Dirty(variant)).Findings.ToArray().Any(finding => finding.Rule == variant.Rule));
        Assert.Empty(missed.Select(variant => variant.Name));
    }

    [Fact]
    public void The_whole_set_has_no_finding_and_stands_under_every_profile()
    {
        var stamp = new RecordStamp(5);
        var records = WholeSet.Make(stamp, 3);
        var found = Validator.Validate(BundleRecords.Of(stamp, 3, records, BundleKind.Collection)).Findings.ToArray();
        Assert.Empty(found.Select(finding => $"{finding.Id} {finding.Pointer}"));
    }

    [Fact]
    public void The_same_variant_has_the_same_bytes_and_another_number_others()
    {
        foreach (var variant in DirtyVariants.All.Take(12))
        {
            Assert.Equal(Cases.Dirty(variant, 4), new SyntheticCases(5).Dirty(variant, 4));
            Assert.NotEqual(Cases.Dirty(variant, 4), Cases.Dirty(variant, 5));
        }
    }

    [Fact]
    public void A_name_that_is_none_is_refused()
    {
        Assert.Equal("PSDK-RUL-0006", DirtyVariants.Of("PSDK-RUL-0006").ToString());
        Assert.Throws<ArgumentException>(() => DirtyVariants.Of("PSDK-RUL-9999"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cases.Dirty(DirtyVariants.All[0], -1));
    }

    [Fact]
    public void No_variant_makes_reading_throw() =>
        Assert.All(DirtyVariants.All, variant => Assert.NotNull(PoliceJson.Read(Cases.Dirty(variant)).Report));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(DirtyVariants.Today.ToDateTime(new(12, 0)), TimeSpan.Zero);
    }
}
