using System.Globalization;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Compilation;
using static Policing.Ethics.PolicySetReader;

namespace Policing.Ethics;

/// <summary>Makes tests of a document that the schema has let pass.</summary>
internal static class PolicyTestReader
{
    private const string Unknown = "unknown";

    public static PolicyTest Test(JsonElement test)
    {
        JsonElement expect = test.GetProperty("expect");
        return new PolicyTest
        {
            Name = Text(test, "name")!,
            Request = Request(test.GetProperty("request")),
            Expected = Text(expect, "decision") is "permit" ? AccessOutcome.Permitted : AccessOutcome.Denied,
            Rules = Optional(expect, "rules"),
            Nearest = Text(expect, "nearest"),
            Obligations = Optional(expect, "obligations"),
        };
    }

    private static AccessRequest Request(JsonElement request) => new()
    {
        Context = request.TryGetProperty("context", out JsonElement context) ? Context(context) : null,
        Operation = request.TryGetProperty("operation", out JsonElement operation) ? Named(PolicyNames.Operations, operation) : AccessOperation.Unstated,
        RecordType = Text(request, "recordType"),
        Subjects = Flags(PolicyNames.Subjects, request, "subjects", static (left, right) => left | right),
        Classes = Classes(request),
        Marking = request.TryGetProperty("marking", out JsonElement marking) ? MarkingOf(marking) : null,
        Recipient = Text(request, "recipient") is { } recipient ? AgencyOf(recipient) : null,
        Controllers = Agencies(request, "controllers"),
        Status = request.TryGetProperty("status", out JsonElement status) ? Status(status) : null,
        CollectedFor = Purposes(request, "collectedFor"),
        Facts = Texts(request, "facts"),
        Time = Text(request, "time") is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : DefaultTime,
    };

    /// <summary>Tests that do not say when they are mean the same day always, or they would change their outcome over time.</summary>
    private static DateTimeOffset DefaultTime { get; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static AccessContext Context(JsonElement context) => new()
    {
        Actor = Actor(context.GetProperty("actor")),
        OnBehalfOf = context.TryGetProperty("onBehalfOf", out JsonElement other) ? Actor(other) : null,
        Purpose = ProcessingPurpose.Of(Text(context, "purpose")!),
        Basis = Text(context, "basis") is { } basis ? LawfulBasis.Of(basis) : null,
        Sensitive = Sensitive(context),
        CaseReference = Text(context, "caseReference"),
        ReasonCode = Text(context, "reasonCode"),
        Justification = Text(context, "justification"),
        Session = Text(context, "session"),
        Emergency = Text(context, "emergency"),
    };

    private static SensitiveProcessing? Sensitive(JsonElement context)
    {
        (string? condition, string? document, string? necessity) = (Text(context, "condition"), Text(context, "policyDocument"), Text(context, "strictNecessity"));
        if ((condition ?? document ?? necessity) is null) return null;
        return new() { Condition = condition is null ? null : Schedule8Condition.Of(condition), PolicyDocument = document, StrictNecessity = necessity };
    }

    private static AccessActor Actor(JsonElement actor) =>
        new() { Person = Text(actor, "person"), Agency = AgencyOf(Text(actor, "agency")!), System = Text(actor, "system")!, Roles = Texts(actor, "roles") };

    private static Marking MarkingOf(JsonElement marking)
    {
        string level = Text(marking, "level") ?? PolicyNames.Markings.Of(MarkingLevel.Official);
        SecurityTier tier = level switch
        {
            Unknown => SecurityTier.Of(Unknown),
            "secret" => SecurityTier.Secret,
            "top-secret" => SecurityTier.TopSecret,
            _ => SecurityTier.Official,
        };
        return new() { Tier = tier, Sensitive = level is "official-sensitive" ? true : null, ReleaseTo = Agencies(marking, "releaseTo") };
    }

    private static RecordStatus Status(JsonElement status) => new()
    {
        State = RecordState.Of(Text(status, "state")!),
        PermittedPurposes = Purposes(status, "permittedPurposes"),
        PermittedAgencies = Agencies(status, "permittedAgencies"),
    };

    private static Agency AgencyOf(string text)
    {
        AgencyName name = AgencyName.Parse(text);
        return new() { Scheme = AgencyScheme.Of(name.Scheme), Id = name.Id };
    }

    private static ValueList<Agency> Agencies(JsonElement owner, string member) => List(owner, member, item => AgencyOf(item.GetString()!));

    private static ValueList<ProcessingPurpose> Purposes(JsonElement owner, string member) => List(owner, member, item => ProcessingPurpose.Of(item.GetString()!));

    private static ValueList<string>? Optional(JsonElement owner, string member) => owner.TryGetProperty(member, out _) ? Texts(owner, member) : null;
}
