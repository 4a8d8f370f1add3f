using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Clients;

/// <summary>Judges a client by requirements, against a host that is there while it takes.</summary>
internal sealed class ClientJudge(ConformanceOptions options)
{
    public async Task<(IReadOnlyList<RequirementResult> Results, TargetDescription Description)> JudgeAsync(
        IClientTarget target, IReadOnlyList<Requirement> requirements, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        TargetDescription description = await target.DescribeAsync(cancellationToken).ConfigureAwait(false);
        ClientHost host = await ClientHost.StartAsync(options.Time, cancellationToken).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            List<RequirementResult> results = [];
            foreach (Requirement requirement in requirements)
            {
                results.Add(await JudgeAsync(host, target, description, requirement, cancellationToken).ConfigureAwait(false));
                progress?.Report(results.Count);
            }

            return (results, description);
        }
    }

    private async Task<RequirementResult> JudgeAsync(ClientHost host, IClientTarget target, TargetDescription description, Requirement requirement, CancellationToken cancellationToken)
    {
        if (requirement.NotTested is { } why) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = why };
        IReadOnlyList<ClientCase> cases = ClientCaseBook.Of(requirement);
        if (cases.Count == 0) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "It is no question for a client." };
        ClientCase[] possible = [.. cases.Where(c => description.Tasks.AsSpan().Contains(c.Operation))];
        if (possible.Length == 0)
            return new() { Requirement = requirement, Status = ResultStatus.NotClaimed, Why = $"The product does not claim {string.Join(" or ", cases.Select(c => ClientMessages.Name(c.Operation)).Distinct(StringComparer.Ordinal).Select(name => $"'{name}'"))}." };
        List<CaseResult> bad = [];
        foreach (ClientCase @case in possible)
        {
            CaseResult result = await AskAsync(host, target, requirement, @case, cancellationToken).ConfigureAwait(false);
            if (result.Status != ResultStatus.Passed) bad.Add(result);
        }

        return ConformanceRunner.WithWaiver(new() { Requirement = requirement, Status = ConformanceRunner.Worst(bad), Judged = possible.Length, Failures = bad.Count, Cases = bad }, options);
    }

    private static async Task<CaseResult> AskAsync(ClientHost host, IClientTarget target, Requirement requirement, ClientCase @case, CancellationToken cancellationToken)
    {
        string id = $"{requirement.Id}/{@case.Name}";
        ClientScene scene = host.Open();
        try
        {
            CaseVerdict verdict = await @case.AskAsync(new ClientSession(target, scene), cancellationToken).ConfigureAwait(false);
            return new(id, @case.About, verdict.Reason is null ? ResultStatus.Passed : ResultStatus.Failed, verdict.Reason, verdict.Pointer ?? "");
        }
        catch (SkippedTaskException)
        {
            return new(id, @case.About, ResultStatus.Skipped, FaultReasons.Skipped, "");
        }
        catch (TimeoutException)
        {
            return new(id, @case.About, ResultStatus.Failed, FaultReasons.TooSlow, "");
        }
        catch (TargetFaultException fault)
        {
            return new(id, @case.About, ResultStatus.Error, fault.Reason, "");
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException and not TargetUnreachableException)
        {
            // The exception is the product's own, and may quote what it met.
            return new(id, @case.About, ResultStatus.Error, FaultReasons.Threw, "");
        }
        finally
        {
            host.Close(scene);
        }
    }
}
