using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Policing.Ethics.AspNetCore;

/// <summary>Makes the context of the request, lets no request without one pass, and has the rest done by those below.</summary>
internal class PurposeFilter : IEndpointFilter
{
    private static readonly object Key = new();

    public static AccessContext? ContextOf(HttpContext http) => http.Items.TryGetValue(Key, out object? context) ? context as AccessContext : null;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        IServiceProvider services = http.RequestServices;
        AccessGate gate = services.GetRequiredService<AccessGate>();
        AccessContext? access = await services.GetRequiredService<AccessContextSource>().ReadAsync(http).ConfigureAwait(false);
        if (access is not { Fault: null }) return await RefuseAsync(gate, Describe(http) with { Context = access }, http).ConfigureAwait(false);
        http.Items[Key] = access;
        using IDisposable ambient = services.GetRequiredService<AmbientAccessContext>().Enter(access);
        try
        {
            return await AnswerAsync(gate, access, context, next).ConfigureAwait(false);
        }
        catch (AccessRefusedException refusal)
        {
            return AccessProblem.Of(refusal.Code, refusal.Entry);
        }
    }

    protected virtual AccessRequest Describe(HttpContext http) => default;

    protected virtual ValueTask<object?> AnswerAsync(AccessGate gate, AccessContext access, EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);

    private static async ValueTask<object?> RefuseAsync(AccessGate gate, AccessRequest request, HttpContext http)
    {
        GateResult result = await gate.EnterAsync(request, default, static _ => false, http.RequestAborted).ConfigureAwait(false);
        RefusalCode code = result.IsPermitted ? RefusalCode.PurposeRequired : result.Decision.RefusalCode;
        return AccessProblem.Of(code, result.Entry);
    }
}
