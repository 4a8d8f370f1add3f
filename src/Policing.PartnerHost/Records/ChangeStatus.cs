using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>Retracts, merges, restricts and disposes of records, for their controllers.</summary>
internal static class ChangeStatus
{
    private const int MostTries = 8;
    private const int ShortestKey = 16;
    private const int LongestKey = 64;

    public static CallKind Kind { get; } = new("records.write", AccessOperation.Alteration);

    public static async Task AnswerAsync(PartnerCall call)
    {
        RecordAddress address = RecordAddress.Of(call);
        string? key = KeyOf(call.Http.Request);
        long? expected = EntityTag.Optional(call.Http.Request);
        (JsonDocument document, ReadOnlyMemory<byte> utf8) = await RequestBody.ReadObjectAsync(call).ConfigureAwait(false);
        using JsonDocument parsed = document;
        StatusChange change = StatusChange.Read(document.RootElement);
        string digest = Digest(call.Http.Request, utf8.Span);
        using IDisposable held = call.Parts.Running.Hold(call, key);
        for (int tries = 0; tries < MostTries; tries++)
            if (await TryAsync(call, address, change, expected, key, digest).ConfigureAwait(false)) return;
        throw PartnerProblem.Unavailable.With();
    }

    private static async ValueTask<bool> TryAsync(PartnerCall call, RecordAddress address, StatusChange change, long? expected, string? key, string digest)
    {
        // In this order: a record that was looked up before the outcome could be the one before the change.
        KeyedOutcome? before = await OutcomeAsync(call, key).ConfigureAwait(false);
        StoredRecord? stored = await address.FindAsync(call).ConfigureAwait(false);
        AccessRequest reading = await call.ReadingAsync(stored?.Read()).ConfigureAwait(false);
        AccessDecision mayRead = await call.ConsiderAsync(reading).ConfigureAwait(false);
        // The same request may have been done in between, and have ended what the caller can see.
        if (before is null && (stored is null || !mayRead.IsPermitted)) before = await OutcomeAsync(call, key).ConfigureAwait(false);
        if (before is not null && before.Digest != digest) throw PartnerProblem.KeyReused.With();
        if (before is not null && stored is not null) return await AgainAsync(call, change, stored).ConfigureAwait(false);
        if (stored is null || !mayRead.IsPermitted) throw await call.HiddenAsync(mayRead, reading, stored is not null).ConfigureAwait(false);
        return await ChangeAsync(call, change, stored, expected, key, digest, isWhole: !mayRead.Obligations.Any(obligation => obligation.ChangesData)).ConfigureAwait(false);
    }

    private static async ValueTask<bool> ChangeAsync(
        PartnerCall call, StatusChange change, StoredRecord stored, long? expected, string? key, string digest, bool isWhole)
    {
        PoliceRecord held = stored.Read();
        if (!await call.MayWriteAsync(held).ConfigureAwait(false)) throw PartnerProblem.NotController.With();
        if (expected is { } revision && revision != stored.Revision) throw PartnerProblem.Stale.With();
        await RequirePossibleAsync(call, change, held).ConfigureAwait(false);
        AccessRequest changing = await call.ChangingAsync(held, OperationOf(change)).ConfigureAwait(false);
        await call.WriteDownOnceAsync(await call.ConsiderAsync(changing).ConfigureAwait(false), changing, held.Id).ConfigureAwait(false);

        DateTimeOffset now = call.Now;
        RecordWrite write = RecordWrites.Of(change.Apply(held, stored.Revision, now), stored.Revision, change.Kind, now);
        if (change.Kind is ChangeKind.Disposed)
            write = write with { Notified = await call.Parts.Register.RecipientsAsync(call.Tenant, held.Id, call.Cancelled).ConfigureAwait(false) };
        KeyedOutcome? outcome = key is null ? null : new()
        {
            Client = call.Caller.Client,
            Key = key,
            Digest = digest,
            Status = StatusCodes.Status200OK,
            Resource = held.Id,
            Expires = now + call.Parts.Options.KeepOutcomes,
        };
        StoreCommit commit = new() { Records = [write], Outcome = outcome, Time = now };
        if (!await call.Parts.Store.TryCommitAsync(call.Tenant, commit, call.Cancelled).ConfigureAwait(false)) return false;
        call.Parts.Signal.Raise();
        await WrittenAnswer.WriteAsync(call, StatusCodes.Status200OK, held.Id, stored.Revision + 1, change.Done, isWhole && change.Kind is not ChangeKind.Disposed, []).ConfigureAwait(false);
        return true;
    }

    /// <summary>The same request again: decided and written down anew, and nothing done. What it did may have ended what the caller can see of the record.</summary>
    private static async ValueTask<bool> AgainAsync(PartnerCall call, StatusChange change, StoredRecord stored)
    {
        AccessRequest changing = await call.ChangingAsync(stored.Read(), OperationOf(change)).ConfigureAwait(false);
        await call.WriteDownOnceAsync(await call.ConsiderAsync(changing).ConfigureAwait(false), changing, stored.Id).ConfigureAwait(false);
        await WrittenAnswer.WriteAsync(call, StatusCodes.Status200OK, stored.Id, stored.Revision, change.Done, tagged: false, []).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<KeyedOutcome?> OutcomeAsync(PartnerCall call, string? key)
    {
        if (key is null) return null;
        KeyedOutcome? outcome = await call.Parts.Store.FindOutcomeAsync(call.Tenant, call.Caller.Client, key, call.Cancelled).ConfigureAwait(false);
        return outcome?.HoldsAt(call.Now) == true ? outcome : null;
    }

    private static async ValueTask RequirePossibleAsync(PartnerCall call, StatusChange change, PoliceRecord held)
    {
        bool possible = held.Status?.State != RecordState.Disposed;
        if (possible && change.Kind is ChangeKind.Merged)
        {
            StoredRecord? into = change.Into.Means(held.Id) ? null : await call.Parts.Store.FindAsync(call.Tenant, change.Into, call.Cancelled).ConfigureAwait(false);
            possible = into is not null && into.Type == held.Type && into.Read().Status?.State != RecordState.Disposed && await call.MaySeeAsync(into.Read()).ConfigureAwait(false);
        }
        if (!possible) throw PartnerProblem.InvalidStatusChange.With();
    }

    private static AccessOperation OperationOf(StatusChange change) => change.Kind is ChangeKind.Disposed ? AccessOperation.Erasure : AccessOperation.Alteration;

    // A string of RFC 9651. A prefix keeps keys of callers apart from those of bundles.
    private static string? KeyOf(HttpRequest request)
    {
        Microsoft.Extensions.Primitives.StringValues values = request.Headers["Idempotency-Key"];
        if (values.Count == 0) return null;
        if (values is not [{ Length: >= ShortestKey + 2 and <= LongestKey + 2 } text] || text[0] != '"' || text[^1] != '"'
            || !text[1..^1].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-')) throw PartnerProblem.MalformedRequest.With();
        return "status:" + text[1..^1];
    }

    private static string Digest(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.Path.Value}\n{request.Headers.IfMatch}\n")));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
