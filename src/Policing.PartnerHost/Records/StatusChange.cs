using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.PartnerHost;

/// <summary>What becomes of a record, as the request says it.</summary>
internal sealed record StatusChange
{
    private const int ShortestReason = 3;
    private const int LongestReason = 250;
    private const int LongestAuthority = 128;
    private const int MostNames = 60;

    public required ChangeKind Kind { get; init; }

    public RecordId Into { get; init; }

    public RestrictionGround? Ground { get; init; }

    public ValueList<ProcessingPurpose> Purposes { get; init; }

    public ValueList<Agency> PermittedAgencies { get; init; }

    public string? Reason { get; init; }

    public string? Authority { get; init; }

    /// <summary>The word of the answer.</summary>
    public string Done => Kind switch
    {
        ChangeKind.Retracted => "retracted",
        ChangeKind.Merged => "merged",
        ChangeKind.Restricted => "restricted",
        _ => "disposed",
    };

    public static StatusChange Read(JsonElement body)
    {
        List<PartnerFinding> findings = [];
        RequestObject request = new(body, "", findings);
        StatusChange change = new()
        {
            Kind = KindOf(request),
            Reason = request.Text("reason", ShortestReason, LongestReason),
        };
        change = change.Kind switch
        {
            ChangeKind.Merged => change with { Into = IntoOf(request) },
            ChangeKind.Restricted => change with
            {
                Ground = GroundOf(request),
                Purposes = ValueList.From(request.Texts("permittedPurposes", MostNames).Select(ProcessingPurpose.Of)),
                PermittedAgencies = ValueList.From(request.Objects("permittedAgencies", MostNames).Select(AgencyCriterion.Read).OfType<Agency>()),
            },
            ChangeKind.Disposed => change with { Authority = request.Text("authority", 1, LongestAuthority, required: true) },
            _ => change,
        };
        request.NoteUnknown();
        return findings.Count == 0 ? change : throw new PartnerRefusal(PartnerProblem.MalformedRequest, findings);
    }

    /// <summary>The record with its new status; of a disposal the tombstone, which has nothing of it.</summary>
    public PoliceRecord Apply(PoliceRecord record, long revision, DateTimeOffset time)
    {
        RecordStatus status = new()
        {
            State = Kind switch
            {
                ChangeKind.Retracted => RecordState.Retracted,
                ChangeKind.Merged => RecordState.Merged,
                ChangeKind.Restricted => RecordState.Restricted,
                _ => RecordState.Disposed,
            },
            Since = RecordedTime.From(time),
            Into = Into,
            Ground = Ground,
            PermittedPurposes = Purposes,
            PermittedAgencies = PermittedAgencies,
            Reason = Kind is ChangeKind.Disposed ? null : Reason,
            Authority = Authority,
        };
        // Who wrote the version before did not write this one.
        int number = record.Version?.Number ?? (int)Math.Min(revision, int.MaxValue - 1);
        if (Kind is ChangeKind.Disposed) return Tombstone(record, status, number);
        return record with { Status = status, Version = new RecordVersion { Number = number + 1, RecordedAt = RecordedTime.From(time) } };
    }

    private static PoliceRecord Tombstone(PoliceRecord record, RecordStatus status, int number)
    {
        byte[] bare = JsonAnswer.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", record.Id.Canonical);
            json.WriteString("type", record.Type);
            json.WriteString("modelVersion", PoliceRecord.CurrentModelVersion);
            json.WriteEndObject();
        });
        PoliceRecord empty = PoliceJson.Read(bare).Record ?? throw new InvalidOperationException("A bare record cannot be read.");
        return empty with { Status = status, Version = new RecordVersion { Number = number } };
    }

    private static ChangeKind KindOf(RequestObject request)
    {
        switch (request.Text("action", 1, 16, required: true))
        {
            case "retract": return ChangeKind.Retracted;
            case "merge": return ChangeKind.Merged;
            case "restrict": return ChangeKind.Restricted;
            case "dispose": return ChangeKind.Disposed;
            case null: break;
            default:
                request.Wrong("action");
                break;
        }
        return ChangeKind.Created;
    }

    private static RecordId IntoOf(RequestObject request)
    {
        if (request.Text("into", 1, 64, required: true) is not { } text) return default;
        if (RecordId.TryParse(text, null, out RecordId id)) return id;
        request.Wrong("into");
        return default;
    }

    private static RestrictionGround? GroundOf(RequestObject request)
    {
        if (request.Text("ground", 1, 64, required: true) is not { } code) return null;
        RestrictionGround ground = RestrictionGround.Of(code);
        if (!ground.IsBuiltIn) request.Wrong("ground");
        return ground;
    }
}
