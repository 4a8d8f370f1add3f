using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Policing.Ethics.AspNetCore;

/// <summary>Answers refusals that no filter met, of a foreign client in an endpoint of its own for example. It needs <c>app.UseExceptionHandler()</c>.</summary>
internal sealed class RefusalExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not AccessRefusedException refusal) return false;
        await AccessProblem.Of(refusal.Code, refusal.Entry).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }
}
