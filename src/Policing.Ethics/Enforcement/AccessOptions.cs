using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>What a call tells the <see cref="EthicsHandler"/>, in the request's options. Nothing of it is sent.</summary>
public static class AccessOptions
{
    internal static readonly HttpRequestOptionsKey<AccessContext> ContextKey = new("policing-access-context");
    internal static readonly HttpRequestOptionsKey<AccessRequest> RequestKey = new("policing-access-request");
    internal static readonly HttpRequestOptionsKey<ValueList<RecordId>> RecordsKey = new("policing-access-records");
    internal static readonly HttpRequestOptionsKey<Func<Obligation, bool>> CarriedOutKey = new("policing-access-carried-out");
    // Of the typed client. What somebody else sets on the same message wins.
    internal static readonly HttpRequestOptionsKey<CallDescription> CallKey = new("policing-access-call");
    internal static readonly HttpRequestOptionsKey<AccessDecision> DecisionKey = new("policing-access-decision");

    /// <summary>The call is made for this context. It wins over any ambient one.</summary>
    /// <returns>The same message.</returns>
    public static HttpRequestMessage For(this HttpRequestMessage message, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(context);
        message.Options.Set(ContextKey, context);
        return message;
    }

    /// <summary>What the call does; it wins over the client's own description.</summary>
    /// <returns>The same message.</returns>
    public static HttpRequestMessage Describe(this HttpRequestMessage message, AccessRequest request, params ReadOnlySpan<RecordId> records)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Options.Set(RequestKey, request);
        message.Options.Set(RecordsKey, ValueList.Create(records));
        return message;
    }

    /// <summary>
    /// For typed clients: the caller of the handler will carry out these changes to data on its typed copy, before anybody gets it. What it then has to do says
    /// <see cref="GetDecision"/>.
    /// </summary>
    /// <returns>The same message.</returns>
    public static HttpRequestMessage WillCarryOut(this HttpRequestMessage message, Func<Obligation, bool> obligations)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(obligations);
        message.Options.Set(CarriedOutKey, obligations);
        return message;
    }

    /// <summary>The decision under which the call was sent; null where it was not.</summary>
    public static AccessDecision? GetDecision(this HttpRequestMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Options.TryGetValue(DecisionKey, out AccessDecision? decision) ? decision : null;
    }
}
