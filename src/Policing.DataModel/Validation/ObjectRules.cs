using System.Net;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The rules of objects.</summary>
internal static class ObjectRules
{
    public static void Check(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Vehicle vehicle:
                CheckVehicle(inspector, vehicle);
                break;
            case EmailAddress { Address: { } address } when !HasEmailForm(address):
                inspector.Find(FindingRules.EmailForm, "address");
                break;
            case OnlineAccount account:
                CheckAccount(inspector, account);
                break;
            case IdentityDocument document:
                CheckDocument(inspector, document);
                break;
            case Property property:
                CheckNumbers(inspector, property);
                break;
            case MediaItem item:
                CheckMedia(inspector, item);
                break;
            case Exhibit exhibit:
                CheckExhibit(inspector, exhibit);
                break;
            default:
                break;
        }
    }

    public static void CheckPart(Inspector inspector, RecordPart part)
    {
        switch (part)
        {
            case UniqueIdentifier identifier:
                IdentifierRules.Check(inspector, identifier);
                break;
            case NetworkTrace { IpAddress: { } address } when !HasIpForm(address):
                inspector.Find(FindingRules.IdentifierForm, "ipAddress");
                break;
            default:
                break;
        }
    }

    private static void CheckVehicle(Inspector inspector, Vehicle vehicle) =>
        DateRules.Happened(inspector, new Dated("firstRegisteredAt", vehicle.FirstRegisteredAt));

    private static void CheckAccount(Inspector inspector, OnlineAccount account) =>
        DateRules.Happened(inspector, new("openedAt", account.OpenedAt), new("closedAt", account.ClosedAt));

    private static void CheckMedia(Inspector inspector, MediaItem item) =>
        DateRules.Happened(inspector, new("takenAt", item.TakenAt), new("takenUntil", item.TakenUntil));

    private static void CheckExhibit(Inspector inspector, Exhibit exhibit)
    {
        DateRules.Happened(inspector, new Dated("seizedAt", exhibit.SeizedAt));
        CheckContinuity(inspector, exhibit);
    }

    // The platform also takes a whole number for an address.
    private static bool HasIpForm(string address) => address.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(address, out _);

    // A local part, an @ and a domain without gaps. What else RFC 5322 permits and forbids, only the receiving system knows.
    private static bool HasEmailForm(string address)
    {
        int at = address.LastIndexOf('@');
        ReadOnlySpan<char> domain = address.AsSpan(at + 1);
        return at > 0 && domain.Length > 0 && domain[0] != '.' && domain[^1] != '.' && !domain.Contains("..", StringComparison.Ordinal)
            && !address.AsSpan().ContainsAny(" \t\r\n");
    }

    private static void CheckDocument(Inspector inspector, IdentityDocument document)
    {
        DateRules.Happened(inspector, new("holderDateOfBirth", document.HolderDateOfBirth), new("issuedAt", document.IssuedAt));
        DateRules.Ascend(inspector, new("issuedAt", document.IssuedAt), new("expiresAt", document.ExpiresAt));
        if (!document.DriverNumber.IsAbsent && document.Country?.OwnCode is not null && !document.Country.Means(Country.UnitedKingdom))
            inspector.Find(FindingRules.DocumentCountry, "country");
    }

    private static void CheckNumbers(Inspector inspector, Property property)
    {
        if (property.Category?.OwnCode is not { } category) return;
        for (int i = 0; i < property.UniqueIds.Count; i++)
            if (property.UniqueIds[i].Kind?.EntryIn(inspector.Options.ReferenceData) is { Fits: { IsEmpty: false } fits } && !fits.AsSpan().Contains(category))
                inspector.Find(FindingRules.NumberOfOther, "uniqueIds", i);
    }

    private static void CheckContinuity(Inspector inspector, Exhibit exhibit)
    {
        PartialDateTime last = default;
        string? seal = null;
        for (int i = 0; i < exhibit.Continuity.Count; i++)
        {
            ContinuityEntry entry = exhibit.Continuity[i];
            if (entry.At.IsBefore(last)) inspector.Find(FindingRules.DateOrder, "continuity", i);
            if (entry.SealBefore is not null && seal is not null && entry.SealBefore != seal) inspector.Find(FindingRules.SealBroken, "continuity", i);
            if (entry.At.Earliest is not null) last = entry.At;
            seal = entry.SealAfter ?? seal;
        }

        if (exhibit.SealNumber is not null && seal is not null && exhibit.SealNumber != seal) inspector.Find(FindingRules.SealBroken, "sealNumber");
    }
}
