using Policing.DataModel;
using Policing.DataModel.Codes;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>People and things that do not exist.</summary>
internal static class Samples
{
    public static Person Person(string surname = "Sampleson", string given = "Ada", string? born = "1990-04-05", string force = "kent") => new()
    {
        Id = RecordId.New(),
        Version = new RecordVersion { Number = 1, RecordedAt = RecordedTime.Parse("2026-11-01T08:00:00Z") },
        Controllers = [Force(force)],
        Names = [new PersonName { Given = [given], Surname = surname }],
        Sex = Sex.Female,
        DatesOfBirth = born is null ? default : [new BirthDate { Date = PartialDateTime.Parse(born) }],
        Ethnicities = [new Ethnicity { SelfDefined = SelfDefinedEthnicity.Of("W1") }],
    };

    public static Vehicle Vehicle(string mark = "ZZ99ZZZ") => new()
    {
        Id = RecordId.New(),
        Controllers = [Force("kent")],
        Registrations = [new VehicleRegistration { Mark = Vrm.Parse(mark) }],
        Make = "Examplar",
        Colours = [VehicleColour.Blue],
    };

    /// <summary>Only Kent may have it.</summary>
    public static Person Hidden(string surname = "Sampleson") => Person(surname) with { Marking = new Marking { Tier = SecurityTier.Official, ReleaseTo = [Force("kent")] } };
}
