using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>What the service can do and lets through.</summary>
internal static class ReadCapabilities
{
    private const string ContractVersion = "1.0";

    private static readonly string[] s_interactions = ["read", "write", "status", "history", "links", "changes"];

    public static CallKind Kind { get; } = new("capabilities.read", AccessOperation.Unstated) { NeedsPurpose = false };

    public static Task AnswerAsync(PartnerCall call) => JsonAnswer.WriteAsync(call.Http, StatusCodes.Status200OK, json => Write(json, call.Parts.Options));

    private static void Write(Utf8JsonWriter json, PartnerHostOptions options)
    {
        json.WriteStartObject();
        json.WriteString("api", ContractVersion);
        json.WriteString("environment", options.Environment is PartnerEnvironment.Live ? "live" : "test");
        json.WriteStartObject("agency");
        json.WriteString("scheme", options.Agency!.Scheme?.OwnCode);
        json.WriteString("id", options.Agency.Id);
        json.WriteEndObject();
        WriteNames(json, "modelVersions", [PoliceRecord.CurrentModelVersion]);
        WriteTypes(json);
        WriteSearch(json);
        WriteLimits(json, options.Limits);
        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json)
    {
        json.WriteStartArray("recordTypes");
        foreach (string type in RecordTypes.All)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            WriteNames(json, "interactions", Criteria.IsOffered(type) ? [.. s_interactions, "search"] : s_interactions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSearch(Utf8JsonWriter json)
    {
        json.WriteStartArray("search");
        foreach ((string type, string[] names, string[] selective) in Criteria.Offered)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            WriteNames(json, "criteria", names);
            WriteNames(json, "selective", selective);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLimits(Utf8JsonWriter json, JsonLimits limits)
    {
        json.WriteStartObject("limits");
        json.WriteNumber("documentBytes", limits.DocumentBytes);
        json.WriteNumber("bundleBytes", limits.BundleBytes);
        json.WriteNumber("bundleRecords", limits.BundleRecords);
        json.WriteNumber("depth", limits.Depth);
        json.WriteNumber("extensionDepth", limits.ExtensionDepth);
        json.WriteNumber("members", limits.Members);
        json.WriteNumber("stringBytes", limits.StringBytes);
        json.WriteNumber("elements", limits.Elements);
        json.WriteNumber("searchResults", PageQuery.MostEntries);
        json.WriteNumber("pageEntries", PageQuery.MostEntries);
        json.WriteNumber("accessHeaderBytes", 512);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (string name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
