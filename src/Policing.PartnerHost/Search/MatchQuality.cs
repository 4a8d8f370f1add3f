namespace Policing.PartnerHost;

/// <summary>How well a record fits a criterion, from worst to best.</summary>
internal enum MatchQuality
{
    /// <summary>It does not.</summary>
    Different,

    /// <summary>The record does not say.</summary>
    Unknown,

    /// <summary>Nearly, or as far as the record says.</summary>
    Near,

    /// <summary>It does.</summary>
    Same,
}
