using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Policing.Ethics;
using Policing.Ethics.AspNetCore;

namespace Policing.PartnerHost;

/// <summary>What every call goes through: headers, caller, purpose; and one place where it ends when it is refused or fails.</summary>
internal sealed class PartnerPipeline(PartnerParts parts)
{
    private const int MostAccessBytes = 512;
    private const string CorrelationHeader = "Policing-Correlation";

    public RequestDelegate For(CallKind kind, Func<PartnerCall, Task> answer) => http => RunAsync(http, kind, answer);

    private async Task RunAsync(HttpContext http, CallKind kind, Func<PartnerCall, Task> answer)
    {
        string[] correlations = [.. http.Request.Headers[CorrelationHeader].OfType<string>()];
        bool wellFormed = Guid.TryParseExact(correlations is [var one] ? one : null, "D", out Guid correlation);
        if (!wellFormed) correlation = Guid.NewGuid();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers[CorrelationHeader] = correlation.ToString("D");
        http.Response.Headers.XContentTypeOptions = "nosniff";
        PartnerCall call = new(parts, http, kind, correlation);
        if (parts.Options.Faults is { } faults) await new FaultyAnswer(faults, parts).RunAsync(call, () => AnswerAsync(call, wellFormed || correlations.Length == 0, answer)).ConfigureAwait(false);
        else await AnswerAsync(call, wellFormed || correlations.Length == 0, answer).ConfigureAwait(false);
    }

    private async Task AnswerAsync(PartnerCall call, bool correlationFits, Func<PartnerCall, Task> answer)
    {
        try
        {
            await KnowCallerAsync(call).ConfigureAwait(false);
            if (!correlationFits) throw PartnerProblem.MalformedRequest.With();
            RequireAcceptable(call);
            await answer(call).ConfigureAwait(false);
        }
        catch (PartnerRefusal refusal)
        {
            await RefuseAsync(call, refusal).ConfigureAwait(false);
        }
        catch (AccessRefusedException refusal)
        {
            call.Entry = refusal.Entry;
            await EndAsync(call, PartnerCall.ProblemOf(refusal.Code), []).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(call, (bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? PartnerProblem.TooLarge : PartnerProblem.MalformedRequest).With()).ConfigureAwait(false);
        }
        catch (Exception exception) when (!call.Cancelled.IsCancellationRequested)
        {
            HostLog.Failed(parts.Logger, exception.GetType().Name, call.Correlation);
            await RefuseAsync(call, PartnerProblem.Internal.With()).ConfigureAwait(false);
        }
        catch (Exception) when (call.Cancelled.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
    }

    private async ValueTask KnowCallerAsync(PartnerCall call)
    {
        CallKind kind = call.Kind;
        if (kind.IsOpen) return;
        call.Known = PartnerCaller.Read(call.Http, parts.Options, parts.HttpOptions);
        if (call.Known is not { } caller) throw PartnerProblem.Unauthenticated.With();
        if (parts.Rates?.Take(caller) is { } tooMany) throw await LimitedAsync(call, tooMany).ConfigureAwait(false);
        if (kind.NeedsPurpose) await KnowPurposeAsync(call).ConfigureAwait(false);
        if (!caller.Scopes.Contains(kind.Scope)) throw PartnerProblem.NotPermitted.With();
    }

    private async ValueTask KnowPurposeAsync(PartnerCall call)
    {
        if (AccessContextSource.Header(call.Http) is { Length: > MostAccessBytes }) throw PartnerProblem.HeadersTooLarge.With();
        AccessContext? context = await parts.Contexts.ReadAsync(call.Http).ConfigureAwait(false);
        if (context is null) throw PartnerProblem.PurposeRequired.With();
        call.Purpose = context with { Correlation = call.Correlation };
        if (call.Purpose.Fault is not null) throw PartnerProblem.PurposeRequired.With();
    }

    // The entry names the caller; the context is read for it and no further judged.
    private async ValueTask<PartnerRefusal> LimitedAsync(PartnerCall call, RateRefusal tooMany)
    {
        bool readable = tooMany.Told is not null && call.Kind.NeedsPurpose && AccessContextSource.Header(call.Http) is not { Length: > MostAccessBytes };
        if (readable && await parts.Contexts.ReadAsync(call.Http).ConfigureAwait(false) is { } context) call.Purpose = context with { Correlation = call.Correlation };
        string code = PartnerProblem.RateLimited.Code;
        return new PartnerRefusal(PartnerProblem.RateLimited, [])
        {
            RetryAfter = tooMany.Wait,
            IsEntered = tooMany.Told is not null,
            EntryText = tooMany.Told is > 1 and var refused ? string.Create(CultureInfo.InvariantCulture, $"{code} {refused}") : code,
        };
    }

    // RFC 9110 12.5.1, as far as it can matter here: weights change nothing where there is one form.
    private static void RequireAcceptable(PartnerCall call)
    {
        string[] accepted = [.. call.Http.Request.Headers.Accept.OfType<string>().SelectMany(value => value.Split(',')).Select(value => value.Split(';')[0].Trim())];
        if (accepted.Length == 0 || accepted.Any(media => media is "" or "*/*" or "application/*" or "application/json" or "application/problem+json")) return;
        if (call.Kind.AlsoAnswers.Length > 0 && accepted.Any(media => media == call.Kind.AlsoAnswers || media == call.Kind.AlsoAnswers.Split('/')[0] + "/*")) return;
        throw PartnerProblem.NotAcceptable.With();
    }

    /// <summary>Ends a call with a problem, and with an entry where it has none yet.</summary>
    private async Task RefuseAsync(PartnerCall call, PartnerRefusal refusal)
    {
        PartnerProblem problem = refusal.Problem;
        if (call.Entry.IsNone && refusal.IsEntered)
        {
            DecisionCause cause = problem == PartnerProblem.Unauthenticated || call is { Kind.NeedsPurpose: true, Purpose: null } ? DecisionCause.NoContext : DecisionCause.Undecided;
            AccessDecision decision = AccessDecision.Deny(cause).WithDetail(problem.Code);
            GateResult result = await parts.Gate.EnterConsideredAsync(decision, call.Request(call.Kind.Operation), call.Asked, refusal.EntryText, call.Cancelled).ConfigureAwait(false);
            call.Entry = result.Entry;
            if (result.Entry.IsNone) problem = PartnerProblem.Unavailable;
        }
        if (refusal.Allow is { } allow) call.Http.Response.Headers.Allow = allow;
        await EndAsync(call, problem, refusal.Findings, problem == refusal.Problem ? refusal.RetryAfter : null).ConfigureAwait(false);
    }

    private static async Task EndAsync(PartnerCall call, PartnerProblem problem, IReadOnlyList<PartnerFinding> findings, TimeSpan? retryAfter = null)
    {
        if (call.Http.Response.HasStarted)
        {
            call.Http.Abort();
            return;
        }
        call.Http.Response.Headers.ETag = default;
        await ProblemAnswer.WriteAsync(call.Http, problem, findings, call.Entry, call.Correlation, retryAfter).ConfigureAwait(false);
    }
}
