using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

public sealed class ArchiveReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Columns_come_as_text_with_their_place(string lineEnd)
    {
        var line = "abc,2031-01,A Police,B Police,-0.1,51.50,No Location,E01,Area 1,Drugs,Under investigation,remark";
        var rows = await Street.ReadAsync(Street.Header + lineEnd + line + lineEnd + lineEnd + Street.Row("X"));

        Assert.Equal([2, 4], rows.Select(r => r.Line));
        Assert.Equal(line, rows[0].Raw);
        var row = rows[0].Row;
        Assert.Equal(
            ["abc", "2031-01", "A Police", "B Police", "-0.1", "51.50", "No Location", "E01", "Area 1", "Drugs", "Under investigation", "remark"],
            [
                row.CrimeId, row.Month, row.ReportedBy, row.FallsWithin, row.Longitude, row.Latitude, row.Location, row.LsoaCode, row.LsoaName,
                row.CrimeType, row.LastOutcomeCategory, row.Context,
            ]);
        Assert.Equal((1, 2), (row.RowNumber, rows[1].Row.RowNumber));
        Assert.Equal(string.Empty, rows[1].Row.Context);
    }

    [Fact]
    public async Task Outcomes_and_stops_have_their_own_rows()
    {
        await using var outcomes = await OpenAsync(
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\na,b,c,d,e,f,g,h,i,j\n");
        Assert.Equal(ArchiveKind.Outcomes, outcomes.Kind);
        var outcome = (await outcomes.ReadOutcomesAsync(Token).SingleAsync(Token)).Row;
        Assert.Equal(
            "abcdefghij",
            outcome.CrimeId + outcome.Month + outcome.ReportedBy + outcome.FallsWithin + outcome.Longitude + outcome.Latitude
                + outcome.Location + outcome.LsoaCode + outcome.LsoaName + outcome.OutcomeType);

        await using var stops = await OpenAsync(
            "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,"
            + "Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,"
            + "Removal of more than just outer clothing\na,b,c,d,e,f,g,h,i,j,k,l,m,n,o\n");
        Assert.Equal(ArchiveKind.StopAndSearch, stops.Kind);
        var stop = (await stops.ReadStopSearchesAsync(Token).SingleAsync(Token)).Row;
        Assert.Equal(
            "abcdefghijklmno",
            stop.Type + stop.Date + stop.PartOfPolicingOperation + stop.PolicingOperation + stop.Latitude + stop.Longitude + stop.Gender
                + stop.AgeRange + stop.SelfDefinedEthnicity + stop.OfficerDefinedEthnicity + stop.Legislation + stop.ObjectOfSearch
                + stop.Outcome + stop.OutcomeLinkedToObjectOfSearch + stop.RemovalOfMoreThanOuterClothing);
    }

    [Fact]
    public async Task Quoted_fields_may_hold_commas_quotes_and_line_ends()
    {
        var rows = await Street.ReadAsync(
            Street.Header + "\r\n" + Street.Row("\"A, \"\"B\"\"\r\nC\"") + "\r\n" + Street.Row("\"\"") + "\n" + Street.Row("5\" pipe") + "\n");

        Assert.All(rows, r => Assert.Null(r.Rule));
        Assert.Equal(["A, \"B\"\r\nC", "", "5\" pipe"], rows.Select(r => r.Row.Location));
        Assert.Equal([2, 4, 5], rows.Select(r => r.Line));
        Assert.Equal(Street.Row("\"A, \"\"B\"\"\r\nC\""), rows[0].Raw);
    }

    [Theory]
    [InlineData("a,b", "PSDK-IMP-0003", 3)]
    [InlineData("", null, 0)]
    [InlineData(",,,,,,,,,,,", null, 0)]
    [InlineData(",,,,,,,,,,,,", "PSDK-IMP-0004", 13)]
    [InlineData("#comment,2,3,4,5,6,7,8,9,10,11,12", null, 0)]
    [InlineData("1,2,\"x\"y,4,5,6,7,8,9,10,11,12", "PSDK-IMP-0005", 3)]
    [InlineData("1,2,3,\"open,5,6,7,8,9,10,11,12", "PSDK-IMP-0005", 4)]
    [InlineData("1,2,3,4,nul\0,6,7,8,9,10,11,12", "PSDK-IMP-0007", 5)]
    [InlineData("1,2,3,4,5,c\rr,7,8,9,10,11,12", "PSDK-IMP-0007", 6)]
    [InlineData("\"1,1\",2,\"3\"\"3,\0\",4,5,6,7,8,9,10,11,12", "PSDK-IMP-0007", 3)]
    public async Task A_bad_row_is_located_and_the_next_ones_are_read(string bad, string? rule, int column)
    {
        var rows = await Street.ReadAsync($"{Street.Header}\n{Street.Row("first")}\n{bad}\n{Street.Row("next")}\n{Street.Row("last")}");

        Assert.Equal("last", rows[^1].Row.Location);
        Assert.Equal("next", rows[^2].Row.Location);
        Assert.Equal((4, 5), (rows[^2].Line, rows[^1].Line));
        if (bad.Length > 0)
            Assert.Equal((3, bad, rule, column), (rows[1].Line, rows[1].Raw, rows[1].Rule, rows[1].Column));
        Assert.Equal(bad.Length > 0 ? 4 : 3, rows.Count);
    }

    [Fact]
    public async Task Two_stray_quotes_do_not_swallow_the_rows_between_them()
    {
        var rows = await Street.ReadAsync(
            $"{Street.Header}\n{Street.Row("\"stray")}\n{Street.Row("good 1")}\n{Street.Row("good 2")}\n{Street.Row("x", "stray\"")}\n{Street.Row("\"good, 3\"")}\n");

        Assert.Equal(["PSDK-IMP-0005", null, null, null, null], rows.Select(r => r.Rule));
        Assert.Equal(["good 1", "good 2", "x", "good, 3"], rows.Skip(1).Select(r => r.Row.Location));
        Assert.Equal([2, 3, 4, 5, 6], rows.Select(r => r.Line));
    }

    [Fact]
    public async Task Two_stray_quotes_in_one_column_are_a_field_of_several_lines_as_RFC_4180_has_it()
    {
        var rows = await Street.ReadAsync($"{Street.Header}\n{Street.Row("\"stray")}\n{Street.Row("stray\"")}\n{Street.Row("next")}\n");
        Assert.Equal([2, 4], rows.Select(r => r.Line));
        Assert.Equal("next", rows[1].Row.Location);
    }

    [Fact]
    public async Task A_stray_quote_far_from_any_other_costs_one_row()
    {
        var rows = await Street.ReadAsync(
            $"{Street.Header}\n{Street.Row("\"stray")}\n{string.Concat(Enumerable.Repeat(Street.Row() + "\n", 5_000))}");

        Assert.Equal(5_001, rows.Count);
        Assert.Equal(2, Assert.Single(rows, r => r.Rule is not null).Line);
    }

    [Fact]
    public async Task A_file_of_stray_quotes_is_read_in_time()
    {
        var text = Street.Header + "\n" + string.Concat(Enumerable.Repeat("\"\n", 300_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var rows = await Street.ReadAsync(text);

        Assert.Equal(300_000, rows.Count(r => r.Rule == ImportRules.Quoting.Id) + rows.Count(r => r.Rule == ImportRules.TooFewFields.Id));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public async Task A_file_cut_mid_line_loses_only_its_last_row()
    {
        var text = $"{Street.Header}\n{Street.Row("a")}\n{Street.Row("b")}\n";
        var cut = await Street.ReadAsync(text[..^30]);
        Assert.Equal([null, "PSDK-IMP-0003"], cut.Select(r => r.Rule));

        var cutInQuotes = await Street.ReadAsync($"{Street.Header}\n{Street.Row("a")}\n,2031-01,\"Any");
        Assert.Equal([null, "PSDK-IMP-0005"], cutInQuotes.Select(r => r.Rule));
        Assert.Equal(",2031-01,\"Any", cutInQuotes[1].Raw);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_fault_their_row_and_are_kept()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"{Street.Header}\n{Street.Row("Ynys Môn 😀")}\n,,A"), 0xF4, .. ",,,,,,,,,\n"u8, .. Encoding.UTF8.GetBytes(Street.Row("Ynys Môn"))];
        var rows = await Street.ReadAsync(text);

        Assert.Equal([null, "PSDK-IMP-0006", null], rows.Select(r => r.Rule));
        Assert.Equal(3, rows[1].Column);
        Assert.Equal(",,A\uDCF4,,,,,,,,,", rows[1].Raw);
        Assert.Equal(["Ynys Môn 😀", "Ynys Môn"], [rows[0].Row.Location, rows[2].Row.Location]);
    }

    [Fact]
    public async Task A_character_cut_off_at_the_end_is_a_fault()
    {
        var text = Encoding.UTF8.GetBytes($"{Street.Header}\n{Street.Row()}é");
        Assert.Equal("PSDK-IMP-0006", Assert.Single(await Street.ReadAsync(text[..^1])).Rule);
    }

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(1_001, 1)]
    [InlineData(100_000, 1)]
    [InlineData(100_000, 0)]
    [Trait("limit", nameof(ArchiveLimits.MaxLineLength))]
    public async Task A_line_that_is_too_long_is_passed_over(int length, int lineEnds)
    {
        var limits = new ArchiveLimits { MaxLineLength = 1_000 };
        var rows = await Street.ReadAsync(
            $"{Street.Header}\n{Street.Row("first")}\n{new string('x', length)}{(lineEnds == 1 ? "\n" + Street.Row("last") : "")}", limits);

        Assert.Equal(length > 1_000 ? "PSDK-IMP-0008" : "PSDK-IMP-0003", rows[1].Rule);
        Assert.Equal(1_000, rows[1].Raw.Length);
        Assert.Equal(2 + lineEnds, rows.Count);
        if (lineEnds == 1)
            Assert.Equal(("last", 4), (rows[2].Row.Location, rows[2].Line));
    }

    [Fact]
    public async Task A_quoted_field_that_is_too_long_costs_its_first_line()
    {
        var limits = new ArchiveLimits { MaxLineLength = 500 };
        var rows = await Street.ReadAsync(
            $"{Street.Header}\n{Street.Row("\"" + string.Concat(Enumerable.Repeat(new string('y', 100) + "\n", 10)) + "\"")}\n{Street.Row("last")}", limits);

        Assert.Equal("PSDK-IMP-0005", rows[0].Rule);
        Assert.Equal("last", rows[^1].Row.Location);
        Assert.Equal(13, rows[^1].Line);
    }

    [Fact]
    public async Task A_long_row_within_the_limit_is_read()
    {
        var place = new string('é', 300_000);
        var rows = await Street.ReadAsync($"{Street.Header}\n{Street.Row(place)}\n{Street.Row("\"" + place + "\"")}\n{Street.Row("last")}");
        Assert.Equal([place, place, "last"], rows.Select(r => r.Row.Location));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task It_does_not_matter_how_the_bytes_come(int most)
    {
        byte[] text =
        [
            0xEF, 0xBB, 0xBF,
            .. Encoding.UTF8.GetBytes($"{Street.Header}\r\n{Street.Row("\"A\"\"\r\nB\"")}\r\n\r\n{Street.Row("é😀")}\r\nbad,\"x\"y\r\n"),
            .. "a,\xE9"u8[..2], 0xE9, .. "\r\n"u8,
            .. Encoding.UTF8.GetBytes(Street.Row("\"end\"")),
        ];
        var whole = await Street.ReadAsync(text);
        var trickled = await Street.ReadAsync(new TrickleStream(text, most));

        Assert.Equal(whole.Select(Shape), trickled.Select(Shape));
        Assert.Equal(5, whole.Count);
    }

    [Fact]
    public async Task A_header_alone_is_a_table_without_rows() => Assert.Empty(await Street.ReadAsync(Street.Header));

    [Fact]
    public async Task A_table_is_read_once_and_as_what_it_is()
    {
        await using var reader = await OpenAsync(Street.Header);
        Assert.Throws<InvalidOperationException>(() => reader.ReadOutcomesAsync(Token));
        Assert.Throws<InvalidOperationException>(() => reader.ReadStopSearchesAsync(Token));
        _ = reader.ReadStreetAsync(Token);
        Assert.Throws<InvalidOperationException>(() => reader.ReadStreetAsync(Token));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var text = Street.Header + "\n" + string.Concat(Enumerable.Repeat(Street.Row() + "\n", 1_000));
        await using var reader = await ArchiveReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in reader.ReadStreetAsync(stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task A_device_that_fails_makes_the_input_unreadable()
    {
        var failure = await Assert.ThrowsAsync<UnreadableInputException>(() => Street.ReadAsync(new FailingStream(Street.Header + "\n" + Street.Row() + "\n")));
        Assert.Equal((ImportRules.ReadFailed, 3), (failure.Rule, failure.Line));
        Assert.Null(failure.InnerException);
        Assert.DoesNotContain("CANARY", failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Whatever stands in the fields, written by the rules of RFC 4180 it comes back, with CR only before LF.</summary>
    [Property(MaxTest = 300)]
    public async Task What_is_written_is_read(NonNull<string>[] places, bool carriageReturn)
    {
        var lineEnd = carriageReturn ? "\r\n" : "\n";
        var texts = places.Select(p => Printable(p.Get)).ToList();
        var text = Street.Header + lineEnd + string.Concat(texts.Select(t => Street.Row("\"" + t.Replace("\"", "\"\"") + "\"") + lineEnd));

        var rows = await Street.ReadAsync(text);

        Assert.Equal(texts, rows.Select(r => r.Row.Location));
        Assert.All(rows, r => Assert.Null(r.Rule));
    }

    /// <summary>Whatever bytes stand below a header, every line of them is in some row, each once and in order.</summary>
    [Property(MaxTest = 300)]
    public Property No_line_is_lost() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<byte>().Select(b => (byte)"\",\n\r\0ab#\xE9\xF0"[b % 10]).ArrayOf().Resize(400).ToArbitrary(),
        bytes =>
        {
            byte[] text = [.. Encoding.UTF8.GetBytes(Street.Header + "\n"), .. bytes];
            var rows = Street.ReadAsync(text).GetAwaiter().GetResult();
            var kept = string.Concat(rows.Select(r => r.Raw)).Replace("\r", "").Replace("\n", "");
            var given = string.Concat(bytes.Select(b => b < 0x80 ? (char)b : (char)(0xDC00 + b))).Replace("\r", "").Replace("\n", "");
            return kept == given && rows.Select(r => r.Line).SequenceEqual(rows.Select(r => r.Line).Distinct().Order());
        });

    private static string Printable(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not (0 or '\r'))
                clean.Append(rune);
        }

        // More lines than that are taken for a stray quote.
        return clean.ToString().Count(c => c == '\n') < 30 ? clean.ToString() : "lines";
    }

    private static (long, string, string?, int, string) Shape(SeenRow row) => (row.Line, row.Raw, row.Rule, row.Column, row.Row.Location);

    private static Task<ArchiveReader> OpenAsync(string text) =>
        ArchiveReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: Token);

    private sealed class FailingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("CANARY: /home/somebody/2031-01-secret-street.csv is gone");
        }
    }
}
