using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Testing;

namespace Policing.Client.Tests.DocCode;

/// <summary>The examples of docs/client.md, run against a scripted partner.</summary>
public sealed class ClientGuide : IAsyncDisposable
{
    private readonly ScriptedPartner _partner = new();
    private readonly ServiceProvider _services;
    private readonly CancellationToken cancellationToken = TestContext.Current.CancellationToken;

    public ClientGuide()
    {
        ClientKey key = Keys.First;
        ScriptedPartner scripted = _partner;
        ServiceCollection services = new();

        #region ClientAdd
        services.AddPolicingClient(options =>
        {
            options.BaseAddress = new Uri("https://partner.example/");
            options.Tokens.Endpoint = new Uri("https://partner.example/identity/token");
            options.Tokens.Issuer = "https://identity.partner.example/";
            options.Tokens.ClientId = "our-client";
            options.Tokens.Key = () => key;          // PS256 or ES256: ClientKey.Of(rsa, "key-2026-03")
            options.AllowBearerTokens = true;        // or options.ClientCertificate, which production asks for
        })
        .UseScriptedPartner(scripted);               // of Policing.Testing: leave it out, and the partner is called
        #endregion

        _services = services.BuildServiceProvider();
    }

    private PartnerSession Session => _services.GetRequiredService<PolicingClient>().For(Bench.Context());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _partner.Dispose();
    }

    [Fact]
    public async Task Task_1_a_session_has_a_purpose()
    {
        PolicingClient client = _services.GetRequiredService<PolicingClient>();
        _partner.Hold(Bench.PersonOf(1));
        RecordId id = Bench.IdOf(1);

        #region ClientSession
        PartnerSession partner = client.For(new AccessContext
        {
            Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.AvonAndSomerset), System = "our-rms", Person = "0417" },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "5226000417",
            Justification = "Identify the witness of the burglary",
        });

        RecordAnswer<Person> answer = await partner.Records.GetAsync<Person>(id, cancellationToken);
        Console.WriteLine($"{answer.Record}, version {answer.Tag}, {(answer.IsPartial ? "minimised" : "whole")}");
        #endregion

        Assert.False(answer.IsPartial);
    }

    [Fact]
    public async Task Task_2_find_a_person()
    {
        _partner.Hold(Bench.PersonOf(1), Bench.PersonOf(2));
        PartnerSession partner = Session;
        int found = 0;

        #region ClientFind
        PersonSearch query = new()
        {
            Surname = "Example",
            NameMatching = NameMatching.Phonetic,
            BirthDate = PartialDateTime.Parse("1987"),
            BirthYears = 1,
        };

        await foreach (SearchMatch match in partner.Search.FindAsync(query, cancellationToken))
            if (match is { Record: Person person, Grade: MatchGrade.Exact or MatchGrade.Strong })
                found += person.Names.IsEmpty ? 0 : 1;
        #endregion

        Assert.Equal(2, found);
    }

    [Fact]
    public async Task Task_3_a_record_that_may_not_be_there()
    {
        PartnerSession partner = Session;
        RecordId id = Bench.IdOf(9);

        #region ClientTry
        PartnerResult<RecordAnswer<Person>> result = await partner.Records.TryGetAsync<Person>(id, cancellationToken);

        string line = result.Failure switch
        {
            PartnerFailure.None => $"{result.Answer!.Record}",
            PartnerFailure.NotAvailable => $"not to be had; their audit entry is {result.Problem!.AuditEntry}",
            _ => $"{result.Problem}",               // no personal data: it may be logged
        };
        #endregion

        Assert.StartsWith("not to be had", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_4_create_a_record()
    {
        PartnerSession partner = Session;
        Person person = Bench.PersonOf(1);

        #region ClientCreate
        WriteAnswer written = await partner.Records.CreateAsync(person, cancellationToken);

        // The same again does no harm, also after a crash: it is there already.
        WriteAnswer again = await partner.Records.CreateAsync(person, cancellationToken);
        #endregion

        Assert.Equal((WriteChange.Created, WriteChange.Unchanged), (written.Change, again.Change));
    }

    [Fact]
    public async Task Task_5_update_with_conflict()
    {
        PartnerSession partner = Session;
        _partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.None, PartnerFault.Stale);
        RecordId id = Bench.IdOf(1);

        #region ClientUpdate
        while (true)
        {
            RecordAnswer<Person> read = await partner.Records.GetAsync<Person>(id, cancellationToken);
            if (read.IsPartial) break;              // who does not see all of it cannot write it

            Person changed = read.Record with { Sex = Sex.Of("1") };
            PartnerResult<WriteAnswer> result = await partner.Records.TryReplaceAsync(changed, read.Tag, cancellationToken);
            if (result.Failure == PartnerFailure.Stale) continue;   // somebody was faster: read, change, try again
            result.OrThrow();
            break;
        }
        #endregion

        Assert.Equal(1, _partner.EffectsOn(id));
    }

    [Fact]
    public async Task Task_6_retract_a_record()
    {
        PartnerSession partner = Session;
        RecordId id = Bench.IdOf(1);
        _partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.LostAnswer);

        #region ClientStatus
        IdempotencyKey key = IdempotencyKey.New();   // keep it with the request: after a crash the same key does it no second time

        WriteAnswer retracted = await partner.Records.ChangeStatusAsync<Person>(
            id, StatusChange.Retract("entered twice"), RecordTag.Any, key, cancellationToken);
        #endregion

        Assert.Equal(WriteChange.Retracted, retracted.Change);
        Assert.Equal(1, _partner.EffectsOn(id));
    }

    [Fact]
    public async Task Task_7_submit_a_bundle()
    {
        PartnerSession partner = Session;
        Bundle bundle = Sessions.ExchangeTests.BundleOf(900, Bench.PersonOf(1));

        #region ClientBundle
        Receipt receipt = await partner.Bundles.SubmitAsync(bundle, cancellationToken);

        // Later: what became of it.
        receipt = await partner.Bundles.GetReceiptAsync(bundle.Id, cancellationToken);
        if (receipt.State == ReceiptStatus.Rejected)
            foreach (ReceiptFinding finding in receipt.Findings)
                Console.WriteLine($"{finding.Rule} at {finding.Pointer}");
        #endregion

        Assert.Equal(ReceiptStatus.Received, receipt.State);
    }

    [Fact]
    public async Task Task_8_follow_changes()
    {
        PartnerSession partner = Session;
        await partner.Records.CreateAsync(Bench.PersonOf(1), cancellationToken);
        string? kept = null;
        List<RecordId> removed = [];

        #region ClientChanges
        // FollowAsync is the same, live and without end: it opens the stream again where it ended.
        await foreach (RecordChange change in partner.Changes.ReadAsync(kept, cancellationToken: cancellationToken))
        {
            if (change.Kind is RecordChangeKind.Disposed or RecordChangeKind.Unavailable)
                removed.Add(change.Record);
            else
                await partner.Records.TryGetAsync<Person>(change.Record, cancellationToken);

            kept = change.Cursor;                    // kept when it has been dealt with, not before
        }
        #endregion

        Assert.Equal("c1", kept);
        Assert.Empty(removed);
    }

    [Fact]
    public async Task Task_9_know_what_the_partner_can_do()
    {
        PolicingClient client = _services.GetRequiredService<PolicingClient>();

        #region ClientCapabilities
        PartnerCapabilities capabilities = await client.GetCapabilitiesAsync(cancellationToken);
        if (!capabilities.IsTest)
            Console.WriteLine("This is about people.");
        bool canWrite = capabilities.Can("vehicle", "write");

        ReferenceListAnswer sexes = await client.ReferenceData.GetAsync("sex", cancellationToken: cancellationToken);
        ReferenceListAnswer later = await client.ReferenceData.GetAsync("sex", sexes.Tag, cancellationToken);
        #endregion

        Assert.False(canWrite);
        Assert.True(later.IsUnchanged);
    }

    [Fact]
    public async Task Task_10_test_what_your_program_does_when_things_go_wrong()
    {
        #region ClientScript
        ScriptedPartner partner = new();
        partner.Hold(Bench.PersonOf(1));
        partner.Then(PartnerFault.Stale, PartnerFault.Redirect, PartnerFault.OtherRecord);

        using PolicingClient client = PolicingClient.Create(Bench.Options(), partner);
        RecordCalls records = client.For(Bench.Context()).Records;
        foreach (PartnerFailure expected in new[] { PartnerFailure.Stale, PartnerFailure.Untrusted, PartnerFailure.Untrusted })
            Assert.Equal(expected, (await records.TryGetAsync<Person>(Bench.IdOf(1), cancellationToken)).Failure);
        Assert.Equal(3, partner.Requests.Count);
        #endregion
    }

    [Fact]
    public async Task The_partners_audit_log_only_grows()
    {
        string folder = Directory.CreateTempSubdirectory("policing-client-guide.").FullName;
        try
        {
            CheckpointPin pin = new(Path.Combine(folder, "pin"));
            using (PolicingClient before = PolicingClient.Create(WithToken(), await Sessions.LogPartner.OfAsync(Path.Combine(folder, "monday"), 300)))
                pin.Begin(await before.Audit.GetCheckpointAsync(cancellationToken));
            using PolicingClient client = PolicingClient.Create(WithToken(), await Sessions.LogPartner.OfAsync(Path.Combine(folder, "tuesday"), 400));

            #region ClientAudit
            SignedNote checkpoint = await client.Audit.GetCheckpointAsync(cancellationToken);

            // First verify its signatures, with the key that the partner gave you: docs/audit-keys.md.
            PinCheck check = await pin.AdvanceAsync(checkpoint, client.Audit.GetConsistencyProofAsync, cancellationToken);
            if (!check.IsHeld)
                Console.WriteLine($"Their log is not what it was: {check.Outcome}.");
            #endregion

            Assert.True(check.IsHeld);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PolicingClientOptions WithToken() => new() { BaseAddress = ScriptedPartner.Address, AllowBearerTokens = true, AccessToken = static (_, _) => new("token") };
}
