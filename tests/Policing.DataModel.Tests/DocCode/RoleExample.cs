using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.DocCode;

/// <summary>The example of docs/reference-data.md: what a role and a code of another system say.</summary>
public class RoleExample
{
    [Fact]
    public void A_role_and_what_others_write_are_asked_of_the_lists()
    {
        #region ReferenceRoles
        ReferenceData codes = ReferenceData.BuiltIn;                // or with a force's overlay

        CodeEntry? suspect = LinkRole.Suspect.EntryIn(codes);
        string? backwards = suspect?.Inverse;                       // Has suspect
        string? category = suspect?.DataSubjectCategory;            // suspected: DPA 2018 s.38(3)
        bool fits = suspect?.Joins("person", "crime") ?? false;     // true; a vehicle is no suspect

        Country? country = codes.FindMapped("country", "e164", "44") is { } dialled ? Country.Of(dialled.Code) : null;
        AgencyEntry? force = codes.FindMapped("agencies", "pnc", "52") is { } owner ? codes.FindAgency(owner.Code) : null;
        #endregion

        Assert.Equal(("Has suspect", "suspected", true), (backwards, category, fits));
        Assert.Equal((Country.UnitedKingdom, "avon-and-somerset"), (country, force?.Id));
    }
}
