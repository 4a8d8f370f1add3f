using Policing.Conformance.Clients;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Clients;

/// <summary>Runs against hosts of their own, several at once since most of it is waiting, and not so many that one waits for the machine.</summary>
internal static class SideBySide
{
    private const int AtOnce = 12;

    public static async Task<RequirementResult[]> JudgeAsync(IReadOnlyList<(IClientTarget Client, Requirement Requirement)> runs, CancellationToken cancellationToken)
    {
        RequirementResult[] results = new RequirementResult[runs.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, runs.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, ending) =>
            results[number] = await new ConformanceRunner().RunClientAsync(runs[number].Client, runs[number].Requirement, ending));
        return results;
    }
}
