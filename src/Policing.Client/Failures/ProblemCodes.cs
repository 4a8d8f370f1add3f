using System.Collections.Frozen;

namespace Policing.Client;

/// <summary>The codes of problems that the contract has, and what each is to a program.</summary>
internal static class ProblemCodes
{
    private static readonly FrozenDictionary<string, PartnerFailure> Known = new Dictionary<string, PartnerFailure>(StringComparer.Ordinal)
    {
        ["malformed-request"] = PartnerFailure.Invalid,
        ["cursor-invalid"] = PartnerFailure.CursorEnded,
        ["unauthenticated"] = PartnerFailure.Unauthenticated,
        ["purpose-required"] = PartnerFailure.PurposeRequired,
        ["not-permitted"] = PartnerFailure.NotPermitted,
        ["not-controller"] = PartnerFailure.NotController,
        ["not-available"] = PartnerFailure.NotAvailable,
        ["method-not-allowed"] = PartnerFailure.Refused,
        ["not-acceptable"] = PartnerFailure.Refused,
        ["request-in-progress"] = PartnerFailure.Conflict,
        ["bundle-conflict"] = PartnerFailure.Conflict,
        ["cursor-expired"] = PartnerFailure.CursorEnded,
        ["exists"] = PartnerFailure.Exists,
        ["stale"] = PartnerFailure.Stale,
        ["too-large"] = PartnerFailure.TooLarge,
        ["unsupported-media-type"] = PartnerFailure.Invalid,
        ["invalid-record"] = PartnerFailure.Invalid,
        ["partial-view"] = PartnerFailure.PartialView,
        ["immutable-member"] = PartnerFailure.Invalid,
        ["invalid-status-change"] = PartnerFailure.Invalid,
        ["too-broad"] = PartnerFailure.TooBroad,
        ["unsupported-criterion"] = PartnerFailure.Invalid,
        ["key-reused"] = PartnerFailure.Conflict,
        ["precondition-required"] = PartnerFailure.Invalid,
        ["rate-limited"] = PartnerFailure.Limited,
        ["headers-too-large"] = PartnerFailure.TooLarge,
        ["internal"] = PartnerFailure.Unavailable,
        ["unavailable"] = PartnerFailure.Unavailable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Known.Keys;

    /// <summary>The code in our own copy of it, and what it is; an empty one, and what the status says, where it is not known.</summary>
    public static (string Code, PartnerFailure Failure) Of(string? code, int status)
    {
        if (code is not null && Known.TryGetValue(code, out PartnerFailure failure) && Fits(failure, status)) return (code, failure);
        return ("", OfStatus(status));
    }

    // A code does not turn a failure of the partner into one of the caller, or the other way round.
    private static bool Fits(PartnerFailure failure, int status) => failure == PartnerFailure.Unavailable == status >= 500;

    private static PartnerFailure OfStatus(int status) => status switch
    {
        400 or 415 or 422 or 428 => PartnerFailure.Invalid,
        401 => PartnerFailure.Unauthenticated,
        403 => PartnerFailure.NotPermitted,
        404 => PartnerFailure.NotAvailable,
        409 => PartnerFailure.Conflict,
        410 => PartnerFailure.CursorEnded,
        412 => PartnerFailure.Stale,
        413 or 431 => PartnerFailure.TooLarge,
        429 => PartnerFailure.Limited,
        >= 500 => PartnerFailure.Unavailable,
        >= 300 and < 400 => PartnerFailure.Untrusted,
        >= 400 => PartnerFailure.Refused,
        _ => PartnerFailure.UnreadableAnswer,
    };
}
