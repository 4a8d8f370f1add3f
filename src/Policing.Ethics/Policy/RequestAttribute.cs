namespace Policing.Ethics;

/// <summary>What a condition can look at. Those marked "presence" can be asked for, but never compared with a text: a policy holds no person's data.</summary>
public enum RequestAttribute
{
    /// <summary>The purpose, by code.</summary>
    Purpose,

    /// <summary>The lawful basis, by code.</summary>
    Basis,

    /// <summary>The Schedule 8 condition, by code.</summary>
    Condition,

    /// <summary>The reference of the policy document; presence.</summary>
    PolicyDocument,

    /// <summary>The statement of strict necessity; presence.</summary>
    StrictNecessity,

    /// <summary>The matter; presence.</summary>
    CaseReference,

    /// <summary>The agency's own code for the reason.</summary>
    ReasonCode,

    /// <summary>The words of justification; presence.</summary>
    Justification,

    /// <summary>The words of an emergency; presence.</summary>
    Emergency,

    /// <summary>The session; presence.</summary>
    Session,

    /// <summary>The person who acts; presence.</summary>
    Person,

    /// <summary>Somebody on whose behalf the actor acts; presence.</summary>
    OnBehalfOf,

    /// <summary>The agency of the actor.</summary>
    Agency,

    /// <summary>The actor's system.</summary>
    System,

    /// <summary>The actor's roles; a set.</summary>
    Roles,

    /// <summary>Whom the data is given to.</summary>
    Recipient,

    /// <summary>The agencies that the marking lets the record be released to; a set.</summary>
    ReleaseTo,

    /// <summary>The agencies that control the record; a set.</summary>
    Controllers,

    /// <summary>What the people in the data are; a set, an error to compare while not known.</summary>
    Subjects,

    /// <summary>The data classes asked for; a set.</summary>
    Classes,

    /// <summary>The marking, as a level.</summary>
    Marking,

    /// <summary>The state of the record, by code; <c>active</c> where it has none.</summary>
    Status,

    /// <summary>What a restricted record may still be used for; a set.</summary>
    PermittedPurposes,

    /// <summary>Who may still use a restricted record; a set.</summary>
    PermittedAgencies,

    /// <summary>The purposes that the data was collected for; a set.</summary>
    CollectedFor,

    /// <summary>What the host knows besides; a set.</summary>
    Facts,
}
