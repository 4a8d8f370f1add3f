using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

public sealed class RecordLineTests
{
    private static readonly Bundle Header = new()
    {
        Id = RecordId.Derive("test", "header"),
        Kind = BundleKind.Collection,
        OperationalStatus = OperationalStatus.Test,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Location Place(string key) => new()
    {
        Id = RecordId.Derive("test", key),
        Controllers = [PoliceAgencies.Of(PoliceAgency.Kent)],
        Description = key,
    };

    private static Link Between(RecordId from, RecordId to) => new()
    {
        Id = RecordId.Derive("test", from.Text + to.Text),
        From = new LinkEnd { Id = from },
        To = new LinkEnd { Id = to },
        Role = LinkRole.OccurredAt,
    };

    private static async Task<byte[]> Lines(params PoliceRecord[] records)
    {
        using MemoryStream output = new();
        await using RecordLineWriter writer = new(output, Header);
        await writer.WriteAsync(records, Token);
        await writer.FlushAsync(Token);
        return output.ToArray();
    }

    private static async Task<List<RecordLine>> Read(byte[] ndjson, JsonLimits? limits = null, int chunk = int.MaxValue)
    {
        List<RecordLine> lines = [];
        RecordLineReader reader = new(new ChunkedStream(ndjson, chunk), new ReadOptions { Limits = limits ?? JsonLimits.Default });
        await foreach (RecordLine line in reader.ReadAsync(Token)) lines.Add(line);
        return lines;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task WhatIsWrittenIsRead(int chunk)
    {
        PoliceRecord[] records = [Place("a"), Place("b")];
        List<RecordLine> lines = await Read(await Lines(records), chunk: chunk);
        Assert.Equal([Header, .. records], lines.Select(l => l.Record));
        Assert.Equal([1L, 2, 3], lines.Select(l => l.Number));
    }

    [Fact]
    public async Task ABadLineIsReportedAndTheRestGoesOn()
    {
        byte[] text = Encoding.UTF8.GetBytes(
            "\uFEFF" + Encoding.UTF8.GetString(await Lines(Place("a"))) + "{\"type\":nil,\"x\":\"CANARY\"}\r\n\r\n \t\n" + Encoding.UTF8.GetString(PoliceJson.Write(Place("b"))));
        List<RecordLine> lines = await Read(text);
        Assert.Equal([1L, 2, 3, 6], lines.Select(l => l.Number));
        Assert.Null(lines[2].Record);
        Finding finding = Assert.Single(lines[2].Result.Report.Findings);
        Assert.Equal((FindingRules.NotJson, 3L, 9L), (finding.Rule, finding.Line, finding.Column));
        Assert.Equal("{\"type\":nil,\"x\":\"CANARY\"}", Encoding.UTF8.GetString(lines[2].Result.Unread.Span));
        Assert.Equal(Place("b"), lines[3].Record);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5_000)]
    [InlineData(int.MaxValue)]
    [Trait("limit", nameof(JsonLimits.DocumentBytes))]
    public async Task ALineOverTheLimitIsReportedOnceAndDropped(int chunk)
    {
        JsonLimits limits = new() { DocumentBytes = 1_000 };
        string text = Encoding.UTF8.GetString(await Lines(Place("a"))) + new string('x', 300_000) + "\n" + Encoding.UTF8.GetString(PoliceJson.Write(Place("b"))) + "\n";
        List<RecordLine> lines = await Read(Encoding.UTF8.GetBytes(text), limits, chunk);
        Assert.Equal([1L, 2, 3, 4], lines.Select(l => l.Number));
        Assert.Equal(FindingRules.OverLimit, Assert.Single(lines[2].Result.Report.Findings).Rule);
        Assert.Equal(1_000, lines[2].Result.Unread.Length);
        Assert.Equal(Place("b"), lines[3].Record);
    }

    [Fact]
    public async Task TheSetIsCheckedAsItGoesBy()
    {
        Location a = Place("a"), marked = Place("b") with { Marking = new Marking { Tier = SecurityTier.Official, Sensitive = true } };
        Crime later = new() { Id = RecordId.Derive("test", "crime"), Controllers = a.Controllers };
        byte[] text = await Lines(a, Between(later.Id, a.Id), marked, a, Between(later.Id, RecordId.Derive("test", "nowhere")), later);
        RecordSetCheck set = new();
        List<(string, long, string)> found = [];
        await foreach (RecordLine line in new PolicingValidator().ReadLinesAsync(new MemoryStream(text), set, Token))
            found.AddRange(line.Result.Report.Findings.Select(f => (f.Id, f.Line, f.Pointer)));
        found.AddRange(set.Complete().Findings.Select(f => (f.Id, f.Line, f.Pointer)));
        Assert.Equal([("PSDK-RUL-0015", 4L, "/marking"), ("PSDK-RUL-0014", 5L, "/id"), ("PSDK-RUL-0013", 6L, "/to")], found);
    }

    /// <summary>A link whose ends state no type is judged by the records of the set, whether they come before it or after.</summary>
    [Fact]
    public async Task ARoleIsJudgedByWhatTheSetHolds()
    {
        Location a = Place("a");
        Crime crime = new() { Id = RecordId.Derive("test", "crime"), Controllers = a.Controllers };
        Link right = Between(crime.Id, a.Id), wrong = Between(a.Id, crime.Id);
        byte[] text = await Lines(a, wrong, right, crime, wrong with { Id = RecordId.New() });
        RecordSetCheck set = new();
        List<(string, long, string)> found = [];
        await foreach (RecordLine line in new PolicingValidator().ReadLinesAsync(new MemoryStream(text), set, Token))
            found.AddRange(line.Result.Report.Findings.Select(f => (f.Id, f.Line, f.Pointer)));
        Assert.Equal([("PSDK-RUL-0011", 6L, "/role")], found);
        Assert.Equal([("PSDK-RUL-0011", 3L, "/role")], set.Complete().Findings.Select(f => (f.Id, f.Line, f.Pointer)));
    }

    [Fact]
    public void AHeaderHoldsNoRecords() =>
        Assert.Throws<ArgumentException>(() => new RecordLineWriter(Stream.Null, Header with { Records = [Place("a")] }));

    [Fact]
    public async Task CancellationTakesNothingOfARow()
    {
        using MemoryStream output = new();
        await using RecordLineWriter writer = new(output, Header);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.WriteAsync(new PoliceRecord[] { Place("a"), Place("b") }, new CancellationToken(true)));
        Assert.Equal(0, writer.Count);
    }

    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, chunk)], cancellationToken);
    }
}
