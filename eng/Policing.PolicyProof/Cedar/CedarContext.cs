using System.Text.Json.Nodes;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.PolicyProof.Cedar;

/// <summary>A request of ours as a context of Cedar, made from what the request states and not from what our evaluation makes of it.</summary>
internal static class CedarContext
{
    public static JsonObject Of(AccessRequest request)
    {
        AccessContext why = request.Context!;
        JsonObject context = new()
        {
            ["purpose"] = why.Purpose.Code,
            ["system"] = why.Actor.System,
            ["agency"] = Name(why.Actor.Agency),
            ["roles"] = Set(why.Actor.Roles),
            ["status"] = request.Status?.State?.Code ?? "active",
            ["marking"] = Level(request.Marking),
            ["classes"] = Classes(request),
            ["controllers"] = Set(request.Controllers.Select(Name)),
            ["releaseTo"] = Set(request.Marking?.ReleaseTo.Select(Name) ?? []),
            ["permittedAgencies"] = Set(request.Status?.PermittedAgencies.Select(Name) ?? []),
            ["permittedPurposes"] = Set(request.Status?.PermittedPurposes.Select(purpose => purpose.Code!) ?? []),
            ["collectedFor"] = Set(request.CollectedFor.Select(purpose => purpose.Code!)),
            ["facts"] = Set(request.Facts),
            ["day"] = DateOnly.FromDateTime(request.Time.UtcDateTime).DayNumber,
        };
        void Add(string name, JsonNode? value)
        {
            if (value is not null) context[name] = value;
        }
        Add("operation", request.Operation is AccessOperation.Unstated ? null : PolicyNames.Operations.Of(request.Operation));
        Add("recordType", request.RecordType);
        Add("recipient", request.Recipient is { } recipient ? Name(recipient) : null);
        Add("subjects", request.Subjects is SubjectCategories.Unknown ? null : Set(Enum.GetValues<SubjectCategories>().Where(one => one is not SubjectCategories.Unknown && request.Subjects.HasFlag(one)).Select(PolicyNames.Subjects.Of)));
        Add("basis", why.Basis?.Code);
        Add("condition", why.Sensitive?.Condition?.Code);
        Add("policyDocument", why.Sensitive?.PolicyDocument);
        Add("strictNecessity", why.Sensitive?.StrictNecessity);
        Add("caseReference", why.CaseReference);
        Add("reasonCode", why.ReasonCode);
        Add("justification", why.Justification);
        Add("emergency", why.Emergency);
        Add("session", why.Session);
        Add("person", why.Actor.Person);
        Add("onBehalfOf", why.OnBehalfOf is null ? null : "somebody");
        return context;
    }

    private static JsonArray Classes(AccessRequest request)
    {
        RecordClasses classes = request.Classes is RecordClasses.Unstated ? RecordTypeClasses.Of(request.RecordType) : request.Classes;
        return Set(Enum.GetValues<RecordClasses>().Where(one => one is not RecordClasses.Unstated && classes.HasFlag(one)).Select(PolicyNames.Classes.Of));
    }

    private static int Level(Marking? marking) => (marking?.Tier?.Code, marking?.Sensitive) switch
    {
        (null or "official", true) => 1,
        (null or "official", _) => 0,
        ("secret", _) => 2,
        ("top-secret", _) => 3,
        _ => 4,
    };

    private static string Name(Agency agency) => agency.Scheme == AgencyScheme.Police ? agency.Id! : $"{agency.Scheme!.Code}:{agency.Id}";

    private static JsonArray Set(IEnumerable<string> items) => [.. items.Select(item => JsonValue.Create(item))];
}
