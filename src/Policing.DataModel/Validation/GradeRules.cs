using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>What must hold within a 3x5x2 grade. A handling code of another list that is not mapped is not judged.</summary>
internal static class GradeRules
{
    private static readonly IntelligenceHandling Conditional = IntelligenceHandling.Of("C");
    private static readonly IntelligenceHandling Permitted = IntelligenceHandling.Of("P");
    private static readonly IntelligenceAction AsPermitted = IntelligenceAction.Of("A3");

    public static void Check(Inspector inspector, IntelligenceGrade grade)
    {
        if (grade.Handling is null || grade.Handling.Means(Permitted)) CheckWithoutConditions(inspector, grade);
        else if (grade.Handling.Means(Conditional)) CheckWithConditions(inspector, grade);
        if (grade.Action?.Means(AsPermitted) == true && string.IsNullOrWhiteSpace(grade.Usage)) inspector.Find(FindingRules.GradeUsage, "usage");
    }

    private static void CheckWithoutConditions(Inspector inspector, IntelligenceGrade grade)
    {
        if (grade.Action is not null) inspector.Find(FindingRules.GradeUnconditional, "action");
        if (grade.Sanitisation is not null) inspector.Find(FindingRules.GradeUnconditional, "sanitisation");
    }

    private static void CheckWithConditions(Inspector inspector, IntelligenceGrade grade)
    {
        if (grade.Action is null) inspector.Find(FindingRules.GradeConditional, "action");
        if (grade.Sanitisation is null) inspector.Find(FindingRules.GradeConditional, "sanitisation");
        if (string.IsNullOrWhiteSpace(grade.Conditions)) inspector.Find(FindingRules.GradeConditional, "conditions");
    }
}
