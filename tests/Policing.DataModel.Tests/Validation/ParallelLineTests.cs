using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Canary;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>Lines that are validated on several threads: nothing is different but the time.</summary>
public sealed class ParallelLineTests
{
    private static readonly JsonLimits Limits = new() { DocumentBytes = 3_000 };
    private static readonly ValidationOptions Options = new() { Limits = Limits };

    private static readonly byte[][] Lines =
    [
        .. RuleCase.All.Select(c => c.Json).Concat(BadInput.Broken).Concat(BadInput.Unreadable).Where(t => !t.AsSpan().ContainsAny('\r', '\n')).Select(Encoding.UTF8.GetBytes),
        [], "  \t"u8.ToArray(), [0xFF, 0xFE], "{\"type\":\"person\",\"x\":\"\xC3\"}"u8.ToArray(), new byte[3_001], new byte[200_000], "\uFEFF{}"u8.ToArray(),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Several hundred lines of all kinds, most of them with something wrong, ended in either way, the last perhaps not at all.</summary>
    private static byte[] RandomFile(Random random)
    {
        using MemoryStream file = new();
        for (int left = random.Next(1, 700); left > 0; left--)
        {
            file.Write(Lines[random.Next(Lines.Length)]);
            if (left > 1 || random.Next(2) == 0) file.Write(random.Next(4) == 0 ? "\r\n"u8 : "\n"u8);
        }

        return file.ToArray();
    }

    private static async Task<List<RecordLine>> Read(IAsyncEnumerable<RecordLine> lines)
    {
        List<RecordLine> all = [];
        await foreach (RecordLine line in lines) all.Add(line);
        return all;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task RandomDirtyFilesGiveTheSameLinesWhereverTheyAreCut(int degree)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            byte[] file = RandomFile(new Random(seed));
            PolicingValidator validator = new(Options);
            RecordSetCheck set = new(), parallelSet = new();
            List<RecordLine> expected = await Read(validator.ReadLinesAsync(new MemoryStream(file), set, Token));
            List<RecordLine> found = await Read(validator.ReadLinesInParallelAsync(new RaggedStream(file, new Random(seed + degree)), degree, parallelSet, Token));
            Assert.Equal(expected.Select(l => l.Number), found.Select(l => l.Number));
            foreach ((RecordLine one, RecordLine other) in expected.Zip(found)) SameLine(one, other);
            Assert.Equal(set.Complete(), parallelSet.Complete());
        }
    }

    /// <summary>One at a time, it does not matter either how the stream is cut.</summary>
    [Fact]
    public async Task TheSequentialRunDoesNotDependOnTheCutsEither()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            byte[] file = RandomFile(new Random(seed));
            PolicingValidator validator = new(Options);
            List<RecordLine> expected = await Read(validator.ReadLinesAsync(new MemoryStream(file), null, Token));
            List<RecordLine> found = await Read(validator.ReadLinesAsync(new RaggedStream(file, new Random(seed)), null, Token));
            Assert.Equal(expected.Count, found.Count);
            foreach ((RecordLine one, RecordLine other) in expected.Zip(found)) SameLine(one, other);
        }
    }

    private static void SameLine(RecordLine expected, RecordLine found)
    {
        Assert.Equal(expected.Number, found.Number);
        Assert.Equal(expected.Record, found.Record);
        Assert.Equal(expected.Result.Report, found.Result.Report);
        Assert.True(expected.Result.Unread.Span.SequenceEqual(found.Result.Unread.Span));
    }

    /// <summary>Each line alone says the same as in the file: a bad one spoils nothing after it.</summary>
    [Fact]
    public async Task EachLineIsJudgedAsIfItStoodAlone()
    {
        byte[] file = RandomFile(new Random(77));
        string[] texts = Encoding.Latin1.GetString(file).Split('\n');
        PolicingValidator validator = new(Options);
        int failing = 0;
        foreach (RecordLine line in await Read(validator.ReadLinesInParallelAsync(new MemoryStream(file), 4, null, Token)))
        {
            byte[] text = Encoding.Latin1.GetBytes(texts[line.Number - 1].TrimEnd('\r'));
            if (line.Record is null) failing++;
            if (line.Record is null) Assert.True(text.AsSpan().StartsWith(line.Result.Unread.Span));
            if (text.Length > Limits.DocumentBytes) continue;
            ReadResult alone = validator.Read(text);
            Assert.Equal(alone.Record, line.Record);
            Assert.Equal(alone.Report.Findings.Select(f => (f.Rule, f.Pointer, line.Number, f.Column)), line.Result.Report.Findings.Select(f => (f.Rule, f.Pointer, f.Line, f.Column)));
        }

        Assert.InRange(failing, 20, 700);
    }

    [Fact]
    public async Task WhatIsReadAheadIsBounded()
    {
        byte[] one = [.. Encoding.UTF8.GetBytes(RuleCase.All[0].Json), (byte)'\n'];
        using EndlessStream endless = new(one);
        int taken = 0;
        await foreach (RecordLine line in new PolicingValidator().ReadLinesInParallelAsync(endless, 4, null, Token))
        {
            if (++taken == 5_000) break;
        }

        // Four blocks, what was taken, and a buffer.
        Assert.InRange(endless.Given, 5_000L * one.Length, (5_000L * one.Length) + (8 * (64 << 10)));
    }

    [Fact]
    public async Task CancellationEndsItAndLeavesNoThreadAtWork()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        CountingCodes codes = new();
        using EndlessStream endless = new([.. Encoding.UTF8.GetBytes("{\"id\":\"x\",\"type\":\"person\",\"modelVersion\":\"1.0\",\"sex\":{\"list\":\"https://example.org/x\",\"code\":\"M\",\"national\":\"1\"}}"), (byte)'\n']);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RecordLine line in new PolicingValidator(new() { ReferenceData = codes }).ReadLinesInParallelAsync(endless, 4, null, stop.Token))
                if (line.Number == 2_000) await stop.CancelAsync();
        });
        int asked = codes.Asked;
        Assert.InRange(asked, 2_000, 200_000);
        await Task.Delay(50, Token);
        Assert.Equal(asked, codes.Asked);
    }

    [Fact]
    public async Task AFaultOfTheStreamComesAfterTheLinesBeforeIt()
    {
        byte[] one = [.. Encoding.UTF8.GetBytes(RuleCase.All[0].Json), (byte)'\n'];
        using EndlessStream broken = new(one) { BreaksAfter = 300_000 };
        int taken = 0;
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (RecordLine line in new PolicingValidator().ReadLinesInParallelAsync(broken, 1, null, Token)) taken++;
        });
        Assert.InRange(taken, 1, (300_000 + (16 << 10)) / one.Length);
    }

    [Fact]
    public void TheDegreeIsNotNegative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicingValidator().ReadLinesInParallelAsync(Stream.Null, -1, null, Token));

    /// <summary>Counts how often a code was looked up.</summary>
    private sealed class CountingCodes : IReferenceData
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public CodeEntry? Find(string listId, string code)
        {
            Interlocked.Increment(ref _asked);
            return ReferenceData.BuiltIn.Find(listId, code);
        }

        public CodeEntry? FindMapped(string listId, string system, string text) => ReferenceData.BuiltIn.FindMapped(listId, system, text);

        public AgencyEntry? FindAgency(string slugOrName) => ReferenceData.BuiltIn.FindAgency(slugOrName);
    }

    /// <summary>Gives as little or as much as chance will have it.</summary>
    private sealed class RaggedStream(byte[] content, Random random) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 + (random.Next(3) == 0 ? random.Next(8) : random.Next(40_000)))], cancellationToken);
    }

    /// <summary>One line over and over.</summary>
    private sealed class EndlessStream(byte[] line) : MemoryStream
    {
        public long Given { get; private set; }

        public long BreaksAfter { get; init; } = long.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Given >= BreaksAfter) throw new IOException("The device is gone.");
            int most = Math.Min(buffer.Length, 16 << 10);
            for (int i = 0; i < most; i++) buffer.Span[i] = line[(int)((Given + i) % line.Length)];
            Given += most;
            return new(most);
        }
    }
}
