using Policing.Benchmarks.Quick;
using Policing.Benchmarks.Records;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.Ethics;

namespace Policing.Benchmarks.Exchange;

/// <summary>What the client of the partner API costs over a bare <see cref="HttpClient"/> with our records, on a transport in memory.</summary>
internal static class ClientFigures
{
    private const double MostOfBare = 1.5;
    private const double MostOfSum = 1.25;
    private const double MostGrowth = 1;
    private const int Pages = 100;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);
    private static readonly byte[] Document = TypicalRecords.Person;
    private static readonly Person Record = PoliceJson.Read(Document).As<Person>();
    private static readonly string Address = $"{MemoryPartner.Address}v1/records/person/{Record.Id.Uuid:D}";
    private static readonly PolicingValidator Validator = new();

    public static void Prepare()
    {
        Get(Session(ValidationPolicy.Off));
        if (Validator.Validate(Document) is { IsValid: false } report) throw new InvalidOperationException($"The typical person is not valid: {report.Findings[0]}");
    }

    public static void Measure(FigureSheet sheet)
    {
        using HttpClient http = new(new MemoryPartner(Document)) { Timeout = Timeout.InfiniteTimeSpan };
        BareClient bare = new(http);
        RecordCalls off = Session(ValidationPolicy.Off);
        RecordCalls validated = Session(null);
        sheet.Say($"a person of {Document.Length} bytes; the bare client sends the same headers");
        Compare(sheet, "get", [() => bare.GetAsync(Address).GetAwaiter().GetResult(), () => Get(off), () => Validator.Read(Document), () => Get(validated), () => bare.GetPlainAsync(Address).GetAwaiter().GetResult()]);
        Compare(sheet, "put", [() => bare.PutAsync(Address, Record).GetAwaiter().GetResult(), () => Put(off), () => Validator.Validate(Document), () => Put(validated)]);
        MeasurePages(sheet);
    }

    private static void Compare(FigureSheet sheet, string call, Action[] ways)
    {
        double[] seconds = Contest.Seconds(Time, ways);
        double[] bytes = [.. ways.Select(static way => Contest.Bytes(way))];
        string[] plain = ways.Length > 4 ? [$"; with a plain class and System.Text.Json {seconds[4] * 1e6:0.00} µs and {bytes[4]:0} B"] : [""];
        sheet.Say($"{call}: bare {seconds[0] * 1e6:0.00} µs and {bytes[0]:0} B, ours {seconds[1] * 1e6:0.00} and {bytes[1]:0}, the validator alone {seconds[2] * 1e6:0.00} and {bytes[2]:0}, ours validating {seconds[3] * 1e6:0.00} and {bytes[3]:0}{plain[0]}");
        sheet.AddRatio($"client.{call}.time", seconds[1], seconds[0], MostOfBare, "validation off, against a bare HttpClient with our records");
        sheet.AddRatio($"client.{call}.bytes", bytes[1], bytes[0], MostOfBare, "the same, bytes allocated");
        sheet.AddRatio($"client.{call}.validated.time", seconds[3], seconds[0] + seconds[2], MostOfSum, "the default validation, against the bare one and the validator alone");
        sheet.AddRatio($"client.{call}.validated.bytes", bytes[3], bytes[0] + bytes[2], MostOfSum, "the same, bytes allocated");
    }

    // After a tenth of the pages and at their end, with what is garbage collected: what has grown is kept by somebody.
    private static void MeasurePages(FigureSheet sheet)
    {
        using PolicingClient client = Client(ValidationPolicy.Off, new MemoryPartner(Document, MemoryPartner.PagesOf(Document, Pages)));
        (int records, long early, long late) = PagesAsync(client).GetAwaiter().GetResult();
        sheet.Add(new("client.pages.growth", (late - early) / 1e6, MostGrowth, " MB", $"live memory from the 10th to the last of {Pages} pages, {records} records in all"));
        if (records != Pages * 100) sheet.Fail("client.pages.records", $"{records} records came");
    }

    private static async Task<(int Records, long Early, long Late)> PagesAsync(PolicingClient client)
    {
        int records = 0;
        long early = 0;
        await foreach (SearchMatch match in client.For(Context).Search.FindAsync(new PersonSearch { Surname = "Example", PageSize = 100 }).ConfigureAwait(false))
        {
            records += match.Record is null ? 0 : 1;
            if (records == 1000) early = GC.GetTotalMemory(forceFullCollection: true);
        }
        return (records, early, GC.GetTotalMemory(forceFullCollection: true));
    }

    private static void Get(RecordCalls calls) => calls.GetAsync<Person>(Record.Id).GetAwaiter().GetResult();

    private static void Put(RecordCalls calls) => calls.ReplaceAsync(Record, Tag).GetAwaiter().GetResult();

    private static RecordTag Tag { get; } = RecordTag.Parse("\"1\"");

    private static RecordCalls Session(ValidationPolicy? policy) => Client(policy, new MemoryPartner(Document)).For(Context).Records;

    private static AccessContext Context { get; } = new()
    {
        Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.AvonAndSomerset), System = "example-rms" },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "5226000417",
    };

    private static PolicingClient Client(ValidationPolicy? policy, HttpMessageHandler transport)
    {
        PolicingClientOptions options = new()
        {
            BaseAddress = new Uri(MemoryPartner.Address),
            AllowBearerTokens = true,
            Tokens = { Endpoint = new Uri(MemoryPartner.Address + "identity/token"), ClientId = "client-1" },
            ClientCertificate = static () => null,
        };
        if (policy is { } given) options.Outgoing = options.Incoming = given;
        return PolicingClient.Create(options, transport);
    }
}
