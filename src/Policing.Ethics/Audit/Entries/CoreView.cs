using System.Globalization;
using System.Text.Json;

namespace Policing.Ethics.Audit;

/// <summary>What is looked for in a core. Whatever is missing or malformed is null: reading is total.</summary>
internal sealed record CoreView
{
    public Guid? Id { get; private init; }

    public AuditEntryKind? Kind { get; private init; }

    public AccessOperation Operation { get; private init; }

    public DateTimeOffset? Time { get; private init; }

    public string? Actor { get; private init; }

    public string? Approver { get; private init; }

    public bool ClockWentBack { get; private init; }

    public bool IsPermitted { get; private init; }

    public string? Outcome { get; private init; }

    public string? Purpose { get; private init; }

    public string? Basis { get; private init; }

    public string? RecordType { get; private init; }

    public string? Agency { get; private init; }

    public string? Recipient { get; private init; }

    public TimeSpan? Retention { get; private init; }

    public KeyRotation? Rotation { get; private init; }

    public IReadOnlyList<string> Records { get; private init; } = [];

    public IReadOnlyList<string> Subjects { get; private init; } = [];

    public IReadOnlyList<string> Erased { get; private init; } = [];

    public static bool TryRead(ReadOnlyMemory<byte> core, out CoreView? view)
    {
        view = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(core, new JsonDocumentOptions { MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return false;
            view = Of(document.RootElement);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static CoreView Of(JsonElement core)
    {
        AuditNames.Kinds.TryGet(Text(core, "kind"), out AuditEntryKind kind);
        PolicyNames.Operations.TryGet(Text(core, "operation"), out AccessOperation operation);
        return new()
        {
            Id = Guid.TryParseExact(Text(core, "id"), "D", out Guid id) ? id : null,
            Kind = AuditNames.Kinds.TryGet(Text(core, "kind"), out _) ? kind : null,
            Operation = operation,
            Time = DateTimeOffset.TryParse(Text(core, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null,
            Actor = Text(core, "actor"),
            Approver = Text(core, "approver"),
            ClockWentBack = core.TryGetProperty("clockWentBack", out JsonElement flag) && flag.ValueKind == JsonValueKind.True,
            Outcome = Text(core, "outcome"),
            IsPermitted = Text(core, "outcome") == AuditNames.Outcomes.Of(AccessOutcome.Permitted),
            Purpose = Text(core, "purpose"),
            Basis = Text(core, "basis"),
            RecordType = Text(core, "recordType"),
            Agency = AgencyOf(core, "agency"),
            Recipient = AgencyOf(core, "recipient"),
            Retention = TimeSpan.TryParseExact(Text(core, "retention"), "c", CultureInfo.InvariantCulture, out TimeSpan retention) ? retention : null,
            Rotation = RotationOf(core),
            Records = Texts(core, "records"),
            Subjects = Texts(core, "subjects"),
            Erased = Texts(core, "erased"),
        };
    }

    private static string? AgencyOf(JsonElement core, string name) =>
        core.TryGetProperty(name, out JsonElement agency) && agency.ValueKind == JsonValueKind.Object ? $"{Text(agency, "scheme")}:{Text(agency, "id")}" : null;

    private static KeyRotation? RotationOf(JsonElement core)
    {
        bool areKeys = VerifierKey.TryParse(Text(core, "keyFrom"), out VerifierKey? from) == NoteFault.None && VerifierKey.TryParse(Text(core, "keyTo"), out VerifierKey? to) == NoteFault.None
            && from!.KeyName == to!.KeyName && from.ToString() != to.ToString();
        return areKeys ? new(from!, VerifierKey.Parse(Text(core, "keyTo")!)) : null;
    }

    private static string? Text(JsonElement core, string name) =>
        core.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement core, string name) =>
        core.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
