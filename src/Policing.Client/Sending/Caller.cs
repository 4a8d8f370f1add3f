using Policing.DataModel;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>Who calls and why, as each of his requests says it; without a context for calls that need none. Immutable.</summary>
internal sealed class Caller
{
    /// <summary>Nobody in particular.</summary>
    public static readonly Caller Anonymous = new(null, "");

    public Caller(AccessContext? context, string header)
    {
        Context = context;
        Header = header;
        Correlation = context?.Correlation ?? Guid.Empty;
        CorrelationText = Correlation.ToString("D");
    }

    public AccessContext? Context { get; }

    /// <summary>The header Policing-Access; empty for none.</summary>
    public string Header { get; }

    public Guid Correlation { get; }

    public string CorrelationText { get; }
}
