namespace Policing.Ethics;

internal static class AttributeShapes
{
    public static AttributeShape Of(RequestAttribute attribute) => attribute switch
    {
        RequestAttribute.Purpose or RequestAttribute.Basis or RequestAttribute.Condition or RequestAttribute.ReasonCode
            or RequestAttribute.System or RequestAttribute.Status => AttributeShape.Text,
        RequestAttribute.Roles or RequestAttribute.Facts or RequestAttribute.CollectedFor or RequestAttribute.PermittedPurposes => AttributeShape.Texts,
        RequestAttribute.Agency or RequestAttribute.Recipient => AttributeShape.Agency,
        RequestAttribute.ReleaseTo or RequestAttribute.Controllers or RequestAttribute.PermittedAgencies => AttributeShape.Agencies,
        RequestAttribute.Subjects or RequestAttribute.Classes => AttributeShape.Flags,
        RequestAttribute.Marking => AttributeShape.Level,
        _ => AttributeShape.Presence,
    };

    public static bool Takes(AttributeShape shape, ConditionOperator comparison) => comparison switch
    {
        ConditionOperator.Present or ConditionOperator.Absent => shape is not AttributeShape.Level,
        ConditionOperator.In or ConditionOperator.NotIn => shape is AttributeShape.Text or AttributeShape.Agency,
        ConditionOperator.ContainsAny or ConditionOperator.ContainsAll or ConditionOperator.ContainsNone or ConditionOperator.Within =>
            shape is AttributeShape.Texts or AttributeShape.Agencies or AttributeShape.Flags,
        ConditionOperator.AtMost or ConditionOperator.Above => shape is AttributeShape.Level,
        ConditionOperator.MemberOf or ConditionOperator.NotMemberOf => shape is AttributeShape.Text or AttributeShape.Agency,
        ConditionOperator.SameAs or ConditionOperator.DiffersFrom => shape is AttributeShape.Agency,
        _ => false,
    };

    /// <summary>The shape that the other attribute must have; null where there is none.</summary>
    public static AttributeShape? OtherFor(AttributeShape shape, ConditionOperator comparison) => comparison switch
    {
        ConditionOperator.MemberOf or ConditionOperator.NotMemberOf => shape is AttributeShape.Text ? AttributeShape.Texts : AttributeShape.Agencies,
        ConditionOperator.SameAs or ConditionOperator.DiffersFrom => AttributeShape.Agency,
        _ => null,
    };

    public static bool TakesValues(ConditionOperator comparison) => comparison is ConditionOperator.In or ConditionOperator.NotIn
        or ConditionOperator.ContainsAny or ConditionOperator.ContainsAll or ConditionOperator.ContainsNone or ConditionOperator.Within
        or ConditionOperator.AtMost or ConditionOperator.Above;
}
