using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Client;
using Policing.Conformance.Targets;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics;

namespace Policing.Conformance.Clients;

/// <summary>The SDK's own client, Policing.Client, as a client under test: what a good answer is, and how one is come by. Thread-safe.</summary>
public sealed class ReferenceClient : IClientTarget, IDisposable
{
    private const int MostReadings = 3;

    // The host of the kit takes any proof. A client of yours has a key of its own.
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static TargetDescription Description { get; } = new()
    {
        Supplier = "The Policing SDK authors",
        Product = "Policing.Client",
        Version = typeof(PolicingClient).Assembly.GetName().Version!.ToString(3),
        Operations = [],
        Tasks = ValueList.From(Enum.GetValues<ClientOperation>()),
    };

    /// <inheritdoc/>
    public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Description);

    /// <inheritdoc/>
    public async ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        using PolicingClient client = PolicingClient.Create(Options(task));
        PartnerSession partner = client.For(new AccessContext
        {
            Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = task.Service.ClientId },
            Purpose = ProcessingPurpose.Of(task.Purpose),
            Basis = LawfulBasis.Of(task.Basis),
            CaseReference = task.Case,
            Justification = task.Justification,
        });
        try
        {
            return await (task.Operation switch
            {
                ClientOperation.Read => ReadAsync(partner, task, cancellationToken),
                ClientOperation.Create => CreateAsync(partner, task, cancellationToken),
                ClientOperation.Replace => ReplaceAsync(partner, task, cancellationToken),
                ClientOperation.ChangeMember => ChangeMemberAsync(partner, task, cancellationToken),
                ClientOperation.Search => SearchAsync(partner, task, cancellationToken),
                ClientOperation.SubmitBundle => SubmitAsync(partner, task, cancellationToken),
                ClientOperation.ChangeStatus => ChangeStatusAsync(partner, task, cancellationToken),
                _ => FollowAsync(partner, task, cancellationToken),
            }).ConfigureAwait(false);
        }
        catch (PartnerException trouble)
        {
            return Of(trouble.Problem);
        }
    }

    /// <summary>Ends the key.</summary>
    public void Dispose() => _key.Dispose();

    private PolicingClientOptions Options(ClientTask task)
    {
        PolicingClientOptions options = new() { BaseAddress = task.Service.BaseAddress, Budget = task.Time, AttemptTimeout = task.Time };
        options.Tokens.Endpoint = task.Service.TokenAddress;
        options.Tokens.Issuer = task.Service.TokenAddress.AbsoluteUri;
        options.Tokens.ClientId = task.Service.ClientId;
        options.Tokens.Key = () => ClientKey.Of(_key, "conformance");
        return options;
    }

    private static async Task<ClientAnswer> ReadAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        RecordAnswer<Vehicle> read = await partner.Records.GetAsync<Vehicle>(RecordId.FromText(task.Id!), cancellationToken).ConfigureAwait(false);
        return ClientAnswer.Of(ClientOutcome.Done) with { Document = PoliceJson.Write(read.Record) };
    }

    private static async Task<ClientAnswer> CreateAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        if (PoliceJson.Read(task.Document.Span).Record is not { } record) return ClientAnswer.Of(ClientOutcome.NotSent);
        await partner.Records.CreateAsync(record, cancellationToken).ConfigureAwait(false);
        return ClientAnswer.Of(ClientOutcome.Done);
    }

    private static async Task<ClientAnswer> ReplaceAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        if (PoliceJson.Read(task.Document.Span).Record is not { } record) return ClientAnswer.Of(ClientOutcome.NotSent);
        await partner.Records.ReplaceAsync(record, RecordTag.Parse(task.Tag!), cancellationToken).ConfigureAwait(false);
        return ClientAnswer.Of(ClientOutcome.Done);
    }

    private static async Task<ClientAnswer> ChangeMemberAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        for (int reading = 1; ; reading++)
        {
            RecordAnswer<Vehicle> read = await partner.Records.GetAsync<Vehicle>(RecordId.FromText(task.Id!), cancellationToken).ConfigureAwait(false);
            if (read.IsPartial) return ClientAnswer.Of(ClientOutcome.NotSent);
            PartnerResult<WriteAnswer> result = await partner.Records.TryReplaceAsync(Changed(read.Record, task), read.Tag, cancellationToken).ConfigureAwait(false);
            if (result.IsSuccess) return ClientAnswer.Of(ClientOutcome.Done);
            if (result.Failure != PartnerFailure.Stale || reading == MostReadings) return Of(result.Problem!);
        }
    }

    // A program that knows the member uses a with expression.
    private static PoliceRecord Changed(Vehicle read, ClientTask task)
    {
        JsonObject record = JsonNode.Parse(PoliceJson.Write(read))!.AsObject();
        record[task.Pointer![1..]] = JsonNode.Parse(task.Value!);
        return PoliceJson.Read(Encoding.UTF8.GetBytes(record.ToJsonString())).Record!;
    }

    private static async Task<ClientAnswer> SearchAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        await foreach (SearchMatch match in partner.Search.FindAsync(new VehicleSearch { Mark = task.Mark, PageSize = task.PageSize }, cancellationToken).ConfigureAwait(false))
            if (match.Record is { } record) ids.Add(record.Id.Text);
        return ClientAnswer.Of(ClientOutcome.Done) with { Ids = ValueList.From(ids) };
    }

    private static async Task<ClientAnswer> SubmitAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        if (PoliceJson.Read(task.Document.Span).Record is not Bundle bundle) return ClientAnswer.Of(ClientOutcome.NotSent);
        await partner.Bundles.SubmitAsync(bundle, cancellationToken).ConfigureAwait(false);
        return ClientAnswer.Of(ClientOutcome.Done);
    }

    private static async Task<ClientAnswer> ChangeStatusAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        RecordId id = RecordId.FromText(task.Id!);
        StatusChange change = StatusChange.Retract(task.Reason!);
        if (task.Key is { } key) await partner.Records.ChangeStatusAsync<Vehicle>(id, change, RecordTag.Any, IdempotencyKey.Of(key), cancellationToken).ConfigureAwait(false);
        else await partner.Records.ChangeStatusOnceAsync<Vehicle>(id, change, RecordTag.Any, cancellationToken).ConfigureAwait(false);
        return ClientAnswer.Of(ClientOutcome.Done);
    }

    private static async Task<ClientAnswer> FollowAsync(PartnerSession partner, ClientTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(partner, task.Cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (PartnerException trouble) when (trouble.Problem.Failure == PartnerFailure.CursorEnded && task.Cursor is not null)
        {
            // Too long away: from the beginning. A program with copies compares them with what comes.
            return await FollowAsync(partner, cursor: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<ClientAnswer> FollowAsync(PartnerSession partner, string? cursor, CancellationToken cancellationToken)
    {
        Dictionary<string, ClientEvent> events = new(StringComparer.Ordinal);
        await foreach (RecordChange change in partner.Changes.ReadAsync(cursor, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            events.TryAdd(change.Id, new(change.Id, JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString()), change.Record.Text));
            cursor = change.Cursor;
        }

        return ClientAnswer.Of(ClientOutcome.Done) with { Events = ValueList.From(events.Values), Cursor = cursor };
    }

    private static ClientAnswer Of(PartnerProblem problem) => problem.Failure switch
    {
        PartnerFailure.UnknownOutcome => ClientAnswer.Of(ClientOutcome.Unknown),
        PartnerFailure.Invalid or PartnerFailure.PartialView or PartnerFailure.TooBroad when problem.Attempts == 0 => ClientAnswer.Of(ClientOutcome.NotSent),
        PartnerFailure.TimedOut or PartnerFailure.Unreachable or PartnerFailure.UnreadableAnswer or PartnerFailure.Untrusted => ClientAnswer.Of(problem.MayHaveTakenEffect ? ClientOutcome.Unknown : ClientOutcome.Failed),
        _ => ClientAnswer.Of(ClientOutcome.Refused, problem.Code),
    };
}
