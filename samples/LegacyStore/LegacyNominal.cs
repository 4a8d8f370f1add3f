using Microsoft.Data.Sqlite;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Samples.Legacy;

/// <summary>A row of the old table, as text. What cannot be read as what it should be is kept as it is, and the validator says so; nothing is made up.</summary>
internal sealed record LegacyNominal(string? RefNo, string? Surname, string? Forenames, string? Dob, string? Sex)
{
    public const string Columns = "REFNO, SURNAME, FORENAMES, DOB, SEX";
    public const string System = "nominals.anytown.example";

    public static LegacyNominal Read(SqliteDataReader row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4));

    /// <summary>What the old columns have room for.</summary>
    public static LegacyNominal Of(Person person) => new(
        person.Source?.Reference,
        person.Names.IsEmpty ? null : person.Names[0].Surname,
        person.Names.IsEmpty || person.Names[0].Given.IsEmpty ? null : string.Join(' ', person.Names[0].Given),
        person.DatesOfBirth.IsEmpty ? null : Written(person.DatesOfBirth[0].Date),
        person.Sex is null ? null : person.Sex == DataModel.Codes.Sex.Female ? "F" : person.Sex == DataModel.Codes.Sex.Male ? "M" : person.Sex.Text ?? person.Sex.OwnCode);

    #region LegacyRow
    /// <summary>The person, where the old system wrote something; what it has no column for stays as it was held.</summary>
    public Person Over(Person held)
    {
        LegacyNominal before = Of(held);
        if ((Surname, Forenames) != (before.Surname, before.Forenames))
            held = held with { Names = [new() { Surname = Surname, Given = Forenames is null ? default : [.. Forenames.Split(' ', StringSplitOptions.RemoveEmptyEntries)] }, .. held.Names.Skip(1)] };
        if (Dob != before.Dob) held = held with { DatesOfBirth = Dob is null ? default : [new() { Date = Born(Dob) }] };
        return Sex == before.Sex ? held : held with { Sex = SexOf(Sex) };
    }
    #endregion

    // 00 is a day or month that nobody knew.
    private static PartialDateTime Born(string text) => text.Split('/') switch
    {
        ["00", "00", var year] => PartialDateTime.FromText(year),
        ["00", var month, var year] => PartialDateTime.FromText($"{year}-{month}"),
        [var day, var month, var year] => PartialDateTime.FromText($"{year}-{month}-{day}"),
        _ => PartialDateTime.FromText(text),
    };

    private static string Written(PartialDateTime date) => date.ToString().Split('-') switch
    {
        [{ Length: 4 } year] => $"00/00/{year}",
        [{ Length: 4 } year, var month] => $"00/{month}/{year}",
        [{ Length: 4 } year, var month, var day] => $"{day}/{month}/{year}",
        _ => date.ToString(),
    };

    private static Sex? SexOf(string? text) => text switch
    {
        null or "" => null,
        "F" => DataModel.Codes.Sex.Female,
        "M" => DataModel.Codes.Sex.Male,
        _ => DataModel.Codes.Sex.From(new() { Text = text }),
    };
}
