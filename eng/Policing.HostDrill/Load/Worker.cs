using Policing.Client;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>One that does its kind of work over and over until it is told to stop. What goes wrong because answers are lost or the server is away is no fault.</summary>
internal abstract class Worker(Party party, Ledger ledger, int seed)
{
    private static readonly TimeSpan s_afterTrouble = TimeSpan.FromMilliseconds(200);

    protected Party Party => party;

    protected Ledger Ledger => ledger;

    protected Random Random { get; } = new(seed);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stop);
            }
            catch (PartnerException trouble) when (IsPassing(trouble.Problem))
            {
                await PauseAsync(trouble.Problem, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Ledger.Fault(FaultKind.Answer, $"{GetType().Name}: {exception.GetType().Name} {exception.Message}");
                await Task.Delay(s_afterTrouble, CancellationToken.None);
            }
        }
    }

    protected abstract Task WorkAsync(CancellationToken stop);

    /// <summary>Whether a call ended as it may when answers are lost; what is neither that nor among what is expected is a fault.</summary>
    protected async Task<bool> IsExpectedAsync(PartnerProblem problem, CancellationToken stop, params PartnerFailure[] expected)
    {
        if (expected.Contains(problem.Failure)) return true;
        if (IsPassing(problem)) await PauseAsync(problem, stop);
        else Ledger.Fault(FaultKind.Answer, $"{GetType().Name}: {problem}");
        return false;
    }

    // In the first seconds after a restart one of two equal requests can take longer than the other asks for it: that one is told to come again, and whether it was done the ledger finds out.
    private static bool IsPassing(PartnerProblem problem) =>
        problem.IsRetryable || problem.Failure is PartnerFailure.Unreachable or PartnerFailure.TimedOut or PartnerFailure.Unavailable or PartnerFailure.Unauthenticated or PartnerFailure.Limited;

    private async Task PauseAsync(PartnerProblem problem, CancellationToken stop)
    {
        Ledger.Count("calls that ended " + problem.Failure);
        await Task.Delay(s_afterTrouble, stop);
    }
}
