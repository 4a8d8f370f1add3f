using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>The invariants of a 3x5x2 grade, over every combination of its parts.</summary>
public sealed class IntelligenceGradeTests
{
    private static readonly PolicingValidator Validator = new();

    private static readonly FindingRule[] Invariants = [FindingRules.GradeUnconditional, FindingRules.GradeConditional, FindingRules.GradeUsage];

    // Of another list, with and without a mapping, and one that no list has.
    private static Gen<T?> Code<T>(params string?[] national)
        where T : CodedValue, ICodedValue<T> =>
        from code in Gen.Elements<string?>([null, "Z", .. T.BuiltIn.ToArray().Select(c => c.Code)])
        from mapped in Gen.Elements<string?>([null, .. national])
        from foreign in Gen.Elements(false, true)
        select code is null ? null : foreign ? T.From(new CodeParts { List = "https://example.org/x", Code = code, National = mapped }) : T.Of(code);

    private static Gen<IntelligenceGrade> Grade =>
        from handling in Code<IntelligenceHandling>("P", "C")
        from action in Code<IntelligenceAction>("A1", "A3")
        from sanitisation in Code<IntelligenceSanitisation>("S1")
        from conditions in Gen.Elements<string?>(null, "", " ", "Ask first")
        from usage in Gen.Elements<string?>(null, "", " ", "May be shown to the housing officer")
        select new IntelligenceGrade
        {
            Source = IntelligenceSource.Of("2"), Assessment = IntelligenceAssessment.Of("C"), Handling = handling, Action = action, Sanitisation = sanitisation,
            Conditions = conditions, Usage = usage,
        };

    /// <summary>The invariants in other words than the rules have them.</summary>
    private static IEnumerable<string> Broken(IntelligenceGrade grade)
    {
        string? handling = grade.Handling is null ? "P" : grade.Handling.OwnCode;
        bool has(CodedValue? value) => value is not null;
        bool says(string? text) => text?.Trim().Length > 0;
        if (handling == "P" && has(grade.Action)) yield return "/action";
        if (handling == "P" && has(grade.Sanitisation)) yield return "/sanitisation";
        if (handling == "C" && !has(grade.Action)) yield return "/action";
        if (handling == "C" && !has(grade.Sanitisation)) yield return "/sanitisation";
        if (handling == "C" && !says(grade.Conditions)) yield return "/conditions";
        if (grade.Action?.OwnCode == "A3" && !says(grade.Usage)) yield return "/usage";
    }

    private static IEnumerable<string> Found(PoliceRecord record, string at) =>
        Validator.Validate(record).Findings.Where(f => Invariants.Contains(f.Rule) && f.Pointer.StartsWith(at, StringComparison.Ordinal)).Select(f => f.Pointer[at.Length..]);

    private static IntelligenceReport Report(IntelligenceGrade grade) => new()
    {
        Id = RecordId.Derive("tests", "grade"), Controllers = [PoliceAgencies.Of(PoliceAgency.Essex)], ProvenanceGrade = grade,
        Items = [new IntelligenceItem { Number = 1, Grade = grade, SanitisedGrade = grade }],
    };

    [Fact]
    public void AGradeIsFoundWantingWhereItBreaksAnInvariantAndNowhereElse() =>
        Prop.ForAll(Arb.From(Grade), grade =>
        {
            IntelligenceReport report = Report(grade);
            foreach (string at in (string[])["/provenanceGrade", "/items/0/grade", "/items/0/sanitisedGrade"])
                Assert.Equal(Broken(grade).Order(StringComparer.Ordinal), Found(report, at).Order(StringComparer.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Whatever a grade holds is read back as it was, sound or not.</summary>
    [Fact]
    public void AGradeIsKeptWhateverItHolds() =>
        Prop.ForAll(Arb.From(Grade), grade =>
        {
            IntelligenceReport report = Report(grade);
            Assert.Equal(report, PoliceJson.Read(PoliceJson.Write(report)).Record);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void TheOlderGradeStaysBesideTheNewOneAndIsNotJudgedByItsRules()
    {
        IntelligenceGrade grade = new()
        {
            Original = new OriginalGrade { Source = IntelligenceLegacySource.Of("B"), Intelligence = IntelligenceLegacyAssessment.Of("2"), Handling = IntelligenceLegacyHandling.Of("5"), Text = "B25" },
        };
        IntelligenceReport report = Report(grade);
        Assert.Empty(Validator.Validate(report).Findings);
        IntelligenceGrade read = Assert.IsType<IntelligenceReport>(PoliceJson.Read(PoliceJson.Write(report)).Record).Items[0].Grade!;
        Assert.Equal(grade, read);
        Assert.Null(read.Source);
        Assert.Null(read.Handling);
    }
}
