using System.Net;
using System.Text.Json;
using Policing.Benchmarks.Quick;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.Benchmarks.ApiAnswers;

/// <summary>
/// An answer of all crime of 5 MB: read and mapped to records, against System.Text.Json reading it into a plain class, which maps nothing. And 36
/// such months one after the other: what lives after the last against what lives after the third.
/// </summary>
internal static class ApiAnswerFigures
{
    private const int Megabytes = 5;
    private const int Months = 36;

    private static byte[] s_answer = [];

    public static void Prepare() => s_answer = SyntheticAnswer.Make(Megabytes * 1_000_000);

    public static void Measure(FigureSheet sheet)
    {
        if (Prepared() is { } fault)
        {
            sheet.Fail("police-uk", fault);
            return;
        }

        double[] seconds = Contest.Seconds(TimeSpan.FromSeconds(12), ReadAndMap, ReadPlain, ReadOnly);
        sheet.AddRatio(
            "police-uk.read-map.time", seconds[0], seconds[1], 2.0,
            $"{seconds[0] * 1000:0.0} ms, plain {seconds[1] * 1000:0.0} ms, {s_answer.Length / 1e6:0.0} MB");
        sheet.Say($"police-uk.read.time: {seconds[2] / seconds[1]:0.00} without the mapping ({seconds[2] * 1000:0.0} ms)");
        sheet.Say($"police-uk bytes: read {Contest.Bytes(ReadOnly, 5) / Contest.Bytes(ReadPlain, 5):0.00} of the plain class, read and map {Contest.Bytes(ReadAndMap, 5) / Contest.Bytes(ReadPlain, 5):0.00}");
        MeasureMonths(sheet);
    }

    /// <summary>Both read the same: otherwise nothing is measured.</summary>
    private static string? Prepared()
    {
        List<PlainCrime> plain = Plain();
        ValueList<StreetCrime> ours = Ours();
        bool same = plain.Count == ours.Count && plain.Zip(ours).All(pair =>
            pair.First.PersistentId == pair.Second.PersistentId && pair.First.Id == pair.Second.Id && pair.First.Category == pair.Second.Category
            && pair.First.Location!.Street!.Name == pair.Second.Location!.Street!.Name && pair.First.OutcomeStatus?.Category == pair.Second.OutcomeStatus?.Category);
        MappedRecords mapped = new ApiMapping().Map(ours, PoliceAgency.Cleveland);
        return same && mapped.Mapped == ours.Count ? null : "the two readers do not agree, or something was not mapped";
    }

    private static List<PlainCrime> Plain() => JsonSerializer.Deserialize(s_answer, PlainCrimeContext.Default.ListPlainCrime)!;

    private static ValueList<StreetCrime> Ours() => Answers.Read(Answers.Many(EventParts.StreetCrime), s_answer, new TextPool(), out _);

    private static void ReadPlain() => Plain();

    private static void ReadOnly() => Ours();

    private static void ReadAndMap() => new ApiMapping().Map(Ours(), PoliceAgency.Cleveland);

    private static void MeasureMonths(FigureSheet sheet)
    {
        long[] live = LiveAsync().GetAwaiter().GetResult();
        sheet.AddRatio(
            "police-uk.months.memory", live[3..].Max(), live[2], 1.1,
            $"most {live[3..].Max() / (double)(1 << 20):0.0} MiB live in months 4 to {Months}, {live[2] / (double)(1 << 20):0.0} MiB in the third");
    }

    /// <summary>Live bytes while each month's answer and records are in hand.</summary>
    private static async Task<long[]> LiveAsync()
    {
        using HttpClient http = new(new SameAnswer());
        PoliceUkClient client = new(http, new PoliceUkLimiter());
        List<long> live = [];
        DataMonth last = new(2024, 12);
        await foreach (MonthAnswer<StreetCrime> month in client.GetCrimesAsync(SearchArea.Around(0.1m, -30.2m), last.AddMonths(1 - Months), last))
        {
            MappedRecords mapped = new ApiMapping().Map(month.Answer.Value);
            live.Add(GC.GetTotalMemory(forceFullCollection: true));
            GC.KeepAlive(mapped);
        }

        return [.. live];
    }

    private sealed class SameAnswer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(s_answer) });
    }
}
