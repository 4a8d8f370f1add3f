using Policing.Ethics.AspNetCore;

namespace Policing.PartnerHost;

/// <summary>A problem of the contract: always the same words for a code. Source: RFC 9457, x-psdk-problems of schemas/openapi/partner-api.v1.json.</summary>
internal sealed record PartnerProblem(string Code, int Status, string Title)
{
    public const string Base = AccessProblem.TypeBase;

    public static PartnerProblem MalformedRequest { get; } = new("malformed-request", 400, "The request cannot be read.");

    public static PartnerProblem CursorInvalid { get; } = new("cursor-invalid", 400, "The cursor is none that this service gave for this query.");

    public static PartnerProblem Unauthenticated { get; } = new("unauthenticated", 401, "The request has no valid access token.");

    public static PartnerProblem PurposeRequired { get; } = new("purpose-required", 403, "The request needs a purpose and a complete context.");

    public static PartnerProblem NotPermitted { get; } = new("not-permitted", 403, "The request is not permitted.");

    public static PartnerProblem NotController { get; } = new("not-controller", 403, "Only the controller of the record or its processor may do this.");

    public static PartnerProblem NotAvailable { get; } = new("not-available", 404, "There is no such record to be had.");

    public static PartnerProblem MethodNotAllowed { get; } = new("method-not-allowed", 405, "The method is not allowed here.");

    public static PartnerProblem NotAcceptable { get; } = new("not-acceptable", 406, "The answer is to be had in another form only.");

    public static PartnerProblem InProgress { get; } = new("request-in-progress", 409, "A request with this key is still being worked on.");

    public static PartnerProblem BundleConflict { get; } = new("bundle-conflict", 409, "A bundle with this id and other content was taken in before.");

    public static PartnerProblem CursorExpired { get; } = new("cursor-expired", 410, "The cursor is older than what this service keeps.");

    public static PartnerProblem Exists { get; } = new("exists", 412, "There is a record with this id and other content.");

    public static PartnerProblem Stale { get; } = new("stale", 412, "The record has changed since it was read.");

    public static PartnerProblem TooLarge { get; } = new("too-large", 413, "The body is over a limit.");

    public static PartnerProblem UnsupportedMediaType { get; } = new("unsupported-media-type", 415, "The body has another media type than the call takes.");

    public static PartnerProblem InvalidRecord { get; } = new("invalid-record", 422, "The record does not meet the contract.");

    public static PartnerProblem PartialView { get; } = new("partial-view", 422, "A minimised copy cannot be written back.");

    public static PartnerProblem ImmutableMember { get; } = new("immutable-member", 422, "A member that never changes would change.");

    public static PartnerProblem InvalidStatusChange { get; } = new("invalid-status-change", 422, "The status cannot change like this.");

    public static PartnerProblem TooBroad { get; } = new("too-broad", 422, "The search has no selective criterion.");

    public static PartnerProblem UnsupportedCriterion { get; } = new("unsupported-criterion", 422, "The search uses a criterion or type that this service does not have.");

    public static PartnerProblem KeyReused { get; } = new("key-reused", 422, "The idempotency key was used with another request.");

    public static PartnerProblem PreconditionRequired { get; } = new("precondition-required", 428, "A write needs If-Match or If-None-Match.");

    public static PartnerProblem RateLimited { get; } = new("rate-limited", 429, "Too many requests.");

    public static PartnerProblem HeadersTooLarge { get; } = new("headers-too-large", 431, "The headers are over a limit.");

    public static PartnerProblem Internal { get; } = new("internal", 500, "The service failed.");

    public static PartnerProblem Unavailable { get; } = new("unavailable", 503, "The request could not be decided, recorded or carried out now.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PartnerProblem> All { get; } =
    [
        MalformedRequest, CursorInvalid, Unauthenticated, PurposeRequired, NotPermitted, NotController, NotAvailable, MethodNotAllowed, NotAcceptable, InProgress,
        BundleConflict, CursorExpired, Exists, Stale, TooLarge, UnsupportedMediaType, InvalidRecord, PartialView, ImmutableMember, InvalidStatusChange, TooBroad,
        UnsupportedCriterion, KeyReused, PreconditionRequired, RateLimited, HeadersTooLarge, Internal, Unavailable,
    ];

    /// <summary>The refusal with this problem, to throw.</summary>
    public PartnerRefusal With(params ReadOnlySpan<PartnerFinding> findings) => new(this, [.. findings]);
}
