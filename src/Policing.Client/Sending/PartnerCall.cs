using Policing.Ethics;

namespace Policing.Client;

/// <summary>One call on its way: what it is, and what has become of its attempts. Of one flow only.</summary>
internal sealed class PartnerCall(PartnerOperation operation, AccessContext? context, Guid correlation)
{
    public static readonly HttpRequestOptionsKey<PartnerCall> Key = new("policing-partner-call");

    public PartnerOperation Operation { get; } = operation;

    public AccessContext? Context { get; } = context;

    public Guid Correlation { get; } = correlation;

    /// <summary>How often it was begun: also where there was no token, and nothing was sent.</summary>
    public int Begun { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the last attempt has got as far as being sent.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether the answer of an attempt was lost, so that it may have had its effect.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether a refused token was replaced already.</summary>
    public bool HasNewToken { get; set; }
}
