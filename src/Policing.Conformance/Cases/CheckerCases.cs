using System.Text.Json;
using Policing.Conformance.Requirements;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Cases;

/// <summary>What programs are asked that check documents: the files of the corpora that a requirement names.</summary>
internal static class CheckerCases
{
    private const string SchemaFolder = "schema-cases/";

    public static IReadOnlyList<ConformanceCase> Of(Requirement requirement) =>
        [.. requirement.Cases.SelectMany(file => file.StartsWith(SchemaFolder, StringComparison.Ordinal) ? OfSchema(requirement.Id, file) : [OfFile(requirement.Id, file)])];

    private static ConformanceCase OfFile(string requirement, string file)
    {
        bool isValid = CorpusFiles.IsValid(file);
        return new($"{requirement}/{file[(file.IndexOf('/') + 1)..^".json".Length].Replace('/', '-')}", CorpusFiles.About(file),
            new() { Operation = TargetOperation.Check, Document = CorpusFiles.Bytes(file), Today = CorpusFiles.Today }, Judge(isValid));
    }

    private static IEnumerable<ConformanceCase> OfSchema(string requirement, string file)
    {
        string block = file[SchemaFolder.Length..^".json".Length];
        int number = 0;
        foreach (JsonElement group in JsonElement.Parse(CorpusFiles.Bytes(file)).EnumerateArray())
        {
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                number++;
                yield return new(
                    FormattableString.Invariant($"{requirement}/{number}"), test.GetProperty("description").GetString()!,
                    new() { Operation = TargetOperation.Check, Document = System.Text.Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText()), Schema = block, Today = CorpusFiles.Today },
                    Judge(test.GetProperty("valid").GetBoolean()));
            }
        }
    }

    private static Func<TargetAnswer, CaseVerdict> Judge(bool isValid) => answer =>
        answer.IsValid == isValid ? CaseVerdict.Passed : CaseVerdict.Of(isValid ? FaultReasons.FalseAlarm : FaultReasons.MissedFault);
}
