using System.Reflection;
using Policing.Conformance.Cases;
using Policing.Conformance.Clients;
using Policing.Conformance.Requirements;
using Policing.Conformance.Servers;
using Policing.Conformance.Targets;
using Policing.Conformance.Waivers;
using Policing.DataModel;

namespace Policing.Conformance.Running;

/// <summary>Judges documents, programs, servers or clients by the requirements of this release. Thread-safe.</summary>
public sealed class ConformanceRunner
{
    private readonly ConformanceOptions _options;
    private readonly RequirementSet _requirements = RequirementSet.BuiltIn;

    /// <summary>A runner.</summary>
    /// <param name="options">How runs are made; the defaults when null.</param>
    public ConformanceRunner(ConformanceOptions? options = null) => _options = options ?? new ConformanceOptions();

    private static string KitVersion { get; } =
        typeof(ConformanceRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Judges documents, in constant memory.</summary>
    /// <param name="inputs">What to read.</param>
    /// <param name="progress">Is told how many records were read, now and then.</param>
    /// <param name="cancellationToken">Ends the run; there is no result then.</param>
    /// <exception cref="IOException">An input cannot be read.</exception>
    public async Task<ConformanceRun> RunAsync(IEnumerable<ConformanceInput> inputs, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        DateTimeOffset start = _options.Time.GetUtcNow();
        long stamp = _options.Time.GetTimestamp();
        DocumentJudge judge = new(_options, _requirements);
        foreach (ConformanceInput input in inputs) await judge.ReadAsync(input, progress, cancellationToken).ConfigureAwait(false);
        return Run(start, stamp, judge.Results()) with { Inputs = judge.Inputs, Records = judge.Records, InputHashes = ValueList.From(judge.Hashes) };
    }

    /// <summary>Judges a program by the cases of the operations that it claims.</summary>
    /// <param name="target">The program.</param>
    /// <param name="cancellationToken">Ends the run; there is no result then.</param>
    /// <exception cref="TargetUnreachableException">The program cannot be started, or does not speak the protocol.</exception>
    public async Task<ConformanceRun> RunAsync(IConformanceTarget target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        DateTimeOffset start = _options.Time.GetUtcNow();
        long stamp = _options.Time.GetTimestamp();
        TargetDescription description = await target.DescribeAsync(cancellationToken).ConfigureAwait(false);
        List<RequirementResult> results = [];
        foreach (Requirement requirement in _requirements.All.Where(IsOfPrograms)) results.Add(await JudgeAsync(target, description, requirement, cancellationToken).ConfigureAwait(false));
        return Run(start, stamp, results) with { Target = description };
    }

    /// <summary>Judges a program by the cases of one requirement.</summary>
    /// <exception cref="TargetUnreachableException">The program cannot be started, or does not speak the protocol.</exception>
    public async Task<RequirementResult> RunAsync(IConformanceTarget target, Requirement requirement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(requirement);
        return await JudgeAsync(target, await target.DescribeAsync(cancellationToken).ConfigureAwait(false), requirement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Judges a server of the partner API over HTTP. It writes records about nobody, and disposes of them at the end; what a run that was ended by force left is disposed of at the beginning of
    /// the next with the same journal.
    /// </summary>
    /// <param name="target">The server. It must say that it is a test.</param>
    /// <param name="progress">Is told how many requirements were judged.</param>
    /// <param name="cancellationToken">Ends the run, after what it wrote was disposed of; there is no result then.</param>
    /// <exception cref="TargetRefusedException">The server is not one to be written to; nothing was.</exception>
    /// <exception cref="TargetUnreachableException">It does not answer, or not as a server of the partner API.</exception>
    public async Task<ConformanceRun> RunAsync(ServerTargetOptions target, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        await RunAsync(target, [.. _requirements.All.Where(r => r.Target == RequirementTarget.Server)], progress, cancellationToken).ConfigureAwait(false);

    internal async Task<ConformanceRun> RunAsync(ServerTargetOptions target, IReadOnlyList<Requirement> requirements, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        DateTimeOffset start = _options.Time.GetUtcNow();
        long stamp = _options.Time.GetTimestamp();
        (IReadOnlyList<RequirementResult> results, TargetDescription description) = await new ServerJudge(_options).JudgeAsync(target, requirements, progress, cancellationToken).ConfigureAwait(false);
        return Run(start, stamp, results) with { Target = description };
    }

    /// <summary>Judges a client of the partner API against a host of the kit's own, on loopback, which is there while it takes. What is not claimed is listed.</summary>
    /// <param name="target">The client.</param>
    /// <param name="progress">Is told how many requirements were judged.</param>
    /// <param name="cancellationToken">Ends the run; there is no result then.</param>
    /// <exception cref="TargetUnreachableException">The program cannot be started, or does not speak the protocol.</exception>
    public Task<ConformanceRun> RunClientAsync(IClientTarget target, IProgress<long>? progress = null, CancellationToken cancellationToken = default) =>
        RunClientAsync(target, [.. _requirements.All.Where(r => r.Target == RequirementTarget.Client)], progress, cancellationToken);

    /// <summary>Judges a client by the cases of one requirement.</summary>
    /// <exception cref="TargetUnreachableException">The program cannot be started, or does not speak the protocol.</exception>
    public async Task<RequirementResult> RunClientAsync(IClientTarget target, Requirement requirement, CancellationToken cancellationToken = default) =>
        (await RunClientAsync(target, [requirement], progress: null, cancellationToken).ConfigureAwait(false)).Results[0];

    private async Task<ConformanceRun> RunClientAsync(IClientTarget target, IReadOnlyList<Requirement> requirements, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        DateTimeOffset start = _options.Time.GetUtcNow();
        long stamp = _options.Time.GetTimestamp();
        (IReadOnlyList<RequirementResult> results, TargetDescription description) = await new ClientJudge(_options).JudgeAsync(target, requirements, progress, cancellationToken).ConfigureAwait(false);
        return Run(start, stamp, results) with { Target = description };
    }

    private ConformanceRun Run(DateTimeOffset start, long stamp, IReadOnlyList<RequirementResult> results) => new()
    {
        KitVersion = KitVersion,
        Edition = _requirements.Edition,
        RequirementsHash = _requirements.Hash,
        StartedAt = start,
        Duration = _options.Time.GetElapsedTime(stamp),
        IsFull = _options.Full,
        Results = results,
    };

    private static bool IsOfPrograms(Requirement requirement) => requirement.Target is not (RequirementTarget.Server or RequirementTarget.Client) && !DocumentJudge.IsGap(requirement);

    private async Task<RequirementResult> JudgeAsync(IConformanceTarget target, TargetDescription description, Requirement requirement, CancellationToken cancellationToken)
    {
        if (requirement.NotTested is { } why) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = why };
        if (!IsOfPrograms(requirement)) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "It is no question for a program." };
        ConformanceCase[] cases = [.. CaseBook.Of(requirement).Where(c => c.Type is null || description.Claims(c.Question.Operation, c.Type))];
        if (cases.Length == 0) return new() { Requirement = requirement, Status = ResultStatus.NotJudged, Why = "There is no case of a type that the product claims." };
        if (!description.Operations.AsSpan().Contains(cases[0].Question.Operation))
            return new() { Requirement = requirement, Status = ResultStatus.NotClaimed, Why = $"The product does not claim the operation '{AdapterMessages.Name(cases[0].Question.Operation)}'." };
        List<CaseResult> bad = [];
        foreach (ConformanceCase @case in cases)
        {
            CaseResult result = await AskAsync(target, @case, cancellationToken).ConfigureAwait(false);
            if (result.Status != ResultStatus.Passed) bad.Add(result);
        }

        return WithWaiver(new() { Requirement = requirement, Status = Worst(bad), Judged = cases.Length, Failures = bad.Count, Cases = bad }, _options);
    }

    private static async Task<CaseResult> AskAsync(IConformanceTarget target, ConformanceCase @case, CancellationToken cancellationToken)
    {
        try
        {
            TargetAnswer answer = await target.AskAsync(@case.Question, cancellationToken).ConfigureAwait(false);
            CaseVerdict verdict = @case.Judge(answer);
            ResultStatus status = verdict.Reason is null ? ResultStatus.Passed : answer.IsSkipped ? ResultStatus.Skipped : ResultStatus.Failed;
            return new(@case.Id, @case.About, status, verdict.Reason, verdict.Pointer ?? "");
        }
        catch (TargetFaultException fault)
        {
            return new(@case.Id, @case.About, ResultStatus.Error, fault.Reason, "");
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException and not TargetUnreachableException)
        {
            // The exception is the product's own, and may quote what it met.
            return new(@case.Id, @case.About, ResultStatus.Error, FaultReasons.Threw, "");
        }
    }

    internal static ResultStatus Worst(List<CaseResult> bad) =>
        bad.Exists(c => c.Status == ResultStatus.Failed) ? ResultStatus.Failed
        : bad.Exists(c => c.Status == ResultStatus.Error) ? ResultStatus.Error
        : bad.Count > 0 ? ResultStatus.Skipped
        : ResultStatus.Passed;

    internal static RequirementResult WithWaiver(RequirementResult result, ConformanceOptions options)
    {
        if (options.Full || result.Status != ResultStatus.Failed) return result;
        Waiver? waiver = options.Waivers.For(result.Requirement.Id, DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime));
        return waiver is null ? result : result with { Status = ResultStatus.Waived, Waiver = waiver };
    }
}
