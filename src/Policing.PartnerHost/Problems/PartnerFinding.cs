using Policing.DataModel.Validation;

namespace Policing.PartnerHost;

/// <summary>What is wrong where, without a value: a rule's id and a place.</summary>
internal readonly record struct PartnerFinding(string Rule, string Pointer, Severity Severity = Severity.Error, long Line = 0, long Column = 0)
{
    /// <summary>The value has not the form that the contract asks for.</summary>
    public const string WrongForm = "PSDK-API-0001";

    /// <summary>A member is missing.</summary>
    public const string Missing = "PSDK-API-0002";

    /// <summary>A member that the contract does not have.</summary>
    public const string Unknown = "PSDK-API-0003";

    /// <summary>A member that never changes would change.</summary>
    public const string Immutable = "PSDK-API-0004";

    /// <summary>The record of a bundle is not taken in: it is held already, and not the sender's to replace, or not with this version.</summary>
    public const string NotTakenIn = "PSDK-API-0005";

    /// <summary>The bundle is not for this host: its kind, operational status or recipients say so.</summary>
    public const string NotForThisHost = "PSDK-API-0006";

    public static PartnerFinding Of(Finding finding) => new(finding.Id, finding.Pointer, finding.Severity, finding.Line, finding.Column);
}
