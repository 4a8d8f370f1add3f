using System.Runtime.ExceptionServices;
using Policing.Conformance.Cases;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.DataModel;

namespace Policing.Conformance.Servers;

/// <summary>Judges a server by requirements, and disposes of what that took, however it ends.</summary>
internal sealed class ServerJudge(ConformanceOptions options)
{
    public async Task<(IReadOnlyList<RequirementResult> Results, TargetDescription Description)> JudgeAsync(
        ServerTargetOptions target, IReadOnlyList<Requirement> requirements, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ServerSession session = await ServerSession.OpenAsync(target, options.Time, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            List<RequirementResult> results = [];
            ExceptionDispatchInfo? ended = null;
            try
            {
                foreach (Requirement requirement in requirements.Where(r => ServerCaseBook.KeyOf(r) != ServerCaseBook.AllDisposed))
                {
                    results.Add(await JudgeAsync(session, requirement, cancellationToken).ConfigureAwait(false));
                    progress?.Report(results.Count);
                }
            }
            catch (Exception stopped)
            {
                ended = ExceptionDispatchInfo.Capture(stopped);
            }

            // However it ended: what was written is disposed of before anything else.
            await session.CleanUpAsync(CancellationToken.None).ConfigureAwait(false);
            ended?.Throw();
            results.AddRange(requirements.Where(r => ServerCaseBook.KeyOf(r) == ServerCaseBook.AllDisposed).Select(r => JudgeEnd(session, r)));
            return ([.. results.OrderBy(r => r.Requirement.Id, StringComparer.Ordinal)], Description(session.Capabilities));
        }
    }

    private static TargetDescription Description(ServerCapabilities capabilities) => new()
    {
        Supplier = capabilities.Agency.Id ?? "",
        Product = "partner API",
        Version = capabilities.Api,
        Operations = [],
    };

    private async Task<RequirementResult> JudgeAsync(ServerSession session, Requirement requirement, CancellationToken cancellationToken)
    {
        if (requirement.NotTested is { } why) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = why };
        IReadOnlyList<ServerCase> cases = ServerCaseBook.Of(requirement);
        if (cases.FirstOrDefault(c => c.Interaction is { } does && !session.Capabilities.Interactions.Contains(does, StringComparer.Ordinal)) is { Interaction: { } missing })
            return new() { Requirement = requirement, Status = ResultStatus.NotClaimed, Why = $"The capabilities do not have '{missing}' for records of type '{ServerRecords.Type}'." };
        ServerCase[] possible = [.. cases.Where(c => session.Has(c.Needs) && (!c.NeedsLogKey || session.LogKeys.Count > 0))];
        if (possible.Length == 0) return new() { Requirement = requirement, Status = ResultStatus.NotClaimed, Why = WhyNot(cases) };
        List<CaseResult> bad = [];
        foreach (ServerCase @case in possible)
        {
            CaseResult result = await AskAsync(session, requirement, @case, cancellationToken).ConfigureAwait(false);
            if (result.Status != ResultStatus.Passed) bad.Add(result);
        }

        // What the server does not have, or cannot be asked, it does not claim.
        if (bad.Count > 0 && bad.TrueForAll(b => b.Status == ResultStatus.Skipped) && bad.Count == possible.Length)
            return new() { Requirement = requirement, Status = ResultStatus.NotClaimed, Why = possible[0].Unclaimed };
        bad.RemoveAll(b => b.Status == ResultStatus.Skipped);
        return ConformanceRunner.WithWaiver(new() { Requirement = requirement, Status = ConformanceRunner.Worst(bad), Judged = possible.Length, Failures = bad.Count, Cases = bad }, options);
    }

    private static string WhyNot(IReadOnlyList<ServerCase> cases) => cases.Count == 0
        ? "There is no case for it."
        : cases[0].NeedsLogKey ? "The run has no key of the audit log."
        : cases[0].Needs == Credential.OfAnother ? "The run has no token of another agency." : "The run has no token without scopes.";

    private RequirementResult JudgeEnd(ServerSession session, Requirement requirement) => ConformanceRunner.WithWaiver(
        session.Left == 0
            ? new() { Requirement = requirement, Status = ResultStatus.Passed, Judged = 1 }
            : new() { Requirement = requirement, Status = ResultStatus.Failed, Judged = 1, Failures = 1, Cases = [new($"{requirement.Id}/1", "what the run wrote", ResultStatus.Failed, FaultReasons.StillThere, "")] },
        options);

    private static async Task<CaseResult> AskAsync(ServerSession session, Requirement requirement, ServerCase @case, CancellationToken cancellationToken)
    {
        string id = $"{requirement.Id}/{@case.Name}";
        try
        {
            CaseVerdict verdict = await @case.AskAsync(session, cancellationToken).ConfigureAwait(false);
            ResultStatus status = verdict.Reason is null ? ResultStatus.Passed : verdict.Reason == FaultReasons.Skipped ? ResultStatus.Skipped : ResultStatus.Failed;
            return new(id, @case.About, status, verdict.Reason, verdict.Pointer ?? "");
        }
        catch (CaseSetupException)
        {
            return new(id, @case.About, ResultStatus.Error, FaultReasons.NotSetUp, "");
        }
        catch (CaseFaultException fault)
        {
            return new(id, @case.About, ResultStatus.Failed, fault.Reason, "");
        }
        catch (HttpRequestException)
        {
            return new(id, @case.About, ResultStatus.Error, FaultReasons.NoServerAnswer, "");
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or FormatException)
        {
            // A member of another kind than the contract has.
            return new(id, @case.About, ResultStatus.Failed, FaultReasons.OtherForm, "");
        }
    }
}
