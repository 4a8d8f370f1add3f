using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Testing;

namespace Policing.Client.Tests.Sessions;

public class ExchangeTests
{
    [Fact]
    public async Task A_search_gives_all_matches_page_by_page_and_its_words_in_the_body_alone()
    {
        using Bench bench = new();
        for (int i = 0; i < 130; i++) bench.Partner.Hold(Bench.PersonOf(i));
        bench.Partner.Hold(Bench.PersonOf(500, "Other"));
        PersonSearch query = new() { Surname = "Example", PageSize = 50 };
        HashSet<RecordId> found = [];
        await foreach (SearchMatch match in bench.Session.Search.FindAsync(query, Bench.Ending))
        {
            Assert.Equal(MatchGrade.Exact, match.Grade);
            Assert.True(found.Add(match.Record!.Id));
        }
        Assert.Equal(130, found.Count);
        Assert.Equal(3, bench.Partner.Requests.Count);
        Assert.Equal(1, (await bench.Session.Search.GetPageAsync(query with { Surname = "Other" }, cancellationToken: Bench.Ending)).Count);
        Assert.Equal(PartnerFailure.TooBroad, (await bench.Session.Search.TryGetPageAsync(new PersonSearch { Sex = Sex.Of("1") }, cancellationToken: Bench.Ending)).Failure);
    }

    [Fact]
    public void Queries_are_written_as_the_contract_has_them()
    {
        SearchQuery[] queries =
        [
            new PersonSearch { Surname = "Example", Given = "Sian", NameMatching = NameMatching.Phonetic, BirthDate = PartialDateTime.Parse("1987-06"), BirthYears = 2, Sex = Sex.Of("2"), Identifiers = [new() { Kind = PersonIdentifierType.Of("pnc-id"), Value = "X" }] },
            new VehicleSearch { Mark = "ab5? x?z", Make = "Example", Colour = VehicleColour.Of("blue") },
            new TelephoneSearch("+44 7700 900123"),
            new EmailSearch("someone@mail.example"),
            new AccountSearch("someone", "example-net"),
            new LocationSearch(SearchPlace.Near(51.4m, -2.6m, 500)),
            new EventSearch("crime") { From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch.AddDays(1), Place = SearchPlace.AtPostcode(Postcode.Parse("BS1 4DJ")), Offence = "TH68010" },
        ];
        string[] written = [.. queries.Select(query => System.Text.Encoding.UTF8.GetString(RequestJson.Write(query, static (json, of) => of.WriteMatch(json))))];
        Assert.Equal(
            [
                """{"name":{"surname":"Example","given":"Sian","mode":"phonetic"},"birthDate":{"date":"1987-06","years":2},"sex":"2","identifiers":[{"kind":"pnc-id","value":"X"}]}""",
                """{"vrm":"AB5?X?Z","make":"Example","colour":"blue"}""",
                """{"number":"+447700900123"}""",
                """{"address":"someone@mail.example"}""",
                """{"account":"someone","platform":"example-net"}""",
                """{"near":{"latitude":51.4,"longitude":-2.6,"metres":500}}""",
                """{"from":"1970-01-01T00:00:00+00:00","to":"1970-01-02T00:00:00+00:00","location":{"postcode":"BS1 4DJ"},"offence":"TH68010"}""",
            ],
            written);
    }

    [Fact]
    public async Task A_bundle_is_taken_in_once_and_has_a_receipt()
    {
        using Bench bench = new();
        Bundle bundle = BundleOf(900, Bench.PersonOf(1));
        Receipt receipt = await bench.Session.Bundles.SubmitAsync(bundle, Bench.Ending);
        Assert.Equal(bundle.Id, receipt.Bundle);
        await bench.Session.Bundles.SubmitAsync(bundle, Bench.Ending);
        Assert.Equal(1, bench.Partner.EffectsOn(bundle.Id));
        Assert.Equal(PartnerFailure.Conflict, (await bench.Session.Bundles.TrySubmitAsync(BundleOf(900, Bench.PersonOf(2)), Bench.Ending)).Failure);
        Assert.Equal(ReceiptStatus.Received, (await bench.Session.Bundles.GetReceiptAsync(bundle.Id, Bench.Ending)).State);
        Assert.Equal(PartnerFailure.NotAvailable, (await bench.Session.Bundles.TryGetReceiptAsync(Bench.IdOf(901), Bench.Ending)).Failure);
    }

    [Fact]
    public async Task Changes_are_read_and_followed_from_where_one_stopped()
    {
        using Bench bench = new();
        PartnerSession session = bench.Session;
        RecordTag tag = (await session.Records.CreateAsync(Bench.PersonOf(1), Bench.Ending)).Tag;
        List<RecordChange> read = [];
        await foreach (RecordChange change in session.Changes.ReadAsync(cancellationToken: Bench.Ending)) read.Add(change);
        Assert.Equal(RecordChangeKind.Created, Assert.Single(read).Kind);
        await session.Records.ReplaceAsync(Bench.PersonOf(1, "Other"), tag, Bench.Ending);
        using CancellationTokenSource enough = new();
        List<RecordChangeKind> followed = [];
        Task following = Task.Run(
            async () =>
            {
                await foreach (RecordChange change in session.Changes.FollowAsync(read[0].Cursor, cancellationToken: enough.Token))
                {
                    followed.Add(change.Kind);
                    if (followed.Count == 1) bench.Partner.CloseStreams();
                    if (followed.Count == 1) await session.Records.ChangeStatusOnceAsync<Person>(Bench.IdOf(1), StatusChange.Retract("entered twice"), RecordTag.Any, Bench.Ending);
                    if (followed.Count == 2) await enough.CancelAsync();
                }
            },
            Bench.Ending);
        await bench.Clock.PassUntilAsync(following, Bench.Ending);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Equal([RecordChangeKind.Replaced, RecordChangeKind.Retracted], followed);
    }

    [Fact]
    public async Task Capabilities_and_code_lists_need_no_purpose()
    {
        using Bench bench = new();
        PartnerCapabilities capabilities = await bench.Client.GetCapabilitiesAsync(Bench.Ending);
        Assert.True(capabilities.IsTest);
        Assert.True(capabilities.Can("person", "write"));
        Assert.False(capabilities.Can("vehicle", "write"));
        Assert.Equal(1000, capabilities.Limits["bundleRecords"]);
        Assert.Equal("sex", Assert.Single(await bench.Client.ReferenceData.GetListsAsync(Bench.Ending)).Name);
        ReferenceListAnswer list = await bench.Client.ReferenceData.GetAsync("sex", cancellationToken: Bench.Ending);
        Assert.False(list.Utf8.IsEmpty);
        Assert.True((await bench.Client.ReferenceData.GetAsync("sex", list.Tag, Bench.Ending)).IsUnchanged);
        Assert.All(bench.Partner.Requests, static seen => Assert.Null(seen.Access));
    }

    internal static Bundle BundleOf(int number, params ReadOnlySpan<PoliceRecord> records) => new()
    {
        Id = Bench.IdOf(number),
        Kind = BundleKind.Submission,
        OperationalStatus = OperationalStatus.Test,
        SentAt = RecordedTime.Parse("2026-03-04T10:15:30Z"),
        Sender = new() { Scheme = AgencyScheme.Police, Id = "avon-and-somerset" },
        Recipients = [new() { Scheme = AgencyScheme.Police, Id = "wiltshire" }],
        Sharing = new() { Agreement = "ISA-2026-04", Purpose = ProcessingPurpose.Investigation },
        Controllers = [new() { Scheme = AgencyScheme.Police, Id = "avon-and-somerset" }],
        Marking = new() { Tier = SecurityTier.Official },
        Collection = new() { Regime = ProcessingRegime.DpaPart3, Purposes = [ProcessingPurpose.Investigation], Basis = LawfulBasis.Part3Task },
        Records = ValueList.Create(records),
    };
}
