namespace Policing.Testing;

/// <summary>Damage that is the same in every kind of file: it changes the fields of a well-formed row.</summary>
internal static class RowDamage
{
    public const int MonthField = 1;
    public const int LongitudeField = 4;
    public const int LatitudeField = 5;
    public const int LocationField = 6;
    public const int LsoaCodeField = 7;
    public const int LsoaNameField = 8;

    /// <summary>As if a name with a comma had not been quoted.</summary>
    public static void AddField(List<string> fields, int at, FeatureCounts counts)
    {
        fields.Insert(at, " East Side");
        counts.Add(SyntheticFeature.WrongFieldCount);
    }

    public static void DropTwoFields(List<string> fields, FeatureCounts counts)
    {
        fields.RemoveRange(fields.Count - 2, 2);
        counts.Add(SyntheticFeature.WrongFieldCount);
    }

    public static void PutMonthOutOfRange(List<string> fields, ArchiveMonth month, FeatureCounts counts)
    {
        fields[MonthField] = FormattableString.Invariant($"{month.Year:D4}-13");
        counts.Add(SyntheticFeature.UnreadableMonth);
    }

    /// <summary>As a spreadsheet writes a month when a file went through it.</summary>
    public static void PutSpreadsheetMonth(List<string> fields, ArchiveMonth month, FeatureCounts counts)
    {
        fields[MonthField] = month.Start.ToString("MMM-yy", System.Globalization.CultureInfo.InvariantCulture);
        counts.Add(SyntheticFeature.UnreadableMonth);
    }

    /// <summary>As street and outcome files print a row without a place.</summary>
    public static void RemoveLocation(List<string> fields, FeatureCounts counts)
    {
        fields[LongitudeField] = "";
        fields[LatitudeField] = "";
        fields[LocationField] = "No Location";
        fields[LsoaCodeField] = "";
        fields[LsoaNameField] = "";
        counts.Add(SyntheticFeature.NoLocation);
    }

    public static void MoveFarAway(List<string> fields, SyntheticPlace place, FeatureCounts counts)
    {
        fields[LatitudeField] = place.MovedFarAway().LatitudeText;
        counts.Add(SyntheticFeature.FarAway);
    }

    /// <summary>As the Metropolitan Police's files of 2012 print streets.</summary>
    public static void PutStreetInCapitals(List<string> fields, SyntheticPlace place, FeatureCounts counts)
    {
        fields[LocationField] = "On or near " + place.Street.ToUpperInvariant();
        counts.Add(SyntheticFeature.UpperCaseStreet);
    }

    public static void AddComma(List<string> fields, int field, FeatureCounts counts)
    {
        fields[field] += ", East Side";
        counts.Add(SyntheticFeature.QuotedField);
    }
}
