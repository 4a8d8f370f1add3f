using System.Net;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Testing;

namespace Policing.ClientProof;

/// <summary>Every call of the client, as it leaves: method, address, headers and body.</summary>
internal static class Requests
{
    private static readonly SyntheticCases Cases = new();

    /// <summary>What is sent for each call, in each of its forms.</summary>
    public static async Task<IReadOnlyList<SentRequest>> OfAllCallsAsync()
    {
        using Recorder recorder = new();
        using PolicingClient client = PolicingClient.Create(new() { BaseAddress = new("https://partner.example/"), AccessToken = static (_, _) => new("token"), AllowBearerTokens = true }, recorder);
        PartnerSession partner = client.For(Context());
        await TryAsync(client.GetCapabilitiesAsync());
        await TryAsync(client.ReferenceData.GetListsAsync());
        await TryAsync(client.ReferenceData.GetAsync("sex"));
        await TryAsync(client.ReferenceData.GetAsync("sex", RecordTag.Parse("\"sex-1\"")));
        await AuditAsync(client.Audit);
        await RecordsAsync(partner.Records);
        await SearchesAsync(partner.Search);
        await ExchangeAsync(partner);
        return recorder.Sent;
    }

    private static AccessContext Context() => new()
    {
        Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "example-rms", Person = "0417" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
        Justification = "Identify the witness of the burglary",
    };

    private static async Task AuditAsync(AuditCalls audit)
    {
        await TryAsync(audit.GetCheckpointAsync());
        foreach (TilePath tile in new[] { TilePath.OfHashes(0, 0), TilePath.OfHashes(63, 1_234_067, 8), TilePath.OfEntries(1_234_067_000) })
            await TryAsync(audit.GetTileAsync(tile).ContinueWith(static tile => tile.Result.Length, TaskScheduler.Default));
    }

    private static async Task RecordsAsync(RecordCalls records)
    {
        SyntheticRecords synthetic = new();
        Person person = synthetic.Person(1);
        RecordTag tag = RecordTag.Parse("\"2\"");
        PoliceRecord[] written = [person, synthetic.Crime(1), synthetic.Link(person, LinkRole.Victim, synthetic.Crime(1)), .. Cases.Records(60)];
        foreach (PoliceRecord record in written)
        {
            await TryAsync(records.CreateAsync(record));
            await TryAsync(records.ReplaceAsync(record, tag));
        }
        await TryAsync(records.GetAsync<Person>(person.Id));
        await TryAsync(First(records.GetHistoryAsync<Person>(person.Id)));
        foreach (LinkDirection direction in Enum.GetValues<LinkDirection>())
            await TryAsync(First(records.GetLinksAsync<Person>(person.Id, direction, LinkRole.Victim)));
        await TryAsync(First(records.GetLinksAsync<Person>(person.Id)));
        StatusChange[] changes =
        [
            StatusChange.Retract("entered twice"),
            StatusChange.Merge(synthetic.Person(2).Id, "the same person"),
            StatusChange.Restrict(RestrictionGround.BuiltIn[0], "accuracy is contested", [ProcessingPurpose.Investigation], [PoliceAgencies.Of(PoliceAgency.Kent)]),
            StatusChange.Dispose("review board 7", "retention has ended"),
        ];
        foreach (StatusChange change in changes)
        {
            await TryAsync(records.ChangeStatusAsync<Person>(person.Id, change, tag, IdempotencyKey.New()));
            await TryAsync(records.ChangeStatusOnceAsync<Person>(person.Id, change, RecordTag.Any));
        }
    }

    private static async Task SearchesAsync(SearchCalls search)
    {
        SyntheticRecords synthetic = new();
        SearchPlace[] places = [SearchPlace.AtPostcode(Postcode.Parse("SW1A 2AA")), SearchPlace.AtUprn(Uprn.Parse("100023336956")), SearchPlace.Near(51.5033m, -0.1276m, 250)];
        DateTimeOffset from = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);
        SearchQuery[] queries =
        [
            .. Enum.GetValues<NameMatching>().Select(static mode => new PersonSearch { Surname = "O'Brien-Łukasz", Given = "Siân", NameMatching = mode }),
            new PersonSearch { BirthDate = PartialDateTime.Parse("1987"), BirthYears = 2, Sex = Sex.Of("2"), PageSize = 100 },
            new PersonSearch { BirthDate = PartialDateTime.Parse("1987-03-04"), LinkedTo = SearchLink.To(synthetic.Crime(1), "victim", "witness"), Agencies = [PoliceAgencies.Of(PoliceAgency.Kent)] },
            new PersonSearch { Identifiers = [.. synthetic.Person(1).Identifiers] },
            new VehicleSearch { Mark = "ab?? cde", Make = "Ford", Colour = VehicleColour.BuiltIn[0] },
            new TelephoneSearch("+44 7700 900123"),
            new EmailSearch("someone@example.org"),
            new AccountSearch("@someone", "example"),
            .. places.Select(static place => new LocationSearch(place)),
            .. places.Select(place => new EventSearch("crime") { From = from, To = from.AddDays(7), Place = place }),
            new EventSearch("incident") { From = from, To = from.AddHours(1) },
        ];
        foreach (SearchQuery query in queries)
            if (query is not PersonSearch { Surname: null, BirthDate.IsAbsent: true, Identifiers.IsEmpty: true }) await TryAsync(First(search.FindAsync(query)));
    }

    private static async Task ExchangeAsync(PartnerSession partner)
    {
        Bundle bundle = Cases.Bundle(Cases.Case(2));
        await TryAsync(partner.Bundles.SubmitAsync(bundle));
        await TryAsync(partner.Bundles.GetReceiptAsync(bundle.Id));
        await TryAsync(First(partner.Changes.ReadAsync("c.AAAAAAAAAAE.3q2-7w")));
        await TryAsync(First(partner.Changes.ReadAsync(null)));
        await TryAsync(First(partner.Changes.FollowAsync("c.AAAAAAAAAAE.3q2-7w")));
    }

    private static async Task<object?> First<T>(IAsyncEnumerable<T> all)
    {
        await foreach (T one in all) return one;
        return null;
    }

    // The partner refuses everything: what is looked at is what was sent.
    private static async Task TryAsync<T>(Task<T> call)
    {
        try
        {
            await call;
        }
        catch (Exception trouble) when ((trouble as AggregateException)?.InnerException is PartnerException || trouble is PartnerException { Problem.Attempts: 1 })
        {
            return;
        }
        throw new InvalidOperationException("A call was not refused.");
    }

    /// <summary>Writes down what is sent, and refuses it.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public List<SentRequest> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Content is { } content ? request.Headers.Concat(content.Headers) : request.Headers;
            string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Sent.Add(new(request.Method.Method, request.RequestUri!.PathAndQuery, [.. headers.Select(static header => (header.Key, string.Join(", ", header.Value)))], body));
            return new(HttpStatusCode.NotFound);
        }
    }
}
