using Microsoft.AspNetCore.Http;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Answers as a partner in trouble would.</summary>
internal sealed class FaultyAnswer(PartnerFaults faults, PartnerParts parts)
{
    public async Task RunAsync(PartnerCall call, Func<Task> answer)
    {
        switch (faults.Choose(call.Http))
        {
            case PartnerFault.Stale:
                await RefuseAsync(call, PartnerProblem.Stale).ConfigureAwait(false);
                break;
            case PartnerFault.RateLimited:
                await RefuseAsync(call, PartnerProblem.RateLimited).ConfigureAwait(false);
                break;
            case PartnerFault.Unavailable:
                await RefuseAsync(call, PartnerProblem.Unavailable).ConfigureAwait(false);
                break;
            case PartnerFault.LostAnswer:
                await KeepAsync(call, answer).ConfigureAwait(false);
                call.Http.Abort();
                break;
            case PartnerFault.Malformed:
                byte[] whole = await KeepAsync(call, answer).ConfigureAwait(false);
                call.Http.Response.ContentLength = whole.Length / 2;
                await call.Http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), call.Cancelled).ConfigureAwait(false);
                break;
            case PartnerFault.Slow:
                await Task.Delay(faults.Delay, parts.Time, call.Cancelled).ConfigureAwait(false);
                await answer().ConfigureAwait(false);
                break;
            default:
                await answer().ConfigureAwait(false);
                break;
        }
    }

    private static Task RefuseAsync(PartnerCall call, PartnerProblem problem) =>
        ProblemAnswer.WriteAsync(call.Http, problem, [], default(AuditEntryId), call.Correlation);

    private static async Task<byte[]> KeepAsync(PartnerCall call, Func<Task> answer)
    {
        Stream body = call.Http.Response.Body;
        using MemoryStream kept = new();
        call.Http.Response.Body = kept;
        try
        {
            await answer().ConfigureAwait(false);
            return kept.ToArray();
        }
        finally
        {
            call.Http.Response.Body = body;
        }
    }
}
