using System.Collections.Immutable;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>What belongs together in one kind of crime, so that a case makes sense to whoever reads it.</summary>
internal sealed record CrimeKind(CrimeCategory Category, OffenceGroup Group, CrimeVictim Victim, string Summary, string Method)
{
    /// <summary>The kinds that are made. Offence codes are left out: the list of those that exist is not published.</summary>
    public static readonly ImmutableArray<CrimeKind> All =
    [
        new(CrimeCategory.BicycleTheft, OffenceGroup.BicycleTheft, CrimeVictim.Person,
            "Invented: a bicycle was taken from a stand.", "Invented: lock cut, no tool left behind."),
        new(CrimeCategory.Burglary, OffenceGroup.DomesticBurglary, CrimeVictim.Person,
            "Invented: a dwelling was entered and searched while empty.", "Invented: rear window forced, untidy search."),
        new(CrimeCategory.CriminalDamageArson, OffenceGroup.CriminalDamageAndArson, CrimeVictim.Person,
            "Invented: a garden wall was painted on.", "Invented: spray paint, at night, from the pavement."),
        new(CrimeCategory.Drugs, OffenceGroup.DrugPossession, CrimeVictim.Nobody,
            "Invented: a small bag was found during a search.", "Invented: carried in an inside pocket."),
        new(CrimeCategory.OtherTheft, OffenceGroup.OtherTheft, CrimeVictim.Person,
            "Invented: a parcel was taken from a doorstep.", "Invented: picked up in passing, in daylight."),
        new(CrimeCategory.PossessionOfWeapons, OffenceGroup.PossessionOfWeapons, CrimeVictim.Nobody,
            "Invented: a folding knife was found in a bag.", "Invented: carried in a bag, not shown to anybody."),
        new(CrimeCategory.PublicOrder, OffenceGroup.PublicOrder, CrimeVictim.Person,
            "Invented: shouting and threats in a queue.", "Invented: words and gestures, nobody touched."),
        new(CrimeCategory.Robbery, OffenceGroup.Robbery, CrimeVictim.Person,
            "Invented: a telephone was taken under threat.", "Invented: approached from behind, left on foot."),
        new(CrimeCategory.Shoplifting, OffenceGroup.Shoplifting, CrimeVictim.Organisation,
            "Invented: goods were taken from a shelf unpaid.", "Invented: concealed in a coat, left by the main door."),
        new(CrimeCategory.TheftFromThePerson, OffenceGroup.TheftFromThePerson, CrimeVictim.Person,
            "Invented: a purse was taken from a bag in a crowd.", "Invented: bag opened unnoticed on a platform."),
        new(CrimeCategory.VehicleCrime, OffenceGroup.VehicleOffences, CrimeVictim.Person,
            "Invented: tools were taken from a van.", "Invented: side door peeled, alarm did not sound."),
        new(CrimeCategory.ViolentCrime, OffenceGroup.ViolenceWithoutInjury, CrimeVictim.Person,
            "Invented: one person pushed another, nobody hurt.", "Invented: pushed with both hands after an argument."),
    ];
}
