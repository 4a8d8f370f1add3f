using System.Text.Json;
using Policing.DataModel;

namespace Policing.Client;

/// <summary>The code lists of a partner; they need no purpose. Thread-safe.</summary>
public sealed class ReferenceDataCalls
{
    private readonly CallSender _sender;

    internal ReferenceDataCalls(CallSender sender) => _sender = sender;

    /// <summary>The lists that there are.</summary>
    /// <exception cref="PartnerException">The call failed.</exception>
    public async Task<IReadOnlyList<ReferenceListEntry>> GetListsAsync(CancellationToken cancellationToken = default)
    {
        PartnerRequest request = new(PartnerOperation.ReferenceLists, HttpMethod.Get, _sender.Settings.Prefix + "reference-data");
        PartnerResult<List<ReferenceListEntry>> result =
            await _sender.SendAsync(request, Caller.Anonymous, static (in answer, _) => ReadLists(answer), 0, cancellationToken).ConfigureAwait(false);
        return result.OrThrow();
    }

    /// <summary>One list.</summary>
    /// <param name="list">Its name, such as <c>sex</c>.</param>
    /// <param name="known">The version that the caller has; absent for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="PartnerException">There is no such list, or the call failed.</exception>
    public async Task<ReferenceListAnswer> GetAsync(string list, RecordTag known = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(list);
        PartnerRequest request = new(PartnerOperation.ReferenceList, HttpMethod.Get, _sender.Settings.Prefix + "reference-data/" + Uri.EscapeDataString(list));
        if (!known.IsAbsent) request = request.With("If-None-Match", known.ToString());
        PartnerResult<ReferenceListAnswer> result = await _sender.SendAsync(request, Caller.Anonymous, static (in answer, tag) => Read(answer, tag), known, cancellationToken).ConfigureAwait(false);
        return result.OrThrow();
    }

    private static ReferenceListAnswer Read(in Answer answer, RecordTag known)
    {
        if (answer.Status == 304) return known.IsAbsent ? throw new AnswerFaultException(PartnerFailure.UnreadableAnswer) : new() { IsUnchanged = true, Tag = known };
        using (AnswerJson.Parse(answer.Utf8)) return new() { Utf8 = answer.Utf8.ToArray(), Tag = answer.Tag };
    }

    private static List<ReferenceListEntry> ReadLists(in Answer answer)
    {
        using JsonDocument document = AnswerJson.Parse(answer.Utf8);
        List<ReferenceListEntry> lists = [];
        foreach (JsonElement element in AnswerJson.List(document.RootElement, "lists")) lists.Add(new(AnswerJson.Text(element, "name"), AnswerJson.TextOrNone(element, "version")));
        return lists;
    }
}
