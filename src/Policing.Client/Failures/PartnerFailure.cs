namespace Policing.Client;

/// <summary>What kind of failure a call ended in: what a program decides by.</summary>
public enum PartnerFailure
{
    /// <summary>None; also the default.</summary>
    None,

    /// <summary>There was no valid access token, and a new one did not help (401), or none could be had.</summary>
    Unauthenticated,

    /// <summary>The purpose or the context is incomplete for what was asked (403).</summary>
    PurposeRequired,

    /// <summary>The partner does not permit the call (403).</summary>
    NotPermitted,

    /// <summary>Only the record's controller or its processor may do this (403).</summary>
    NotController,

    /// <summary>There is no such record to be had: not there, or not for this caller (404).</summary>
    NotAvailable,

    /// <summary>There is a record with this id and other content (412).</summary>
    Exists,

    /// <summary>The record has changed since it was read: read it again, merge, and replace it (412).</summary>
    Stale,

    /// <summary>What was to be sent does not meet the contract; the findings say where. Found here or by the partner (400, 415, 422, 428).</summary>
    Invalid,

    /// <summary>A minimised copy cannot be written back. Found here or by the partner (422).</summary>
    PartialView,

    /// <summary>The search has no selective criterion. Found here or by the partner (422).</summary>
    TooBroad,

    /// <summary>In conflict with an earlier request: a bundle's id or a key was used with other content, or the first is still being worked on (409, 422).</summary>
    Conflict,

    /// <summary>The cursor is not the partner's, or older than what it keeps: begin anew (400, 410).</summary>
    CursorEnded,

    /// <summary>What was sent is over a limit of the partner (413, 431).</summary>
    TooLarge,

    /// <summary>Too many requests (429).</summary>
    Limited,

    /// <summary>The partner cannot now, or has failed too often lately to be asked (5xx).</summary>
    Unavailable,

    /// <summary>There was no whole answer in time.</summary>
    TimedOut,

    /// <summary>There was no connection, or it broke.</summary>
    Unreachable,

    /// <summary>The answer is not what the contract says: cut off, malformed, of another media type, over a limit, or above the ceiling of who reads.</summary>
    UnreadableAnswer,

    /// <summary>The answer must not be followed or used: a redirect, a next page elsewhere, another record than asked for, a token that is not bound.</summary>
    Untrusted,

    /// <summary>The answer of a call that may not be sent twice was lost: it was carried out, or not. Find out before you do it again.</summary>
    UnknownOutcome,

    /// <summary>The partner refused for a reason that this release does not know (other 4xx).</summary>
    Refused,
}
