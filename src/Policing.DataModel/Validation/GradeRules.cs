using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>What must hold within a 3x5x2 grade. A handling code of another list that is not mapped is not judged.</summary>
internal static class GradeRules
{
    public static void Check(Inspector inspector, IntelligenceGrade grade)
    {
        if (grade.Handling is null || grade.Handling.Means(IntelligenceHandling.SharingPermitted)) CheckWithoutConditions(inspector, grade);
        else if (grade.Handling.Means(IntelligenceHandling.SharingWithConditions)) CheckWithConditions(inspector, grade);
        if (grade.Action?.Means(IntelligenceAction.OvertAction) == true && string.IsNullOrWhiteSpace(grade.Usage)) inspector.Find(FindingRules.GradeUsage, "usage");
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
