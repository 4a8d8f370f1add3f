using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>
/// Follows what changes at the partner, at least once each and in order: keep the cursor of an event when you have dealt with it, and an event that you know by its
/// id is the same again. Thread-safe.
/// </summary>
public sealed class ChangeCalls
{
    private readonly CallSender _sender;
    private readonly Caller _caller;

    internal ChangeCalls(CallSender sender, Caller caller) => (_sender, _caller) = (sender, caller);

    /// <summary>What has changed up to now.</summary>
    /// <param name="cursor">After which event; null from where the partner begins.</param>
    /// <param name="types">Only records of these types, as on the wire; empty for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PartnerException">The cursor has ended, or a call failed; when the sequence is gone through.</exception>
    public async IAsyncEnumerable<RecordChange> ReadAsync(
        string? cursor = null, ValueList<string> types = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (cursor is not null) seen.Add(cursor);
        while (true)
        {
            PartnerRequest request = new(PartnerOperation.Changes, HttpMethod.Get, Address(cursor, types));
            PartnerResult<ChangePage> result = await _sender.SendAsync(request, _caller, static (in answer, _) => ChangePage.Read(answer), 0, cancellationToken).ConfigureAwait(false);
            ChangePage page = result.OrThrow();
            foreach (RecordChange change in page.Changes) yield return change;
            if (!page.HasMore) yield break;
            // A page that was seen before has no end.
            if (!seen.Add(page.Cursor)) throw new PartnerException(CallSender.Unsent(PartnerOperation.Changes, _caller, PartnerFailure.UnreadableAnswer));
            cursor = page.Cursor;
        }
    }

    /// <summary>
    /// What changes, as it happens, until cancelled. A stream that breaks, falls silent, or ends with its token is opened again where it ended; it ends with an
    /// exception only where the partner cannot be had within the budget, or refuses.
    /// </summary>
    /// <param name="cursor">After which event; null from now on.</param>
    /// <param name="types">Only records of these types, as on the wire; empty for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PartnerException">The cursor has ended, the partner refuses, or cannot be had.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<RecordChange> FollowAsync(
        string? cursor = null, ValueList<string> types = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int empty = 0; ; empty++)
        {
            // A partner that ends each stream at once is not asked without pause.
            if (empty > 0) await Task.Delay(Waiting.Pause(empty), _sender.Settings.Time, cancellationToken).ConfigureAwait(false);
            PartnerRequest request = new(PartnerOperation.FollowChanges, HttpMethod.Get, Address(cursor: null, types)) { Accept = "text/event-stream, application/problem+json" };
            if (cursor is not null) request = request.With("Last-Event-ID", cursor);
            using HttpResponseMessage response = await _sender.OpenAsync(request, _caller, "text/event-stream", cancellationToken).ConfigureAwait(false);
            await foreach (RecordChange change in StreamAsync(response, cancellationToken).ConfigureAwait(false))
            {
                cursor = change.Cursor;
                empty = -1;
                yield return change;
            }
        }
    }

    // The items of one stream, to where it ends, breaks or falls silent.
    private async IAsyncEnumerable<RecordChange> StreamAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource silence = new();
        using ITimer timer = _sender.Settings.Time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), silence, _sender.Settings.StreamSilence, Timeout.InfiniteTimeSpan);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        Stream stream = await response.Content.ReadAsStreamAsync(both.Token).ConfigureAwait(false);
        ListenedStream listened = new(stream, _sender.Settings.MaxAnswerBytes, () => timer.Change(_sender.Settings.StreamSilence, Timeout.InfiniteTimeSpan));
        await using (listened.ConfigureAwait(false))
        {
            IAsyncEnumerator<SseItem<RecordChange?>> items = SseParser.Create(listened, static (type, data) => Parse(type, data)).EnumerateAsync(both.Token).GetAsyncEnumerator(both.Token);
            await using (items.ConfigureAwait(false))
            {
                while (await NextAsync(items, cancellationToken).ConfigureAwait(false))
                {
                    listened.BeginItem();
                    if (items.Current.Data is { } change) yield return change;
                }
            }
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<RecordChange?>> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
        catch (AnswerFaultException e)
        {
            throw new PartnerException(CallSender.Unsent(PartnerOperation.FollowChanges, _caller, e.Failure));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return false;
        }
    }

    private static RecordChange? Parse(string type, ReadOnlySpan<byte> data)
    {
        if (type != "change") return null;
        using JsonDocument document = AnswerJson.Parse(data.ToArray());
        return ChangePage.ReadEvent(document.RootElement);
    }

    private string Address(string? cursor, ValueList<string> types)
    {
        string address = _sender.Settings.Prefix + "changes";
        string[] parts =
        [
            .. cursor is null ? Array.Empty<string>() : ["cursor=" + Uri.EscapeDataString(cursor)],
            .. types.IsEmpty ? Array.Empty<string>() : ["types=" + string.Join(',', types.AsEnumerable().Select(Uri.EscapeDataString))],
        ];
        return parts.Length == 0 ? address : address + "?" + string.Join('&', parts);
    }
}
