using System.Collections.Frozen;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Client;

/// <summary>Reads capabilities.</summary>
internal static class CapabilitiesReader
{
    public static PartnerCapabilities Read(in Answer answer)
    {
        using JsonDocument document = AnswerJson.Parse(answer.Utf8);
        JsonElement root = document.RootElement;
        return new()
        {
            Api = AnswerJson.Text(root, "api"),
            IsTest = AnswerJson.Text(root, "environment") == "test",
            Agency = AgencyOf(root),
            ModelVersions = ValueList.From(AnswerJson.Texts(root, "modelVersions")),
            RecordTypes = ValueList.From(AnswerJson.List(root, "recordTypes").Select(TypeOf)),
            Search = ValueList.From(AnswerJson.List(root, "search").Select(SearchOf)),
            Limits = Limits(AnswerJson.Object(root, "limits")),
        };
    }

    private static Agency? AgencyOf(JsonElement root)
    {
        if (!root.TryGetProperty("agency", out JsonElement agency) || agency.ValueKind != JsonValueKind.Object) return null;
        return new() { Scheme = AnswerJson.TextOrNone(agency, "scheme") is { } scheme ? AgencyScheme.Of(scheme) : null, Id = AnswerJson.TextOrNone(agency, "id"), Name = AnswerJson.TextOrNone(agency, "name") };
    }

    private static RecordTypeCapability TypeOf(JsonElement element) => new(AnswerJson.Text(element, "type"), ValueList.From(AnswerJson.Texts(element, "interactions")));

    private static SearchCapability SearchOf(JsonElement element) =>
        new(AnswerJson.Text(element, "type"), ValueList.From(AnswerJson.Texts(element, "criteria")), ValueList.From(AnswerJson.Texts(element, "selective")));

    private static FrozenDictionary<string, int> Limits(JsonElement limits) =>
        limits.EnumerateObject().Where(static limit => limit.Value.ValueKind == JsonValueKind.Number && limit.Value.TryGetInt32(out _))
            .ToFrozenDictionary(static limit => limit.Name, static limit => limit.Value.GetInt32(), StringComparer.Ordinal);
}
