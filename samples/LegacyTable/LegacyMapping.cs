#region JourneyMapping
using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Sylvan.Data.Csv;

/// <summary>What becomes of a row: a crime, the person who is its victim, and the link between them; or a rejection.</summary>
internal sealed class LegacyMapping(IReferenceData codes)
{
    private const string System = "records.anytown.example";

    private readonly ValueList<Agency> _controllers = [PoliceAgencies.Of(PoliceAgency.Cleveland)];
    private readonly HashSet<string> _numbers = [];

    public void Map(CsvDataReader row, RowOutput output)
    {
        string number = row.GetString(0);
        if (number.Length == 0)
        {
            output.Reject(LegacyRules.NoNumber, column: 1);
            return;
        }

        if (!_numbers.Add(number))
        {
            output.Reject(LegacyRules.SameNumber, column: 1);
            return;
        }

        PartialDateTime reported = Reported(row.GetString(1));
        if (reported.IsAbsent) output.Report(LegacyRules.NoTime, column: 2);
        Crime crime = new()
        {
            Id = RecordId.Derive(System, "crime|" + number),      // the same row gives the same id every time
            Controllers = _controllers,
            Source = new() { System = System, Reference = number },
            ReportedAt = reported,
            Classifications = [new() { Category = Category(row.GetString(2)) }],
        };
        output.Add(crime);
        if (row.GetString(3).Length > 0) AddVictim(row, number, crime, output);
    }

    private void AddVictim(CsvDataReader row, string number, Crime crime, RowOutput output)
    {
        Person victim = new()
        {
            Id = RecordId.Derive(System, "victim|" + number),
            Controllers = _controllers,
            Source = new() { System = System, Reference = number },
            Names = [Name(row.GetString(3), row.GetString(4))],
            DatesOfBirth = Born(row.GetString(5)) is { IsAbsent: false } born ? [new() { Date = born }] : [],
            Sex = SexOf(row.GetString(6)),
        };
        output.Add(victim);
        output.Add(Link.Between(victim, LinkRole.Victim, crime) with { Id = RecordId.Derive(System, "victim-link|" + number) });
    }

    private static PersonName Name(string surname, string forename) => new() { Surname = surname, Given = forename.Length > 0 ? [forename] : [] };

    // The table has a date, or a date and a time on the clock at the wall.
    private static PartialDateTime Reported(string text)
    {
        if (DateTime.TryParseExact(text, "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
            return PartialDateTime.FromLocal(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
        return DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? PartialDateTime.FromDate(date) : default;
    }

    // 00 is a day or month that nobody knew. None is made up; what cannot be a date is kept as it is, and the validator says so.
    private static PartialDateTime Born(string text) => text.Split('/') switch
    {
        [""] => default,
        ["00", "00", var year] => PartialDateTime.FromText(year),
        ["00", var month, var year] => PartialDateTime.FromText($"{year}-{month}"),
        [var day, var month, var year] => PartialDateTime.FromText($"{year}-{month}-{day}"),
        _ => PartialDateTime.FromText(text),
    };

    // What the lists do not map is not guessed: it is kept as text.
    private CrimeCategory Category(string text) =>
        codes.FindMapped("crime-category", "anytown-legacy", text) is { } entry ? CrimeCategory.Of(entry.Code) : CrimeCategory.From(new() { Text = text });

    private static Sex? SexOf(string text) => text switch
    {
        "" => null,
        "F" => Sex.Female,
        "M" => Sex.Male,
        _ => Sex.From(new() { Text = text }),
    };
}
#endregion
