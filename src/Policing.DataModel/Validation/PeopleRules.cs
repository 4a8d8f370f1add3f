namespace Policing.DataModel.Validation;

/// <summary>The rules of people and organisations.</summary>
internal static class PeopleRules
{
    private const int MostYears = 120;

    // A child may be late, and its record is not mended on the day of birth.
    private const int MonthsOverdue = 1;

    private const int MonthsAhead = 9;

    public static void Check(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Person person:
                CheckDueDate(inspector, person);
                CheckLife(inspector, person);
                break;
            case Organisation organisation:
                CheckOrganisation(inspector, organisation);
                break;
            default:
                break;
        }
    }

    public static void CheckPart(Inspector inspector, RecordPart part)
    {
        switch (part)
        {
            case PhysicalDescription description:
                CheckRange(inspector, description.HeightFrom, description.HeightTo, "heightTo");
                CheckRange(inspector, description.WeightFrom, description.WeightTo, "weightTo");
                CheckRange(inspector, description.AgeFrom, description.AgeTo, "ageTo");
                break;
            case StatedAge age:
                CheckAge(inspector, age);
                break;
            default:
                break;
        }
    }

    private static void CheckOrganisation(Inspector inspector, Organisation organisation) =>
        DateRules.Happened(inspector, new("formedAt", organisation.FormedAt), new("ceasedAt", organisation.CeasedAt));

    private static void CheckAge(Inspector inspector, StatedAge age)
    {
        if (age.Years is < 0 or > MostYears) inspector.Find(FindingRules.ImpossibleAge, "years");
        DateRules.Happened(inspector, new Dated("at", age.At));
    }

    private static void CheckDueDate(Inspector inspector, Person person)
    {
        if (!person.DatesOfBirth.IsEmpty) return;
        bool isLongPast = person.ExpectedDueDate.Latest < inspector.Today.AddMonths(-MonthsOverdue);
        bool isTooFar = person.ExpectedDueDate.Earliest > inspector.Today.AddMonths(MonthsAhead);
        if (isLongPast || isTooFar) inspector.Find(FindingRules.DueDate, "expectedDueDate");
    }

    private static void CheckLife(Inspector inspector, Person person)
    {
        if (!person.DatesOfBirth.IsEmpty && person.DateOfDeath.IsBefore(person.DatesOfBirth[0].Date)) inspector.Find(FindingRules.DateOrder, "dateOfDeath");
        DateOnly last = person.DateOfDeath.Earliest ?? inspector.Today;
        for (int i = 0; i < person.DatesOfBirth.Count; i++)
            if (IsTooLong(person.DatesOfBirth[i].Date, last)) inspector.Find(FindingRules.ImpossibleAge, "datesOfBirth", i);
    }

    private static bool IsTooLong(PartialDateTime birth, DateOnly last) =>
        birth.Latest is { Year: < 9999 - MostYears - 1 } latest && latest.AddYears(MostYears + 1) <= last;

    private static void CheckRange(Inspector inspector, int? least, int? greatest, string member)
    {
        if (least > greatest) inspector.Find(FindingRules.RangeOrder, member);
    }
}
