namespace Policing.Testing;

/// <summary>An identifier for which a safe range is known.</summary>
public enum SafeIdentifier
{
    /// <summary>A telephone number of the United Kingdom.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    EmailAddress,

    /// <summary>A Police National Computer id.</summary>
    PncId,

    /// <summary>An arrest/summons number (ASN).</summary>
    ArrestSummonsNumber,

    /// <summary>A case URN (PTI-URN).</summary>
    CaseUrn,

    /// <summary>A National Insurance number.</summary>
    NationalInsuranceNumber,

    /// <summary>A driver number, as on a driving licence of Great Britain.</summary>
    DriverNumber,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>The code of a Lower layer Super Output Area of England or Wales.</summary>
    LsoaCode,

    /// <summary>A point on the map.</summary>
    Point,
}
