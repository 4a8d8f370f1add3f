using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Anytown.Records;

/// <summary>What an officer can change at the desk.</summary>
public sealed class Desk(Defects defects)
{
    /// <summary>Writes another summary of a crime.</summary>
    public Crime Summarise(Crime crime, string summary)
    {
        ArgumentNullException.ThrowIfNull(crime);
        Crime changed = crime with { Summary = summary, Absent = Without(crime.Absent, "/summary") };
        return defects.HasFlag(Defects.ColumnsAlone) ? Columns(changed) : changed;
    }

    /// <summary>Sets the sex of a person.</summary>
    public Person SetSex(Person person, Sex sex)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person with { Sex = sex, Absent = Without(person.Absent, "/sex") };
    }

    // What there is a reason not to have is there now.
    private static ValueMap<AbsentReason> Without(ValueMap<AbsentReason> reasons, string pointer)
    {
        ValueMap<AbsentReason> left = default;
        foreach ((string at, AbsentReason reason) in reasons)
            if (at != pointer) left = left.With(at, reason);
        return left;
    }

    // The columns that the table of crimes has.
    private static Crime Columns(Crime crime) => new()
    {
        Id = crime.Id,
        ModelVersion = crime.ModelVersion,
        Controllers = crime.Controllers,
        Source = crime.Source,
        ReportedAt = crime.ReportedAt,
        RecordingStatus = crime.RecordingStatus,
        Summary = crime.Summary,
        ModusOperandi = crime.ModusOperandi,
        Absent = crime.Absent,
    };
}
