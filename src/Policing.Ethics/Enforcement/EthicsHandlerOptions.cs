namespace Policing.Ethics;

/// <summary>What calls of one HTTP client do, where the request itself does not say.</summary>
public sealed class EthicsHandlerOptions
{
    /// <summary>
    /// Describes a call: operation, record type, recipient. Unless told, GET and HEAD are <see cref="AccessOperation.Consultation"/>, DELETE is
    /// <see cref="AccessOperation.Erasure"/>, all else is <see cref="AccessOperation.Disclosure"/>, since data leaves; the record type is not stated.
    /// </summary>
    public Func<HttpRequestMessage, AccessRequest> Describe { get; set; } = static request => new AccessRequest { Operation = OperationOf(request.Method) };

    /// <summary>Whether the context of the request that is being answered counts where the call brings none; true unless told.</summary>
    public bool UseAmbientContext { get; set; } = true;

    private static AccessOperation OperationOf(HttpMethod method)
    {
        if (method == HttpMethod.Get || method == HttpMethod.Head) return AccessOperation.Consultation;
        return method == HttpMethod.Delete ? AccessOperation.Erasure : AccessOperation.Disclosure;
    }
}
