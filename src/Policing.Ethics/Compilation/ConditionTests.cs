namespace Policing.Ethics.Compilation;

/// <summary>Makes the test of a condition.</summary>
internal static class ConditionTests
{
    public static ConditionTest Of(RuleCondition condition) => condition.Operator switch
    {
        ConditionOperator.Present => Presence(condition, wanted: true),
        ConditionOperator.Absent => Presence(condition, wanted: false),
        ConditionOperator.In => OneOf(condition, wanted: true),
        ConditionOperator.NotIn => OneOf(condition, wanted: false),
        ConditionOperator.AtMost => new LevelTest(Level(condition), above: false),
        ConditionOperator.Above => new LevelTest(Level(condition), above: true),
        ConditionOperator.MemberOf => MemberOf(condition, wanted: true),
        ConditionOperator.NotMemberOf => MemberOf(condition, wanted: false),
        ConditionOperator.SameAs => new SameAgencyTest(condition.Attribute, condition.Other!.Value, wanted: true),
        ConditionOperator.DiffersFrom => new SameAgencyTest(condition.Attribute, condition.Other!.Value, wanted: false),
        _ => Set(condition),
    };

    private static ConditionTest Presence(RuleCondition condition, bool wanted) =>
        AttributeShapes.Of(condition.Attribute) is AttributeShape.Presence or AttributeShape.Text
            ? new TextPresenceTest(condition.Attribute, wanted)
            : new PresenceTest(condition.Attribute, wanted);

    private static ConditionTest OneOf(RuleCondition condition, bool wanted) =>
        AttributeShapes.Of(condition.Attribute) is AttributeShape.Agency
            ? new AgencyOneOfTest(condition.Attribute, Agencies(condition), wanted)
            : new TextOneOfTest(condition.Attribute, [.. condition.Values], wanted);

    private static ConditionTest MemberOf(RuleCondition condition, bool wanted) =>
        AttributeShapes.Of(condition.Attribute) is AttributeShape.Agency
            ? new AgencyMemberTest(condition.Attribute, condition.Other!.Value, wanted)
            : new TextMemberTest(condition.Attribute, condition.Other!.Value, wanted);

    private static ConditionTest Set(RuleCondition condition) => AttributeShapes.Of(condition.Attribute) switch
    {
        AttributeShape.Flags => new FlagsTest(condition.Attribute, condition.Operator, Flags(condition)),
        AttributeShape.Agencies => new AgencySetTest(condition.Attribute, condition.Operator, Agencies(condition)),
        _ => new TextSetTest(condition.Attribute, condition.Operator, [.. condition.Values]),
    };

    private static AgencyName[] Agencies(RuleCondition condition) => [.. condition.Values.Select(AgencyName.Parse)];

    private static MarkingLevel Level(RuleCondition condition) =>
        PolicyNames.Markings.TryGet(condition.Values[0], out MarkingLevel level) ? level : MarkingLevel.Official;

    private static int Flags(RuleCondition condition)
    {
        int flags = 0;
        foreach (string value in condition.Values)
        {
            if (PolicyNames.Subjects.TryGet(value, out SubjectCategories subjects)) flags |= (int)subjects;
            else if (PolicyNames.Classes.TryGet(value, out RecordClasses classes)) flags |= (int)classes;
        }
        return flags;
    }
}
