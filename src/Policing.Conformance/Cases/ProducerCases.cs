using System.Text.Json;
using Policing.Conformance.Targets;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Conformance.Cases;

/// <summary>What programs are asked that write records: a few of each type that they claim.</summary>
internal static class ProducerCases
{
    private const int Each = 3;
    private static readonly Lazy<PolicingValidator> Validator = new(static () => new(new ValidationOptions { Ceiling = null }));

    public static IReadOnlyList<ConformanceCase> Of(string requirement) => requirement switch
    {
        "PSDK-PRO-0001" => Produced(requirement, Judge((read, _) => FirstOf(read, f => f.Id.StartsWith("PSDK-SCH-", StringComparison.Ordinal) || f.Id.StartsWith("PSDK-JSON-", StringComparison.Ordinal), Severity.Error, FaultReasons.BreaksSchema))),
        "PSDK-PRO-0002" => Produced(requirement, Judge((read, _) => FirstOf(read, f => f.Id.StartsWith("PSDK-COD-", StringComparison.Ordinal) || f.Id.StartsWith("PSDK-RUL-", StringComparison.Ordinal), Severity.Error, FaultReasons.BreaksRule))),
        "PSDK-PRO-0003" => Produced(requirement, Judge((read, _) => FirstOf(read, static _ => true, Severity.Warning, FaultReasons.HasWarning))),
        "PSDK-PRO-0004" => Produced(requirement, Judge((read, type) => TypeOf(read) == type ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.OtherType, "/type"))),
        "PSDK-PRO-0005" => Distinct(requirement),
        "PSDK-PRO-0006" => Produced(requirement, Judge((read, _) => HasGoodId(read) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.IdForm, "/id"))),
        "PSDK-PRO-0007" => [.. Produced(requirement, Judge((read, _) => read.Record is Bundle { OperationalStatus.Code: "test" } ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotTest, "/operationalStatus"))).Where(c => c.Type == "bundle")],
        "PSDK-PRO-0008" => [.. Produced(requirement, Judge((read, _) => read.Record?.Source is not null ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NoSource, "/source"))).Where(c => c.Type is not ("link" or "bundle" or "receipt"))],
        "PSDK-PRO-0009" => Produced(requirement, static (answer, _) => answer.Document is { } document
            ? document.Span.StartsWith("\uFEFF"u8) ? CaseVerdict.Of(FaultReasons.ByteOrderMark) : CaseVerdict.Passed
            : CaseVerdict.Of(FaultReasons.NoDocument)),
        _ => [],
    };

    private static ConformanceCase[] Produced(string requirement, Func<TargetAnswer, string, CaseVerdict> judge) =>
    [
        .. from type in CorpusFiles.Types
           from number in Enumerable.Range(1, Each)
           select new ConformanceCase(
               FormattableString.Invariant($"{requirement}/{type}-{number}"), FormattableString.Invariant($"record {number} of type {type}"),
               new() { Operation = TargetOperation.Produce, Type = type, Number = number }, answer => judge(answer, type), type),
    ];

    // Two questions at a time: the second must bring another id. What the first brought is remembered for the length of one run of the cases.
    private static ConformanceCase[] Distinct(string requirement)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        return Produced(requirement, Judge((read, _) => read.Record is null ? CaseVerdict.Of(FaultReasons.NoDocument)
            : seen.Add(read.Record.Id.Text) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.IdTwice, "/id")));
    }

    private static Func<TargetAnswer, string, CaseVerdict> Judge(Func<ReadResult, string, CaseVerdict> judge) =>
        (answer, type) => answer.Document is { } document ? judge(Validator.Value.Read(document.Span), type) : CaseVerdict.Of(FaultReasons.NoDocument);

    private static CaseVerdict FirstOf(ReadResult read, Func<Finding, bool> isOfThem, Severity severity, FaultReason reason)
    {
        foreach (Finding finding in read.Report.Findings)
            if (finding.Severity == severity && isOfThem(finding)) return CaseVerdict.Of(reason, finding.Pointer);
        return CaseVerdict.Passed;
    }

    private static string? TypeOf(ReadResult read) => read.Record?.Type;

    private static bool HasGoodId(ReadResult read) => read.Record is { } record && record.Id.Uuid is { Version: 5 or 7 };
}
