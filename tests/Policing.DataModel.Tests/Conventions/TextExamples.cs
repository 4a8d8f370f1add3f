namespace Policing.DataModel.Tests.Conventions;

/// <summary>Two well-formed texts of each value that is just its text; where a value has several spellings, the second is not the canonical one.</summary>
internal static class TextExamples
{
    private static readonly Dictionary<Type, (string, string)> Texts = new()
    {
        [typeof(ArrestSummonsNumber)] = ("2005FF0500000000555P", "97/0000/00/123456K"),
        [typeof(CaseUrn)] = ("99ZZ0000120", "01ZD0303208"),
        [typeof(CollarNumber)] = ("SYN0001", "pc99"),
        [typeof(CourtCaseReference)] = ("97/1626/008395Q", "97/1626/8395Q"),
        [typeof(CroNumber)] = ("SF83/50058Z", "65656/91H"),
        [typeof(DriverNumber)] = ("99999001010AA9AA", "99999861319ZZ9ZZ"),
        [typeof(ExhibitReference)] = ("JS/1", "J.S. 1-2"),
        [typeof(ForceStationCode)] = ("99ZZ", "99zz"),
        [typeof(HomeOfficeClassification)] = ("105/01", "030/00"),
        [typeof(Iccid)] = ("8944000000000000000", "89440000000000000000"),
        [typeof(Imei)] = ("490154203237518", "000000000000000"),
        [typeof(Imsi)] = ("001010000000001", "001010"),
        [typeof(NationalGrid)] = ("TG5140913177", "TG 514 131"),
        [typeof(NationalInsuranceNumber)] = ("NC000001A", "NC 00 00 02 B"),
        [typeof(OffenceCode)] = ("TH68001", "COML001A"),
        [typeof(OrganisationUnitCode)] = ("B03AX00", "99ZZ00"),
        [typeof(PassportNumber)] = ("000000001", "X000001"),
        [typeof(PncId)] = ("1981/0000034U", "81/34U"),
        [typeof(Postcode)] = ("ZZ99 0AA", "zz990ab"),
        [typeof(TelephoneNumber)] = ("+442079460123", "+6907290"),
        [typeof(Uprn)] = ("000000000123", "123"),
        [typeof(Usrn)] = ("20000001", "20000002"),
        [typeof(Vin)] = ("11111111111111111", "AAAAAAAAAAAAAAAAA"),
        [typeof(Vrm)] = ("AB12CDE", "ab12 cde"),
    };

    public static (string First, string Second) Of(Type type) =>
        Texts.TryGetValue(type, out (string, string) texts) ? texts : throw new InvalidOperationException($"{type.Name}: give {nameof(TextExamples)} two texts.");
}
