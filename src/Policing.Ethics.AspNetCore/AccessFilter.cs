using Microsoft.AspNetCore.Http;

namespace Policing.Ethics.AspNetCore;

/// <summary>Decides before the endpoint runs. What the endpoint gives is not changed, so a permit that asks for changes to data is a refusal.</summary>
internal sealed class AccessFilter(Func<HttpContext, AccessRequest> describe) : PurposeFilter
{
    protected override AccessRequest Describe(HttpContext http) => describe(http);

    protected override async ValueTask<object?> AnswerAsync(AccessGate gate, AccessContext access, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        return await gate.For(access).RunAsync(describe(http), _ => next(context), http.RequestAborted).ConfigureAwait(false);
    }
}
