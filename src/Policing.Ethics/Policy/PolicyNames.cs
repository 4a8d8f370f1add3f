namespace Policing.Ethics;

/// <summary>The words of the policy format.</summary>
internal static class PolicyNames
{
    public static WireNames<RuleEffect> Effects { get; } = new((RuleEffect.Permit, "permit"), (RuleEffect.Forbid, "forbid"), (RuleEffect.Oblige, "oblige"));

    public static WireNames<AccessOperation> Operations { get; } = new(
        (AccessOperation.Collection, "collection"), (AccessOperation.Alteration, "alteration"), (AccessOperation.Consultation, "consultation"),
        (AccessOperation.Disclosure, "disclosure"), (AccessOperation.Combination, "combination"), (AccessOperation.Erasure, "erasure"),
        (AccessOperation.AuditReading, "audit-reading"));

    public static WireNames<SubjectCategories> Subjects { get; } = new(
        (SubjectCategories.Suspect, "suspect"), (SubjectCategories.Convicted, "convicted"), (SubjectCategories.Victim, "victim"),
        (SubjectCategories.Witness, "witness"), (SubjectCategories.Other, "other"));

    public static WireNames<RecordClasses> Classes { get; } = new(
        (RecordClasses.Public, "public"), (RecordClasses.Personal, "personal"), (RecordClasses.Sensitive, "sensitive"),
        (RecordClasses.Biometric, "biometric"), (RecordClasses.CriminalAllegation, "criminal-allegation"),
        (RecordClasses.VulnerableOrProtected, "vulnerable-or-protected"), (RecordClasses.Officer, "officer"), (RecordClasses.Covert, "covert"),
        (RecordClasses.Operational, "operational"));

    public static WireNames<MarkingLevel> Markings { get; } = new(
        (MarkingLevel.Official, "official"), (MarkingLevel.OfficialSensitive, "official-sensitive"), (MarkingLevel.Secret, "secret"),
        (MarkingLevel.TopSecret, "top-secret"));

    public static WireNames<RequestAttribute> Attributes { get; } = new(
        (RequestAttribute.Purpose, "purpose"), (RequestAttribute.Basis, "basis"), (RequestAttribute.Condition, "condition"),
        (RequestAttribute.PolicyDocument, "policyDocument"), (RequestAttribute.StrictNecessity, "strictNecessity"),
        (RequestAttribute.CaseReference, "caseReference"), (RequestAttribute.ReasonCode, "reasonCode"),
        (RequestAttribute.Justification, "justification"), (RequestAttribute.Emergency, "emergency"), (RequestAttribute.Session, "session"),
        (RequestAttribute.Person, "person"), (RequestAttribute.OnBehalfOf, "onBehalfOf"), (RequestAttribute.Agency, "agency"),
        (RequestAttribute.System, "system"), (RequestAttribute.Roles, "roles"), (RequestAttribute.Recipient, "recipient"),
        (RequestAttribute.ReleaseTo, "releaseTo"), (RequestAttribute.Controllers, "controllers"), (RequestAttribute.Subjects, "subjects"),
        (RequestAttribute.Classes, "classes"), (RequestAttribute.Marking, "marking"), (RequestAttribute.Status, "status"),
        (RequestAttribute.PermittedPurposes, "permittedPurposes"), (RequestAttribute.PermittedAgencies, "permittedAgencies"),
        (RequestAttribute.CollectedFor, "collectedFor"), (RequestAttribute.Facts, "facts"));

    public static WireNames<ConditionOperator> Operators { get; } = new(
        (ConditionOperator.Present, "present"), (ConditionOperator.Absent, "absent"), (ConditionOperator.In, "in"),
        (ConditionOperator.NotIn, "notIn"), (ConditionOperator.ContainsAny, "containsAny"), (ConditionOperator.ContainsAll, "containsAll"),
        (ConditionOperator.ContainsNone, "containsNone"), (ConditionOperator.Within, "within"), (ConditionOperator.AtMost, "atMost"),
        (ConditionOperator.Above, "above"), (ConditionOperator.MemberOf, "memberOf"), (ConditionOperator.NotMemberOf, "notMemberOf"),
        (ConditionOperator.SameAs, "sameAs"), (ConditionOperator.DiffersFrom, "differsFrom"));

    public static WireNames<CitationCertainty> Certainties { get; } = new(
        (CitationCertainty.Unverified, "unverified"), (CitationCertainty.Excerpt, "excerpt"), (CitationCertainty.Verified, "verified"),
        (CitationCertainty.Own, "own"));

    public static string Of<T>(WireNames<T> names, T flags)
        where T : struct, Enum =>
        string.Join(", ", names.All.Where(name => names.TryGet(name, out T flag) && flags.HasFlag(flag)));
}
