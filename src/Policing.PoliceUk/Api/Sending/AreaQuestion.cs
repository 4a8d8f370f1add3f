using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Asks about an area; where it has too many results, about parts of it, and joins their answers. An element lies in one part only, so none is
/// lost and none comes twice.
/// </summary>
internal sealed class AreaQuestion<T>(RequestSender sender, ReadAnswer<ValueList<T>> read, Func<SearchArea, ApiRequest> request, int mostRequests)
    where T : AnswerPart
{
    private readonly Stack<SearchArea> _open = new();
    private readonly List<T> _found = [];
    private int _requests;
    private int _unread;

    public async Task<PoliceUkAnswer<ValueList<T>>> AskAsync(SearchArea area, CancellationToken cancellationToken)
    {
        var whole = await sender.AskAsync(request(area), read, mostRequests, cancellationToken).ConfigureAwait(false);
        if (whole.Outcome != PoliceUkOutcome.TooManyResults || !area.IsPolygon || mostRequests == 1)
            return whole;
        _requests = whole.Requests;
        if (!PolygonShape.IsSimple(area.Corners) || !TryOpen(area))
            return Failed(new(PoliceUkOutcome.TooManyResults, whole.StatusCode, null, MayPass: false, Explanations.NotSplit));
        return await AskPartsAsync(whole.StatusCode!.Value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PoliceUkAnswer<ValueList<T>>> AskPartsAsync(System.Net.HttpStatusCode status, CancellationToken cancellationToken)
    {
        while (_open.TryPop(out var part))
        {
            if (_requests >= mostRequests)
                return Failed(Failure.Of(PoliceUkOutcome.OverBudget, status));
            var answer = await sender.AskAsync(request(part), read, mostRequests - _requests, cancellationToken).ConfigureAwait(false);
            _requests += answer.Requests;
            if (answer.TryGetValue(out var elements))
                Take(elements, answer.UnreadMembers);
            else if (answer.Outcome != PoliceUkOutcome.TooManyResults)
                return Failed(new(answer.Outcome, answer.StatusCode, answer.RetryAfter, MayPass: false, answer.Explanation));
            else if (!TryOpen(part))
                return Failed(new(PoliceUkOutcome.TooManyResults, answer.StatusCode, null, MayPass: false, Explanations.NotSplit));
        }

        return new(ValueList.From(_found), System.Net.HttpStatusCode.OK, _unread, _requests);
    }

    private bool TryOpen(SearchArea area)
    {
        if (PolygonSplit.Halves(area.Corners) is not { } parts)
            return false;
        foreach (var part in parts)
            _open.Push(SearchArea.OfPart(part));
        return true;
    }

    private void Take(ValueList<T> elements, int unread)
    {
        _found.AddRange(elements.AsSpan());
        _unread += unread;
    }

    private PoliceUkAnswer<ValueList<T>> Failed(Failure failure) => new(failure, _requests);
}
