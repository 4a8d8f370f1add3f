using Policing.DataModel;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Audit;

/// <summary>
/// The pseudonyms of a log: of who acts, of the people that a use is about, and of records. Each has a key of its own, so that they cannot be joined across these, and
/// the id of the key stands in each. Thread-safe.
/// </summary>
internal sealed class AuditPseudonyms(PseudonymKey key)
{
    private readonly PseudonymRedactor _actors = key.Of("audit:actor");
    private readonly PseudonymRedactor _subjects = key.Of("audit:subject");
    private readonly PseudonymRedactor _records = key.Of("audit:record");

    // Ids of persons are compared without regard to case elsewhere too; a system that acts by itself is none of the persons.
    public string OfActor(AccessActor actor) => actor.Person is { } person
        ? Redact(_actors, $"person:{Scheme(actor.Agency)}:{actor.Agency.Id}:{person.ToLowerInvariant()}")
        : Redact(_actors, $"system:{Scheme(actor.Agency)}:{actor.Agency.Id}:{actor.System}");

    public string OfSubject(RecordId id) => Redact(_subjects, id.Canonical ?? id.Text);

    public string OfRecord(RecordId id) => Redact(_records, id.Canonical ?? id.Text);

    private static string Scheme(Agency agency) => agency.Scheme?.OwnCode ?? "";

    private static string Redact(PseudonymRedactor redactor, string text) => redactor.Redact(text);
}
