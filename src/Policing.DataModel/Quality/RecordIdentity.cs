using System.Globalization;

namespace Policing.DataModel.Quality;

/// <summary>
/// What identifies the thing that a record is about, as 64 bits that lead back to nothing: a hash with a key of this process. Records without anything of the
/// kind have none, and are not said to be duplicates.
/// </summary>
internal static class RecordIdentity
{
    public static Guid Of(PoliceRecord record)
    {
        string? text = TextOf(record);
        if (text is null) return Guid.Empty;
        string whole = $"{record.Type}\n{text.Trim().ToUpperInvariant()}";
        int second = Hash(whole + "\n");
        return new Guid(Hash(whole), (short)second, (short)(second >> 16), 1, 0, 0, 0, 0, 0, 0, 0);
    }

    // Keyed by the runtime, with another key in each process.
    private static int Hash(string text) => text.GetHashCode(StringComparison.Ordinal);

    private static string? TextOf(PoliceRecord record) => record switch
    {
        Person person => OfPerson(person),
        Vehicle { Registrations.First: { Mark.IsAbsent: false } registration } => registration.Mark.Canonical ?? registration.Mark.Text,
        Telephone { Number.IsAbsent: false } telephone => telephone.Number.Canonical ?? telephone.Number.Text,
        EmailAddress email => Blank(email.Address),
        Location { Address: { Postcode.IsAbsent: false } address } => OfAddress(address),
        Link link => OfLink(link),
        _ => OfSource(record.Source),
    };

    private static string? OfPerson(Person person) =>
        person.Names.First is { Surname: { } surname } name && person.DatesOfBirth.First is { Date.Precision: >= DatePrecision.Day } born
            ? $"{surname}\n{(name.Given.IsEmpty ? "" : name.Given[0])}\n{born.Date.Text}"
            : OfSource(person.Source);

    private static string OfAddress(Address address) =>
        $"{address.Postcode.Canonical ?? address.Postcode.Text}\n{address.SubBuilding}\n{address.Premises}{address.BuildingNumber}\n{address.Street}";

    private static string? OfLink(Link link) => link is { From.Id.IsAbsent: false, To.Id.IsAbsent: false }
        ? string.Create(CultureInfo.InvariantCulture, $"{link.From.Id.Uuid:N}\n{link.Role?.OwnCode}\n{link.To.Id.Uuid:N}\n{link.Start.Text}")
        : null;

    private static string? OfSource(RecordSource? source) => source is { System: { } system, Reference: { } reference } ? $"{system}\n{reference}" : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
