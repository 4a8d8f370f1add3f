using System.Globalization;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>The keys that records are stored with, so that a store finds those that may answer.</summary>
internal static class SearchKeys
{
    private const double CellLatitude = 0.05;
    private const double CellLongitude = 0.1;
    private const double MetresPerDegree = 111_320;
    private const int MostMonths = 24;

    public static string End(RecordId id) => "end:" + id.Canonical;

    public static ValueList<string> Of(PoliceRecord record) => ValueList.From(All(record).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> All(PoliceRecord record) => record switch
    {
        Person person => NameKeys.Of(person).Concat(BirthDates(person)).Concat(person.Identifiers.Select(id => Identifier(id.Kind?.OwnCode, id.Value)).OfType<string>()),
        Vehicle vehicle => vehicle.Registrations.Select(registration => Mark(registration.Mark)).OfType<string>(),
        Telephone telephone => Telephone(telephone.Number.Text) is { } key ? [key] : [],
        EmailAddress email => Email(email.Address) is { } key ? [key] : [],
        OnlineAccount account => new[] { account.Tag, account.AccountId }.Select(Account).OfType<string>(),
        Location location => Places(location),
        Link link => new[] { link.From, link.To }.OfType<LinkEnd>().Where(end => end.Id.Canonical is not null).Select(end => End(end.Id)),
        _ => EventTimes.Of(record) is { } times ? Months(times.From, times.To) : [],
    };

    public static string? Identifier(string? kind, string? value) => kind is null || Squeezed(value) is not { } text ? null : $"id:{kind}:{text}";

    public static string? Mark(Vrm mark) => mark.IsAbsent || mark.IsMalformed || Squeezed(mark.Text) is not { } text ? null : "vrm:" + text;

    public static string? Telephone(string? number)
    {
        string digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        // The last nine digits are the same with and without a country code.
        return digits.Length < 6 ? null : "tel:" + (digits.Length > 9 ? digits[^9..] : digits);
    }

    public static string? Email(string? address) => string.IsNullOrWhiteSpace(address) ? null : "mail:" + address.Trim().ToUpperInvariant();

    public static string? Account(string? account) => string.IsNullOrWhiteSpace(account) ? null : "account:" + account.Trim().TrimStart('@').ToUpperInvariant();

    public static string? Postcode(Postcode postcode) => postcode.IsAbsent || Squeezed(postcode.Text) is not { } text ? null : "postcode:" + text;

    public static string? Uprn(string? uprn) => (uprn ?? "").TrimStart('0') is { Length: > 0 } text ? "uprn:" + text : null;

    /// <summary>Capitals and digits only.</summary>
    public static string? Squeezed(string? text)
    {
        string squeezed = string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return squeezed.Length == 0 ? null : squeezed;
    }

    /// <summary>The cells that a circle touches.</summary>
    public static IReadOnlyList<string> Cells(double latitude, double longitude, double metres)
    {
        double high = metres / MetresPerDegree;
        double wide = high / Math.Max(0.05, Math.Cos(latitude * Math.PI / 180));
        List<string> cells = [];
        for (int row = Row(latitude - high); row <= Row(latitude + high); row++)
            for (int column = Column(longitude - wide); column <= Column(longitude + wide); column++) cells.Add(Cell(row, column));
        return cells;
    }

    /// <summary>The months between two days; empty, which is any, where they are many.</summary>
    public static IReadOnlyList<string> Months(DateOnly from, DateOnly to)
    {
        int first = (from.Year * 12) + from.Month - 1;
        int last = (to.Year * 12) + to.Month - 1;
        if (last < first || last - first > MostMonths) return [AnyMonth];
        return [.. Enumerable.Range(first, last - first + 1).Select(month => string.Create(CultureInfo.InvariantCulture, $"month:{month / 12}-{(month % 12) + 1}"))];
    }

    /// <summary>What is stored with so wide a window that months do not tell it.</summary>
    public const string AnyMonth = "month:any";

    private static IEnumerable<string> BirthDates(Person person) =>
        person.DatesOfBirth.Where(birth => birth.Date.Date is not null).Select(birth => BirthDate(birth.Date.Date!.Value));

    public static string BirthDate(DateOnly date) => "born:" + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Places(Location location)
    {
        if (location.Address is { } address)
        {
            if (Postcode(address.Postcode) is { } postcode) yield return postcode;
            if (Uprn(address.Uprn.Text) is { } uprn) yield return uprn;
        }
        if (location.Point is { Latitude: { } latitude, Longitude: { } longitude }) yield return Cell(Row((double)latitude), Column((double)longitude));
    }

    private static int Row(double latitude) => (int)Math.Floor(latitude / CellLatitude);

    private static int Column(double longitude) => (int)Math.Floor(longitude / CellLongitude);

    private static string Cell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"cell:{row}:{column}");
}
