namespace Policing.Client;

/// <summary>What the client does about records that do not meet the model.</summary>
public enum ValidationPolicy
{
    /// <summary>Nothing is checked; reading still says what it could not read.</summary>
    Off,

    /// <summary>Checked, and the findings stand in the answer, save for bundles that are sent: their receipts are the partner's.</summary>
    Report,

    /// <summary>Checked, and a record with errors is <see cref="PartnerFailure.Invalid"/> or <see cref="PartnerFailure.UnreadableAnswer"/>: it is not sent, or not given out.</summary>
    Refuse,
}
