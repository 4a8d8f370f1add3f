using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.People;

public sealed class PersonIdentifierTests
{
    [Fact]
    public void AValueBecomesAnIdentifierOfItsKindAndComesBack()
    {
        ComesBack(PncId.Parse("81/34U"), PersonIdentifierType.PncId);
        ComesBack(CroNumber.Parse("65656/91H"), PersonIdentifierType.CroNumber);
        ComesBack(ArrestSummonsNumber.Parse("97/0000/00/123456K"), PersonIdentifierType.ArrestSummonsNumber);
        ComesBack(NationalInsuranceNumber.Parse("NC 00 00 01 A"), PersonIdentifierType.NationalInsuranceNumber);
        ComesBack(DriverNumber.Parse("99999001010AA9AA"), PersonIdentifierType.DriverNumber);
        ComesBack(PassportNumber.Parse("000000001"), PersonIdentifierType.PassportNumber);
    }

    private static void ComesBack<T>(T value, PersonIdentifierType kind)
        where T : struct, IPersonIdentifierValue<T>
    {
        PersonIdentifier identifier = PersonIdentifier.Of(value);
        Assert.Equal((kind, value.Text), (identifier.Kind, identifier.Value));
        Assert.True(identifier.TryGet(out T read));
        Assert.Equal(value, read);

        // Of another kind, of none, or without a value it is nothing.
        Assert.False((identifier with { Kind = PersonIdentifierType.Other }).TryGet(out read));
        Assert.True(read.IsAbsent);
        Assert.False((identifier with { Kind = null }).TryGet(out read));
        Assert.False((identifier with { Value = null }).TryGet(out read));
        Assert.False((identifier with { Value = "?" }).TryGet(out read));
        Assert.True(read.IsAbsent);

        // A code of another list counts when it is mapped.
        PersonIdentifierType mapped = PersonIdentifierType.From(new CodeParts { Code = "77", List = "https://example.org/kinds", National = kind.Code });
        Assert.True((identifier with { Kind = mapped }).TryGet(out read));
    }

    [Fact]
    public void WhatIsMalformedIsKeptAndWhatIsAbsentRefused()
    {
        PersonIdentifier identifier = PersonIdentifier.Of(PncId.FromText("not one"));
        Assert.Equal("not one", identifier.Value);
        Assert.False(identifier.TryGet(out PncId id));
        Assert.True(id.IsAbsent);
        Assert.Throws<ArgumentException>(() => PersonIdentifier.Of(default(PncId)));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        PersonIdentifier identifier = PersonIdentifier.Of(PncId.Parse("1981/0000034U"));
        Assert.True(identifier.TryGet(out PncId _));
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool read = identifier.TryGet(out PncId _);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal((true, 0L), (read, after - before));
    }

    /// <summary>What the rule lets pass: other kinds, other countries, and the forms that were not verified.</summary>
    [Theory]
    [InlineData("pnc-id", "8134U", null)]
    [InlineData("nino", "NC000001A", null)]
    [InlineData("asn", "2005FF0500000000555P", null)]
    [InlineData("driver-number", "X", "FRA")]
    [InlineData("driver-number", "X", null)]
    [InlineData("driver-number", "99999001010AA9AA", "GBR")]
    [InlineData("driver-number", "12345678", "GBR")]
    [InlineData("passport-number", "12AB34567", "FRA")]
    [InlineData("passport-number", "A123456", "GBR")]
    [InlineData("passport-number", "12345678", null)]
    [InlineData("nhs-number", "not judged", null)]
    [InlineData("local", "", null)]
    [InlineData("no-such-kind", "x", null)]
    public void AFormThatIsNotKnownIsNotJudged(string kind, string value, string? country)
    {
        PersonIdentifier identifier = new() { Kind = PersonIdentifierType.Of(kind), Value = value, Country = country is null ? null : Country.Of(country) };
        ValidationReport report = new PolicingValidator().Validate(new Person { Id = RecordId.New(), Identifiers = [identifier] });
        Assert.DoesNotContain(report.Findings, f => f.Rule == FindingRules.IdentifierForm);
    }
}
