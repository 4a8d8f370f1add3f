namespace Policing.Testing;

internal enum PartnerFaultKind
{
    None,
    Stale,
    ServerError,
    NoConnection,
    NeverArrives,
    LostAnswer,
    AnswerNeverComes,
    CutOff,
    Malformed,
    WrongMediaType,
    OtherRecord,
    ForeignNextPage,
    Redirect,
    ExpiredToken,
    Limited,
    LimitedUntil,
    Unavailable,
    SlowDrip,
    Oversize,
    CompressedBomb,
    Problem,
}
