using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The form that an identifier of a person or thing has by its kind. A kind whose form no source read gives is not judged.</summary>
internal static class IdentifierRules
{
    private const int NorthernIrishLength = 8;

    public static void Check(Inspector inspector, PersonIdentifier identifier)
    {
        if (identifier is { Kind: { } kind, Value: { } value } && !HasForm(kind, value, identifier)) inspector.Find(FindingRules.IdentifierForm, "value");
    }

    public static void Check(Inspector inspector, UniqueIdentifier identifier)
    {
        if (identifier is { Kind: { } kind, Value: { } value } && !HasForm(kind, value)) inspector.Find(FindingRules.IdentifierForm, "value");
    }

    // A vehicle identification number may be an older chassis number, which has no form.
    private static bool HasForm(UniqueIdentifierType kind, string value)
    {
        if (kind.Means(UniqueIdentifierType.Imei)) return Is<Imei>(value);
        if (kind.Means(UniqueIdentifierType.Imsi)) return Is<Imsi>(value);
        if (kind.Means(UniqueIdentifierType.SimNumber)) return Is<Iccid>(value);
        return !kind.Means(UniqueIdentifierType.RegistrationMark) || Is<Vrm>(value);
    }

    private static bool HasForm(PersonIdentifierType kind, string value, PersonIdentifier identifier)
    {
        if (kind.Means(PersonIdentifierType.PncId)) return Is<PncId>(value);
        if (kind.Means(PersonIdentifierType.CroNumber)) return Is<CroNumber>(value);
        if (kind.Means(PersonIdentifierType.ArrestSummonsNumber)) return Is<ArrestSummonsNumber>(value);
        if (kind.Means(PersonIdentifierType.NationalInsuranceNumber)) return Is<NationalInsuranceNumber>(value);
        if (kind.Means(PersonIdentifierType.DriverNumber)) return !IsBritish(identifier) || Is<DriverNumber>(value) || IsNorthernIrish(value);
        if (kind.Means(PersonIdentifierType.PassportNumber)) return Is<PassportNumber>(value) && (!IsBritish(identifier) || PassportNumber.FromText(value).IsBritishForm);
        return true;
    }

    private static bool Is<T>(string value)
        where T : struct, ITextValue<T> => !T.FromText(value).IsMalformed;

    // Without a country a driver number may be any country's.
    private static bool IsBritish(PersonIdentifier identifier) => identifier.Country?.Means(Country.UnitedKingdom) == true;

    // Licences of Northern Ireland are believed to have eight digits: unverified, so they are let pass and no more.
    private static bool IsNorthernIrish(string value) => value.Length == NorthernIrishLength && Ascii.AreDigits<char>(value);
}
