using Policing.DataModel.Codes;

namespace Policing.Ethics;

/// <summary>
/// Why somebody uses police data: who, for what purpose, on which basis, for which matter. It is passed explicitly, so that a use without a
/// purpose does not compile; an <see cref="IAccessContextAccessor"/> is for hosts and foreign HTTP clients only.
/// </summary>
/// <remarks>Immutable and thread-safe. It holds an officer's data, and the words may name others: no member of it is ever logged.</remarks>
public sealed record AccessContext
{
    internal const int ShortestText = 3;
    internal const int LongestText = 250;
    internal const int LongestReference = 128;

    /// <summary>Who acts.</summary>
    public required AccessActor Actor { get; init; }

    /// <summary>For whom the actor acts, where it is somebody else's errand; null otherwise.</summary>
    public AccessActor? OnBehalfOf { get; init; }

    /// <summary>What for. Source of the law-enforcement purposes: DPA 2018 s.31.</summary>
    public required ProcessingPurpose Purpose { get; init; }

    /// <summary>The lawful basis. Source: DPA 2018 s.35(2); UK GDPR, Article 6(1).</summary>
    public LawfulBasis? Basis { get; init; }

    /// <summary>What sensitive processing rests on; null leaves sensitive members out under the baseline rules.</summary>
    public SensitiveProcessing? Sensitive { get; init; }

    /// <summary>The matter: the reference of an incident, crime, case, stop or episode; at most 128 characters.</summary>
    public string? CaseReference { get; init; }

    /// <summary>The agency's own code for the reason; at most 128 characters.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>
    /// Why, in words; 3 to 250 characters. The log of a consultation or disclosure had to have it (DPA 2018 s.62(2) and (3)) until, as far as could be
    /// read, 19 August 2025; the baseline rules still ask for it, and a force can switch that rule off.
    /// </summary>
    public string? Justification { get; init; }

    /// <summary>The id of the user's session; at most 128 characters.</summary>
    public string? Session { get; init; }

    /// <summary>What ties this use to others of the same work; a new one unless told.</summary>
    public Guid Correlation { get; init; } = Guid.NewGuid();

    /// <summary>
    /// Why it cannot wait, in words; 3 to 250 characters. Null, the usual case, is no emergency. Rules for emergencies permit at once, notify
    /// somebody, and have another person review the use afterwards.
    /// </summary>
    public string? Emergency { get; init; }

    /// <summary>Where the actor is, coarsely (a station, a device class); null unless the agency decided to keep it, since it tracks staff.</summary>
    public string? Place { get; init; }

    /// <summary>
    /// What is wrong with this context, as member and rule: <c>justification: 3 to 250 characters</c>. Null when nothing is. No access is
    /// permitted with a faulty context.
    /// </summary>
    public string? Fault => ActorFault ?? ReferenceFault ?? TextFault;

    private string? ActorFault
    {
        get
        {
            if (Actor is null) return "actor: required";
            if (Actor.Agency?.Id is null or "") return "actor.agency: required";
            if (string.IsNullOrWhiteSpace(Actor.System) || Actor.System.Length > LongestReference) return "actor.system: 1 to 128 characters";
            if (IsBadReference(Actor.Person)) return "actor.person: 1 to 128 characters";
            return Purpose?.OwnCode is null or "" ? "purpose: required" : null;
        }
    }

    private string? ReferenceFault
    {
        get
        {
            if (IsBadReference(CaseReference)) return "caseReference: 1 to 128 characters";
            if (IsBadReference(ReasonCode)) return "reasonCode: 1 to 128 characters";
            if (IsBadReference(Session)) return "session: 1 to 128 characters";
            if (IsBadReference(Place)) return "place: 1 to 128 characters";
            return IsBadReference(Sensitive?.PolicyDocument) ? "sensitive.policyDocument: 1 to 128 characters" : null;
        }
    }

    private string? TextFault
    {
        get
        {
            if (IsBadText(Justification)) return "justification: 3 to 250 characters";
            if (IsBadText(Emergency)) return "emergency: 3 to 250 characters";
            return IsBadText(Sensitive?.StrictNecessity) ? "sensitive.strictNecessity: 3 to 250 characters" : null;
        }
    }

    // Spaces justify nothing.
    private static bool IsBadText(string? text) =>
        text is not null && (text.Length > LongestText || text.AsSpan().Trim().Length < ShortestText);

    private static bool IsBadReference(string? reference) =>
        reference is not null && (reference.Length > LongestReference || reference.AsSpan().Trim().IsEmpty);

    /// <summary>The name of the type; never what is in it.</summary>
    public override string ToString() => nameof(AccessContext);
}
