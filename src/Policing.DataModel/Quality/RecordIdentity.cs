using System.Globalization;
using System.Runtime.InteropServices;

namespace Policing.DataModel.Quality;

/// <summary>
/// What identifies the thing that a record is about, as 64 bits that lead back to nothing: a hash with a key of this process. Records without anything of the
/// kind have none, and are not said to be duplicates.
/// </summary>
internal static class RecordIdentity
{
    // Two ids of eight characters each; then a code, and a date and time.
    private const int IdsLength = 16;
    private const int LongestLink = 192;

    public static Guid Of(PoliceRecord record) => record is Link link ? OfLink(link) : OfText(record.Type, TextOf(record));

    private static Guid OfText(string type, string? text)
    {
        if (text is null) return Guid.Empty;
        string whole = $"{type}\n{text.Trim().ToUpperInvariant()}\n";
        return OfHashes(Hash(whole.AsSpan(..^1)), Hash(whole));
    }

    private static Guid OfHashes(int first, int second) => new(first, (short)second, (short)(second >> 16), 1, 0, 0, 0, 0, 0, 0, 0);

    // Keyed by the runtime, with another key in each process.
    private static int Hash(ReadOnlySpan<char> text) => string.GetHashCode(text, StringComparison.Ordinal);

    private static string? TextOf(PoliceRecord record) => record switch
    {
        Person person => OfPerson(person),
        Vehicle { Registrations.First: { Mark.IsAbsent: false } registration } => registration.Mark.Canonical ?? registration.Mark.Text,
        Telephone { Number.IsAbsent: false } telephone => telephone.Number.Canonical ?? telephone.Number.Text,
        EmailAddress email => Blank(email.Address),
        Location { Address: { Postcode.IsAbsent: false } address } => OfAddress(address),
        _ => OfSource(record.Source),
    };

    private static string? OfPerson(Person person) =>
        person.Names.First is { Surname: { } surname } name && person.DatesOfBirth.First is { Date.Precision: >= DatePrecision.Day } born
            ? $"{surname}\n{(name.Given.IsEmpty ? "" : name.Given[0])}\n{born.Date.Text}"
            : OfSource(person.Source);

    private static string OfAddress(Address address) =>
        $"{address.Postcode.Canonical ?? address.Postcode.Text}\n{address.SubBuilding}\n{address.Premises}{address.BuildingNumber}\n{address.Street}";

    // Links are most of a set, so nothing is allocated for one.
    private static Guid OfLink(Link link)
    {
        if (link is not { From.Id.IsAbsent: false, To.Id.IsAbsent: false }) return Guid.Empty;
        string role = link.Role?.OwnCode ?? "";
        Span<char> text = stackalloc char[LongestLink];
        Span<Guid> ends = MemoryMarshal.Cast<char, Guid>(text);
        (ends[0], ends[1]) = (link.From.Id.Uuid, link.To.Id.Uuid);
        Span<char> rest = text[IdsLength..^1];
        if (!rest.TryWrite(CultureInfo.InvariantCulture, $"{role}\n{link.Start}", out int written)) return OfText(link.Type, $"{ends[0]:N}\n{role}\n{ends[1]:N}\n{link.Start}");
        text[IdsLength + written] = '\n';
        return OfHashes(Hash(text[..(IdsLength + written)]), Hash(text[..(IdsLength + written + 1)]));
    }

    private static string? OfSource(RecordSource? source) => source is { System: { } system, Reference: { } reference } ? $"{system}\n{reference}" : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
