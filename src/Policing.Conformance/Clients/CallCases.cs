using Policing.Conformance.Cases;
using Policing.Conformance.Servers;
using static Policing.Conformance.Clients.ClientVerdicts;

namespace Policing.Conformance.Clients;

/// <summary>What every call carries, where it goes, and when it goes again.</summary>
internal static class CallCases
{
    private const int MostAccessBytes = 512;
    private const int MostAttempts = 10;

    // Clocks and timers are not that exact.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(2);

    private static readonly ClientOperation[] Touching =
    [
        ClientOperation.Read, ClientOperation.Create, ClientOperation.ChangeMember, ClientOperation.Search, ClientOperation.SubmitBundle, ClientOperation.ChangeStatus, ClientOperation.FollowChanges,
    ];

    public static IEnumerable<(string Requirement, ClientCase Case)> All() => [.. Carried(), .. Places(), .. Repeated()];

    private static IEnumerable<(string Requirement, ClientCase Case)> Carried()
    {
        foreach (ClientOperation operation in Touching) yield return ("PSDK-CLI-0001", Usual(operation, (call, _) => Purpose(call)));
        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Read, ClientOperation.Create, ClientOperation.Search, ClientOperation.ChangeStatus])
            yield return ("PSDK-CLI-0002", Usual(operation, (call, _) => When(TellsOutside(call), FaultReasons.ToldOutside)));
        foreach (ClientOperation operation in Touching) yield return ("PSDK-CLI-0003", Usual(operation, (call, scene) => When(ClientHost.TokenOf(call) is not { } token || !scene.Gave(token), FaultReasons.NoToken)));
        foreach (ClientOperation operation in Touching.Where(o => o != ClientOperation.ChangeMember))
            yield return ("PSDK-CLI-0004", Usual(operation, (call, _) => When(!Guid.TryParseExact(call.Header("Policing-Correlation"), "D", out Guid id) || id == Guid.Empty, FaultReasons.NoCorrelation)));
    }

    private static ClientCase Usual(ClientOperation operation, Func<SeenRequest, ClientScene, CaseVerdict> judge) => new(
        ClientMessages.Name(operation), "nothing goes wrong", operation, async (session, cancellationToken) =>
        {
            await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
            if (session.Calls.Count == 0) return CaseVerdict.Of(FaultReasons.NotAsked);
            return First([.. session.Calls.Select(call => judge(call, session.Scene))]);
        });

    private static CaseVerdict Purpose(SeenRequest call)
    {
        if (call.Header("Policing-Access") is not { Length: > 0 and <= MostAccessBytes } header) return CaseVerdict.Of(FaultReasons.NoPurpose);
        // Enough of RFC 9651 for what the kit gives: no string of it has a comma.
        string[] members = [.. header.Split(',').Select(member => member.Trim())];
        return When(!members.Contains("purpose=" + ClientSession.Purpose, StringComparer.Ordinal) || !members.Contains("basis=" + ClientSession.Basis, StringComparer.Ordinal), FaultReasons.OtherPurpose);
    }

    private static bool TellsOutside(SeenRequest call) =>
        ((string[])["Qzxwords", "Qzxreason", ServerRecords.Make, ServerRecords.Mark]).Any(word =>
            call.Address.Contains(word, StringComparison.OrdinalIgnoreCase) || call.Headers.Values.Any(value => value.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<(string Requirement, ClientCase Case)> Places()
    {
        yield return ("PSDK-CLI-0005", new("elsewhere", "a reading is redirected to another origin", ClientOperation.Read, (session, cancellationToken) => RedirectedAsync(session, ClientOperation.Read, 302, isElsewhere: true, cancellationToken)));
        yield return ("PSDK-CLI-0005", new("same-origin", "a reading is redirected to another record", ClientOperation.Read, (session, cancellationToken) => RedirectedAsync(session, ClientOperation.Read, 307, isElsewhere: false, cancellationToken)));
        yield return ("PSDK-CLI-0005", new("write-elsewhere", "a creation is redirected to another origin", ClientOperation.Create, (session, cancellationToken) => RedirectedAsync(session, ClientOperation.Create, 307, isElsewhere: true, cancellationToken)));
        yield return ("PSDK-CLI-0006", new("once", "the first token is refused", ClientOperation.Read, async (session, cancellationToken) =>
        {
            session.Scene.Play = call =>
            {
                if (call.Number > 1) return call.NextAsync();
                call.Scene.ExpireTokens();
                return call.RefuseAsync(401, "unauthenticated");
            };
            ClientAnswer answer = await session.DoUsualAsync(ClientOperation.Read, cancellationToken).ConfigureAwait(false);
            return First(When(session.Calls.Count > 2, FaultReasons.TooOften), session.Calls.Count == 2 ? Is(answer, ClientOutcome.Done, ClientOutcome.Refused) : Refused(answer, "unauthenticated"));
        }));
        yield return ("PSDK-CLI-0006", new("always", "every token is refused", ClientOperation.Read, async (session, cancellationToken) =>
        {
            session.Scene.Play = call => call.RefuseAsync(401, "unauthenticated");
            ClientAnswer answer = await session.DoUsualAsync(ClientOperation.Read, cancellationToken).ConfigureAwait(false);
            return First(When(session.Calls.Count > 2, FaultReasons.TooOften), Refused(answer, "unauthenticated"));
        }));
    }

    private static async Task<CaseVerdict> RedirectedAsync(ClientSession session, ClientOperation operation, int status, bool isElsewhere, CancellationToken cancellationToken)
    {
        SceneRecord other = await session.Scene.VehicleAsync().ConfigureAwait(false);
        Uri to = new(isElsewhere ? session.Scene.Elsewhere : session.Scene.BaseAddress, other.Path[1..]);
        session.Scene.Play = call => call.Request.Path == other.Path ? call.NextAsync() : call.RedirectAsync(status, to);
        ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
        return First(
            When(session.Scene.Strays.Count > 0, FaultReasons.SentElsewhere),
            When(session.Calls.Any(call => call.Path == other.Path), FaultReasons.Followed),
            NotDone(answer));
    }

    private static IEnumerable<(string Requirement, ClientCase Case)> Repeated()
    {
        yield return ("PSDK-CLI-0701", new("seconds", "429 and a number of seconds", ClientOperation.Read, (session, cancellationToken) => WaitedAsync(session, ClientOperation.Read, PartnerHost.PartnerFault.RateLimited, isDate: false, cancellationToken)));
        yield return ("PSDK-CLI-0701", new("date", "503 and a date", ClientOperation.Read, (session, cancellationToken) => WaitedAsync(session, ClientOperation.Read, PartnerHost.PartnerFault.Unavailable, isDate: true, cancellationToken)));
        yield return ("PSDK-CLI-0701", new("write", "429 to a creation", ClientOperation.Create, (session, cancellationToken) => WaitedAsync(session, ClientOperation.Create, PartnerHost.PartnerFault.RateLimited, isDate: false, cancellationToken)));
        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Read, ClientOperation.Search])
        {
            yield return ("PSDK-CLI-0702", new(ClientMessages.Name(operation), "503 again and again", operation, async (session, cancellationToken) =>
            {
                session.Scene.Play = call => call.FaultAsync(PartnerHost.PartnerFault.Unavailable);
                ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
                return First(When(session.Calls.Count > MostAttempts, FaultReasons.TooOften), NotDone(answer));
            }));
            yield return ("PSDK-CLI-0703", new(ClientMessages.Name(operation), "503 once", operation, async (session, cancellationToken) =>
            {
                session.Scene.Play = call => call.Number == 1 ? call.FaultAsync(PartnerHost.PartnerFault.Unavailable) : call.NextAsync();
                return Is(await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false), ClientOutcome.Done);
            }));
        }

        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Read, ClientOperation.Create])
        {
            yield return ("PSDK-CLI-0706", new(ClientMessages.Name(operation), "every answer is lost", operation, async (session, cancellationToken) =>
            {
                session.Scene.Play = call => call.FaultAsync(PartnerHost.PartnerFault.LostAnswer);
                ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
                return First(When(session.Calls.Count > MostAttempts, FaultReasons.TooOften), Is(answer, ClientOutcome.Failed, ClientOutcome.Unknown));
            }));
        }

        yield return ("PSDK-CLI-0707", new("silence", "there is no answer", ClientOperation.Read, async (session, cancellationToken) =>
        {
            session.Scene.Play = call => Task.Delay(Timeout.InfiniteTimeSpan, call.Http.RequestAborted);
            return Is(await session.DoAsync(await session.UsualAsync(ClientOperation.Read).ConfigureAwait(false) with { Time = TimeSpan.FromSeconds(3) }, cancellationToken).ConfigureAwait(false), ClientOutcome.Failed);
        }));
    }

    private static async Task<CaseVerdict> WaitedAsync(ClientSession session, ClientOperation operation, PartnerHost.PartnerFault fault, bool isDate, CancellationToken cancellationToken)
    {
        TimeSpan wait = Asked;
        session.Scene.Play = call =>
        {
            if (call.Number > 1) return call.NextAsync();
            if (!isDate) return call.FaultAsync(fault, "2");
            // A date has whole seconds.
            DateTimeOffset now = call.Scene.Now;
            DateTimeOffset until = DateTimeOffset.FromUnixTimeSeconds((now + Asked).ToUnixTimeSeconds() + 1);
            wait = until - now;
            return call.FaultAsync(fault, SceneCall.Date(until));
        };
        ClientAnswer answer = await session.DoUsualAsync(operation, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SeenRequest> calls = session.Calls;
        if (calls.Count < 2) return Is(answer, ClientOutcome.Refused, ClientOutcome.Failed);
        return First(When(session.Scene.Between(calls[0], calls[1]) < wait - Tolerance, FaultReasons.TooSoon), Is(answer, ClientOutcome.Done, ClientOutcome.Refused));
    }
}
