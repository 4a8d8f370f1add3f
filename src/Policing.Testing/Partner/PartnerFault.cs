namespace Policing.Testing;

/// <summary>Something that goes wrong with one request at a <see cref="ScriptedPartner"/>. Immutable; made by one of its members.</summary>
public sealed record PartnerFault
{
    private PartnerFault(PartnerFaultKind kind) => Kind = kind;

    internal PartnerFaultKind Kind { get; }

    internal TimeSpan Time { get; private init; }

    internal int Amount { get; private init; }

    /// <summary>Nothing: the request is answered as it should be.</summary>
    public static PartnerFault None { get; } = new(PartnerFaultKind.None);

    /// <summary>412 <c>stale</c>, whatever the version; nothing is changed.</summary>
    public static PartnerFault Stale { get; } = new(PartnerFaultKind.Stale);

    /// <summary>500; nothing is changed.</summary>
    public static PartnerFault ServerError { get; } = new(PartnerFaultKind.ServerError);

    /// <summary>There is no connection; the request does not arrive.</summary>
    public static PartnerFault NoConnection { get; } = new(PartnerFaultKind.NoConnection);

    /// <summary>The request does not arrive, and nothing is answered: time runs out.</summary>
    public static PartnerFault NeverArrives { get; } = new(PartnerFaultKind.NeverArrives);

    /// <summary>The request is carried out, and then the connection breaks: the answer is lost.</summary>
    public static PartnerFault LostAnswer { get; } = new(PartnerFaultKind.LostAnswer);

    /// <summary>The request is carried out, and nothing is answered: time runs out.</summary>
    public static PartnerFault AnswerNeverComes { get; } = new(PartnerFaultKind.AnswerNeverComes);

    /// <summary>The request is carried out, and the body of the answer breaks off in its middle.</summary>
    public static PartnerFault CutOff { get; } = new(PartnerFaultKind.CutOff);

    /// <summary>The request is carried out, and the body of the answer is no JSON.</summary>
    public static PartnerFault Malformed { get; } = new(PartnerFaultKind.Malformed);

    /// <summary>The request is carried out, and the answer is a web page.</summary>
    public static PartnerFault WrongMediaType { get; } = new(PartnerFaultKind.WrongMediaType);

    /// <summary>The request is carried out, and the answer is about another record.</summary>
    public static PartnerFault OtherRecord { get; } = new(PartnerFaultKind.OtherRecord);

    /// <summary>The page that is answered says that the next one is at another origin.</summary>
    public static PartnerFault ForeignNextPage { get; } = new(PartnerFaultKind.ForeignNextPage);

    /// <summary>307 to another origin; nothing is changed.</summary>
    public static PartnerFault Redirect { get; } = new(PartnerFaultKind.Redirect);

    /// <summary>401, and the token is of no use any more.</summary>
    public static PartnerFault ExpiredToken { get; } = new(PartnerFaultKind.ExpiredToken);

    /// <summary>429, with <c>Retry-After</c> in seconds.</summary>
    public static PartnerFault Limited(TimeSpan retryAfter) => new(PartnerFaultKind.Limited) { Time = retryAfter };

    /// <summary>429, with <c>Retry-After</c> as a date.</summary>
    public static PartnerFault LimitedUntil(TimeSpan retryAfter) => new(PartnerFaultKind.LimitedUntil) { Time = retryAfter };

    /// <summary>503, with <c>Retry-After</c> in seconds where it is more than nothing; nothing is changed.</summary>
    public static PartnerFault Unavailable(TimeSpan retryAfter = default) => new(PartnerFaultKind.Unavailable) { Time = retryAfter };

    /// <summary>The request is carried out, and the answer comes a byte at a time.</summary>
    public static PartnerFault SlowDrip(TimeSpan eachByte) => new(PartnerFaultKind.SlowDrip) { Time = eachByte };

    /// <summary>The request is carried out, and the answer is so long.</summary>
    public static PartnerFault Oversize(int bytes) => new(PartnerFaultKind.Oversize) { Amount = bytes };

    /// <summary>The request is carried out, and the answer is so long when it is decompressed, and short before.</summary>
    public static PartnerFault CompressedBomb(int bytes) => new(PartnerFaultKind.CompressedBomb) { Amount = bytes };

    /// <summary>A problem of the partner's own making, whose words are given; nothing is changed.</summary>
    public static PartnerFault Problem(int status, string body) => new(PartnerFaultKind.Problem) { Amount = status, Body = body };

    internal string Body { get; private init; } = "";

    /// <summary>The kind.</summary>
    public override string ToString() => Kind.ToString();
}
