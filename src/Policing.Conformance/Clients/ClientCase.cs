using Policing.Conformance.Cases;

namespace Policing.Conformance.Clients;

/// <summary>One thing that a client is asked and what goes wrong meanwhile, and what it makes of it. Immutable.</summary>
/// <param name="Name">What stands behind the requirement's id and a slash.</param>
/// <param name="About">What it is about, in a few words.</param>
/// <param name="Operation">What a client must claim to be asked.</param>
/// <param name="AskAsync">Asks, and judges.</param>
internal sealed record ClientCase(string Name, string About, ClientOperation Operation, Func<ClientSession, CancellationToken, Task<CaseVerdict>> AskAsync);
