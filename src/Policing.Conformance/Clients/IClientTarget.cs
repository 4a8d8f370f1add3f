using Policing.Conformance.Targets;

namespace Policing.Conformance.Clients;

/// <summary>
/// A client of the partner API under test. Write one over your client to test it in process, or let <see cref="AdapterTarget"/> speak to a program in any language. It is asked one
/// thing at a time, against a host of the kit's on loopback: docs/conformance/clients.md.
/// </summary>
public interface IClientTarget
{
    /// <summary>What the client says of itself; what it claims is in <see cref="TargetDescription.Tasks"/>.</summary>
    ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default);

    /// <summary>Does one thing. An exception counts as a failed case; its text goes nowhere.</summary>
    /// <param name="task">What to do.</param>
    /// <param name="cancellationToken">Ends it, where it takes longer than it may.</param>
    ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default);
}
