namespace Policing.JsonSchema;

/// <summary>What a validator says of a document.</summary>
public enum DocumentVerdict
{
    /// <summary>The text is not I-JSON, or over a limit: nothing is said about its content.</summary>
    Refused,

    /// <summary>At least one keyword of the schema fails.</summary>
    Invalid,

    /// <summary>The document meets the schema.</summary>
    Valid,
}
