using System.Text;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Servers;

/// <summary>Each operation once as it is answered and once as it is refused. What is answered without a purpose is no use of data, and needs no entry.</summary>
internal static class EntrySteps
{
    public static IReadOnlyList<EntryStep> All { get; } =
    [
        Sent("getRecord"),
        new("putRecord", IsRefusal: false, (session, _) =>
        {
            Guid id = session.Noted();
            return Task.FromResult(ServerCalls.Put(id, session.Records.Vehicle(id)).With("If-None-Match", "*"));
        }),
        new("changeStatus", IsRefusal: false, async (session, cancellationToken) =>
        {
            (Guid id, _) = await session.NewRecordAsync(cancellationToken).ConfigureAwait(false);
            return ServerCalls.Status(id, """{"action":"retract","reason":"Conformance run"}""");
        }),
        Sent("getHistory"), Sent("getLinks"), Sent("search"),
        new("submitBundle", IsRefusal: false, (session, _) => Task.FromResult(ServerCalls.Submit(session.Records.Bundle(Guid.CreateVersion7(), session.Records.Vehicle(session.Noted()))))),
        new("getReceipt", IsRefusal: false, async (session, cancellationToken) =>
        {
            (Guid id, _, ServerAnswer answer) = await session.BundleAsync(cancellationToken).ConfigureAwait(false);
            return answer.Status == 202 ? ServerCalls.Receipt(id) : throw new CaseSetupException();
        }),
        Sent("getChanges"),
        Spoiled("getRecord", Elsewhere), Spoiled("putRecord", static call => call with { Headers = [] }), Spoiled("changeStatus", Elsewhere), Spoiled("getHistory", Elsewhere), Spoiled("getLinks", Elsewhere),
        Spoiled("search", static call => call with { Body = ServerRecords.Search(json => json.WriteString("make", "examplar")) }),
        Spoiled("submitBundle", static call => call with { Body = Encoding.UTF8.GetBytes("[]") }), Spoiled("getReceipt", static call => call),
        Spoiled("getChanges", static call => call with { Path = "changes?limit=0" }), Spoiled("getReferenceList", static call => call with { Path = "reference-data/no-such-list" }),
        .. ((string[])["getCapabilities", "getReferenceLists", "getCheckpoint", "getTile"]).Select(static operation => Spoiled(operation, static call => call.With("Accept", "application/x-nothing"))),
    ];

    /// <summary>A case for each.</summary>
    public static IEnumerable<(string Key, ServerCase Case)> Cases() => All.Select(static step => (step.Key, new ServerCase("1", About(step), (session, cancellationToken) => session.Entries.JudgeAsync(step, cancellationToken))
    {
        Interaction = ServerProblems.InteractionOf(step.Operation),
        Unclaimed = ServerCase.NoAuditSurface,
    }));

    private static string About(EntryStep step) => step.IsRefusal ? "calls that are refused" : "calls that are answered";

    private static EntryStep Sent(string operation) => new(operation, IsRefusal: false, (session, cancellationToken) => ServerProblems.SampleAsync(session, operation, cancellationToken));

    private static EntryStep Spoiled(string operation, Func<ServerCall, ServerCall> spoil) =>
        new(operation, IsRefusal: true, async (session, cancellationToken) => spoil(await ServerProblems.SampleAsync(session, operation, cancellationToken).ConfigureAwait(false)));

    private static ServerCall Elsewhere(ServerCall call) => call with { Path = call.Path.Replace(call.Path.Split('/')[2], Guid.CreateVersion7().ToString("D"), StringComparison.Ordinal) };
}
