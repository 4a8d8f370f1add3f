using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>
/// Whether the audit log grows by an entry for each call that needs one. All calls are sent together first, each another number of times: a log that grew by exactly so many has one of each.
/// Where it did not, because others use the server too, it writes more than it must, or an entry is missing, each call is sent alone. Not thread-safe.
/// </summary>
/// <remarks>A checkpoint may lag behind; each is waited for as long as <see cref="ServerTargetOptions.CheckpointTime"/>. An entry of somebody else's call can stand for one that is missing.</remarks>
internal sealed class EntryExam(ServerSession session, TimeSpan checkpointTime, TimeProvider time)
{
    private const int Together = 3;
    private const int Alone = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private long _due;
    private long _last = time.GetTimestamp();
    private (ulong Size, long Due)? _settled;
    private bool? _isWhole;

    /// <summary>A call was answered. Calls with a purpose and refusals need an entry.</summary>
    public void Answered(ServerCall call, ServerAnswer answer)
    {
        if (!call.NeedsPurpose && answer.Status < 400) return;
        _due++;
        _last = time.GetTimestamp();
    }

    /// <summary>A call had no answer, or was one of which nobody knows how many entries there are.</summary>
    public void Lost()
    {
        _settled = null;
        _last = time.GetTimestamp();
    }

    /// <summary>The first checkpoint of the run: what is counted from.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is { } seen) _settled = (seen.Size, _due);
    }

    public async Task<CaseVerdict> JudgeAsync(EntryStep step, CancellationToken cancellationToken)
    {
        if (await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) is null) return CaseVerdict.Of(FaultReasons.Skipped);
        _isWhole ??= await IsWholeAsync(cancellationToken).ConfigureAwait(false);
        return _isWhole.Value ? CaseVerdict.Passed : await AloneAsync(step, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A checkpoint over so many more entries than there were, where there comes one in time.</summary>
    public async Task<SeenCheckpoint> GrownAsync(ulong before, int more, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (true)
        {
            SeenCheckpoint seen = await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new CaseFaultException(FaultReasons.NoCheckpoint);
            if (Growth(before, seen) >= more || time.GetElapsedTime(began) >= checkpointTime) return seen;
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsWholeAsync(CancellationToken cancellationToken)
    {
        try
        {
            List<(EntryStep Step, ServerCall Call)> calls = [];
            foreach ((int place, EntryStep step) in EntrySteps.All.Where(IsClaimed).Index())
                for (int turn = 0; turn <= place % Together; turn++) calls.Add((step, await step.PrepareAsync(session, cancellationToken).ConfigureAwait(false)));
            ulong before = await SettledAsync(cancellationToken).ConfigureAwait(false);
            bool isAsMeant = true;
            foreach ((EntryStep step, ServerCall call) in calls) isAsMeant &= step.IsOutcome(await session.SendAsync(call, cancellationToken).ConfigureAwait(false));
            if (isAsMeant && Growth(before, await GrownAsync(before, calls.Count, cancellationToken).ConfigureAwait(false)) == calls.Count) return true;
        }
        catch (CaseSetupException)
        {
            // What cannot be set up is said of each step.
        }

        // By numbers it is not known any more what is still to come.
        _settled = null;
        return false;
    }

    private async Task<CaseVerdict> AloneAsync(EntryStep step, CancellationToken cancellationToken)
    {
        List<ServerCall> calls = [];
        for (int turn = 0; turn < Alone; turn++) calls.Add(await step.PrepareAsync(session, cancellationToken).ConfigureAwait(false));
        ulong before = await SettledAsync(cancellationToken).ConfigureAwait(false);
        foreach (ServerCall call in calls)
            if (!step.IsOutcome(await session.SendAsync(call, cancellationToken).ConfigureAwait(false))) throw new CaseSetupException();
        return Growth(before, await GrownAsync(before, Alone, cancellationToken).ConfigureAwait(false)) >= Alone ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.NotWrittenDown);
    }

    // A log that shrank grew by nothing; of one that says any size, nobody counts further than this.
    private static long Growth(ulong before, SeenCheckpoint now) => now.Size < before ? 0 : (long)Math.Min(now.Size - before, long.MaxValue);

    private bool IsClaimed(EntryStep step) => ServerProblems.InteractionOf(step.Operation) is not { } does || session.Capabilities.Interactions.Contains(does, StringComparer.Ordinal);

    /// <summary>The size of the log when all that was sent so far is in it: by count, or because no checkpoint may lag behind any longer.</summary>
    private async Task<ulong> SettledAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            bool isTimeUp = time.GetElapsedTime(_last) >= checkpointTime;
            SeenCheckpoint seen = await session.Log.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new CaseFaultException(FaultReasons.NoCheckpoint);
            bool isCounted = _settled is { } settled && seen.Size >= settled.Size && Growth(settled.Size, seen) == _due - settled.Due;
            if (isCounted || isTimeUp)
            {
                _settled = (seen.Size, _due);
                return seen.Size;
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
