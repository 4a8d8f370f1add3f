namespace Policing.Conformance.Servers;

/// <summary>A call of one operation that is either answered with what was asked for or refused, and that the audit log has an entry of. Immutable.</summary>
/// <param name="Operation">The operation of the contract.</param>
/// <param name="IsRefusal">Whether the call must be refused.</param>
/// <param name="PrepareAsync">Makes what the call needs, and gives the call.</param>
internal sealed record EntryStep(string Operation, bool IsRefusal, Func<ServerSession, CancellationToken, Task<ServerCall>> PrepareAsync)
{
    /// <summary>What stands in the clause of the requirement.</summary>
    public string Key => $"{Operation}/{(IsRefusal ? "refusal-written-down" : "written-down")}";

    public bool IsOutcome(ServerAnswer answer) => IsRefusal ? answer.Status is >= 400 and < 500 : answer.Status is >= 200 and < 300;
}
