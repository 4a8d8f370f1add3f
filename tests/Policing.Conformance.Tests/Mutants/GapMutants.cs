using Policing.Conformance.Running;
using Policing.Conformance.Tests.Running;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Testing;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>Documents that lack one thing each that a profile asks for.</summary>
internal static class GapMutants
{
    private static readonly SyntheticCases Cases = new();

    /// <summary>By requirement, whether the document that lacks what it asks for is judged as one that does.</summary>
    public static async Task<IReadOnlyDictionary<string, bool>> AllAsync()
    {
        Dictionary<string, bool> caught = new(StringComparer.Ordinal);
        foreach (DirtyVariant variant in DirtyVariants.All.Where(v => v.Name.StartsWith("PSDK-CMP-", StringComparison.Ordinal)))
        {
            ConformanceRun run = await JudgeAsync(Cases.Dirty(variant));
            RequirementResult? result = run.Results.SingleOrDefault(r => r.Requirement.Id == variant.Name);
            caught[variant.Name] = result is { Status: ResultStatus.Failed, IsBreach: false, Places.Count: > 0 };
        }

        return caught;
    }

    /// <summary>The six scenarios, which lack nothing.</summary>
    public static Task<ConformanceRun> WholeAsync() =>
        JudgeAsync(PoliceJson.Write(Cases.Bundle(Cases.Case(0) with { Records = ValueList.From(Enumerable.Range(0, 60).SelectMany(n => Cases.Case(n).Records)) })));

    private static Task<ConformanceRun> JudgeAsync(byte[] document) =>
        new ConformanceRunner(new() { Completeness = true, Time = new CheckerMutants.Day(DirtyVariants.Today) }).RunAsync([TextInput.Of(document)]);
}
