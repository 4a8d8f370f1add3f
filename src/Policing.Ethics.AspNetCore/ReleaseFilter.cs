using Microsoft.AspNetCore.Http;
using Policing.DataModel;

namespace Policing.Ethics.AspNetCore;

/// <summary>
/// Decides on the record that the endpoint gives, and hands over a copy. Refused, not there, and something that is no record are answered the same.
/// </summary>
internal sealed class ReleaseFilter(Func<HttpContext, AccessRequest> describe) : PurposeFilter
{
    protected override AccessRequest Describe(HttpContext http) => describe(http);

    protected override async ValueTask<object?> AnswerAsync(AccessGate gate, AccessContext access, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        PoliceRecord? record = await next(context).ConfigureAwait(false) as PoliceRecord;
        HttpContext http = context.HttpContext;
        ReleasedRecord<PoliceRecord> released = await gate.For(access).ReleaseAsync(record, describe(http), http.RequestAborted).ConfigureAwait(false);
        return released.Record is { } copy ? new RecordResult(copy) : AccessProblem.NotAvailable(released.Entry);
    }
}
