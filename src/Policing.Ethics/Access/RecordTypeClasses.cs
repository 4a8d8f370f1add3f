using System.Collections.Frozen;

namespace Policing.Ethics;

/// <summary>The data classes that records of each type can have, so that a request need not list them. A test holds it to the model.</summary>
internal static class RecordTypeClasses
{
    public const RecordClasses All = (RecordClasses)511;

    /// <summary>The audit log's own entries, for rules about reading them.</summary>
    public const string AuditEntry = "audit-entry";

    private const RecordClasses Envelope = RecordClasses.Public | RecordClasses.Operational | RecordClasses.Officer | RecordClasses.Personal;
    private const RecordClasses EnvelopeOnly = RecordClasses.Unstated;
    private const RecordClasses Crime = RecordClasses.CriminalAllegation;
    private const RecordClasses Sensitive = RecordClasses.Sensitive;
    private const RecordClasses Vulnerable = RecordClasses.VulnerableOrProtected;
    private const RecordClasses Covert = RecordClasses.Covert;

    private static readonly FrozenDictionary<string, RecordClasses> Table = new Dictionary<string, RecordClasses>(StringComparer.Ordinal)
    {
        ["anti-social-behaviour"] = Sensitive | Vulnerable,
        ["arrest"] = Crime | Sensitive,
        ["bail"] = Crime | Vulnerable,
        ["bundle"] = All,
        ["case-file"] = Covert | Crime | Vulnerable,
        ["charge"] = Crime,
        ["crime"] = Crime | Sensitive | Vulnerable,
        ["crime-outcome"] = Crime | Vulnerable,
        ["custody"] = Crime | Sensitive | Vulnerable,
        ["decision-record"] = EnvelopeOnly,
        ["device"] = EnvelopeOnly,
        ["email-address"] = EnvelopeOnly,
        ["exhibit"] = EnvelopeOnly,
        ["identity-document"] = Crime,
        ["incident"] = Crime | Sensitive | Vulnerable,
        ["intelligence-report"] = Covert | Crime,
        ["investigation"] = Covert | Crime | Vulnerable,
        ["link"] = Crime | Sensitive | Vulnerable,
        ["location"] = Vulnerable,
        ["media-item"] = Vulnerable,
        ["missing-person-episode"] = Vulnerable,
        ["online-account"] = EnvelopeOnly,
        ["order"] = Crime | Vulnerable,
        ["organisation"] = Vulnerable,
        ["payment-instrument"] = EnvelopeOnly,
        ["person"] = Sensitive | Vulnerable,
        ["property"] = Crime,
        ["receipt"] = EnvelopeOnly,
        ["risk-assessment"] = Vulnerable,
        ["road-traffic-collision"] = Crime | Sensitive,
        ["safeguarding-concern"] = Crime | Vulnerable,
        ["statement"] = Crime | Vulnerable,
        ["stop-search"] = Crime | Sensitive,
        ["submission"] = Crime | Vulnerable,
        ["sudden-death"] = Crime | Sensitive,
        ["telephone"] = EnvelopeOnly,
        ["use-of-force"] = Crime | Sensitive,
        ["vehicle"] = Vulnerable,
        ["warrant"] = Covert | Crime,
        ["weapon"] = Crime,
        [AuditEntry] = EnvelopeOnly,
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value | Envelope, StringComparer.Ordinal);

    public static bool IsKnown(string type) => Table.ContainsKey(type);

    /// <summary>Those of the type; all for one that is not known.</summary>
    public static RecordClasses Of(string? type) => type is not null && Table.TryGetValue(type, out RecordClasses classes) ? classes : All;
}
