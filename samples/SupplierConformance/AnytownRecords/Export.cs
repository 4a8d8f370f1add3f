using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Anytown.Records;

/// <summary>Rows as records of the model.</summary>
public sealed class Export(Defects defects, TimeProvider time)
{
    private const string System = "records.anytown.example";
    private static readonly ValueList<Agency> Controllers = [PoliceAgencies.Of(PoliceAgency.Cleveland)];

    /// <summary>All that stands in the tables.</summary>
    public IReadOnlyList<PoliceRecord> All() => [.. Tables.Nominals.Select(ToRecord), .. Tables.Crimes.Select(ToRecord)];

    /// <summary>A nominal as a person.</summary>
    public Person ToRecord(NominalRow row) => new()
    {
        Id = RecordId.Derive(System, FormattableString.Invariant($"nominal|{row.Number}")),
        Controllers = Controllers,
        Source = new() { System = System, Reference = row.Number.ToString(CultureInfo.InvariantCulture) },
        Names = [new() { Surname = row.Surname, Given = [row.Forename] }],
        DatesOfBirth = [new() { Date = Born(row.Born) }],
        Sex = row.Sex switch { "F" => Sex.Female, "M" => Sex.Male, _ => null },
    };

    /// <summary>A crime as a crime.</summary>
    public Crime ToRecord(CrimeRow row) => new()
    {
        Id = RecordId.Derive(System, FormattableString.Invariant($"crime|{row.Number}")),
        Controllers = Controllers,
        Source = new() { System = System, Reference = row.Number.ToString(CultureInfo.InvariantCulture) },
        ReportedAt = Reported(row.Reported),
        Summary = row.Summary,
        ModusOperandi = row.ModusOperandi.Length > 0 ? row.ModusOperandi : null,
    };

    // Nobody is born tomorrow: a year that would be after this one is of the century before.
    private PartialDateTime Born(string text)
    {
        int year = 2000 + int.Parse(text.AsSpan(4), CultureInfo.InvariantCulture);
        if (!defects.HasFlag(Defects.CenturyOfBirth) && year > time.GetUtcNow().Year) year -= 100;
        return PartialDateTime.FromText(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{text.AsSpan(2, 2)}-{text.AsSpan(0, 2)}"));
    }

    // The clock at the wall: nobody noted an offset, so none is made up.
    private static PartialDateTime Reported(string text)
    {
        DateTime wall = DateTime.ParseExact(text, "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        return PartialDateTime.FromLocal(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
    }
}
