namespace Policing.PartnerHost;

/// <summary>How well a record answers a search, best first.</summary>
internal enum MatchGrade
{
    /// <summary>Every criterion is met as it was asked.</summary>
    Exact,

    /// <summary>Every criterion is met, one at least as it was asked.</summary>
    Strong,

    /// <summary>None is contradicted.</summary>
    Possible,
}
