namespace Policing.Client;

/// <summary>The failures in words that say what to do.</summary>
internal static class FailureTexts
{
    public static string Of(PartnerFailure failure) => failure switch
    {
        PartnerFailure.None => "no failure",
        PartnerFailure.Unauthenticated => "there is no valid access token; check the client's registration, key and certificate",
        PartnerFailure.PurposeRequired => "the partner needs a purpose and a complete context; complete the AccessContext",
        PartnerFailure.NotPermitted => "the partner does not permit it; its audit entry says why",
        PartnerFailure.NotController => "only the record's controller or its processor may do it",
        PartnerFailure.NotAvailable => "there is no such record to be had",
        PartnerFailure.Exists => "there is a record with this id and other content; read it, then replace it",
        PartnerFailure.Stale => "the record has changed since it was read; read it again, merge, and replace it",
        PartnerFailure.Invalid => "it does not meet the contract; mend what the findings name",
        PartnerFailure.PartialView => "a minimised copy cannot be written back; only who sees the record whole can replace it",
        PartnerFailure.TooBroad => "the search has no selective criterion; add one",
        PartnerFailure.Conflict => "it conflicts with an earlier request; give new content a new id or key",
        PartnerFailure.CursorEnded => "the cursor has ended; begin anew",
        PartnerFailure.TooLarge => "it is over a limit of the partner; see its capabilities",
        PartnerFailure.Limited => "the partner was asked too often; wait",
        PartnerFailure.Unavailable => "the partner cannot now; wait",
        PartnerFailure.TimedOut => "there was no whole answer in time",
        PartnerFailure.Unreachable => "there was no connection, or it broke",
        PartnerFailure.UnreadableAnswer => "the answer is not what the contract says; tell the partner",
        PartnerFailure.Untrusted => "the answer must not be followed or used; tell the partner",
        PartnerFailure.UnknownOutcome => "the answer was lost; find out whether it was done before you do it again",
        _ => "the partner refused",
    };
}
