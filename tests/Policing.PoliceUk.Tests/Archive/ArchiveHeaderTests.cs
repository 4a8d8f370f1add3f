using System.Text;
using Policing.DataModel.Import;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

public sealed class ArchiveHeaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_are_found_by_name_whatever_their_order_case_and_space()
    {
        await using var reader = await OpenAsync(
            "\uFEFF CRIME TYPE ,\"Location\",month,Reported By,falls within,longitude,LATITUDE,LSOA Code,LSOA name,Crime ID,Last outcome category,Context\nDrugs,Here,2031-01,,,,,,,id,,\n");
        var row = Assert.Single(await Street.ReadAsync(reader)).Row;

        Assert.Equal(ArchiveKind.Street, reader.Kind);
        Assert.Equal(("Drugs", "Here", "2031-01", "id"), (row.CrimeType, row.Location, row.Month, row.CrimeId));
        Assert.Empty(reader.HeaderFindings);
    }

    [Fact]
    public async Task Columns_that_are_not_read_are_found_and_located()
    {
        await using var reader = await OpenAsync("," + Street.Header + ",CANARY\n7," + Street.Row("Here") + ",x\n");
        var row = Assert.Single(await Street.ReadAsync(reader));

        Assert.Equal("Here", row.Row.Location);
        Assert.Equal(
            [(ImportRules.UnnamedColumn, 4, 1, 1), (ImportRules.UnknownColumn, 4, 1, 14)],
            reader.HeaderFindings.Select(f => (f.Rule, f.Input, f.Line, f.Column)));
        Assert.All(reader.HeaderFindings, f => Assert.DoesNotContain("CANARY", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_header_of_the_first_year_is_read_with_blank_columns()
    {
        await using var reader = await OpenAsync(
            "Month,Reported by,Falls within,Longitude,Latitude,Location,Crime type,Context\n2031-01,A,A,1,2,Here,Drugs,\n");
        var row = Assert.Single(await Street.ReadAsync(reader)).Row;

        Assert.Equal(("", "Here", "", ""), (row.CrimeId, row.Location, row.LsoaCode, row.LastOutcomeCategory));
        Assert.Equal(4, reader.HeaderFindings.Count(f => f.Rule == ImportRules.AbsentColumn));
    }

    [Theory]
    [InlineData("Longitude,", "Longitude")]
    [InlineData("Reported by,Falls within,", "Reported by|Falls within")]
    public async Task A_missing_column_is_named_since_its_name_is_ours(string removed, string missing)
    {
        var failure = await Assert.ThrowsAsync<UnreadableInputException>(() => OpenAsync(Street.Header.Replace(removed, "") + "\n"));

        Assert.Equal((ImportRules.WrongHeader, 4, 1), (failure.Rule, failure.Input, failure.Line));
        Assert.Equal(missing.Split('|'), failure.MissingColumns);
        Assert.Contains(missing.Split('|')[0], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CANARY,other,table\n1,2,3\n")]
    [InlineData("{\"json\":\"CANARY\"}")]
    [InlineData("Crime ID;Month;Reported by;Falls within;Longitude;CANARY\n")]
    public async Task The_header_of_another_table_is_refused_without_being_quoted(string text)
    {
        var failure = await Assert.ThrowsAsync<UnreadableInputException>(() => OpenAsync(text));

        Assert.Equal(ImportRules.WrongHeader, failure.Rule);
        Assert.Empty(failure.MissingColumns);
        Assert.DoesNotContain("CANARY", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_stands_twice_is_refused() =>
        Assert.Equal(ImportRules.RepeatedColumn, await Street.RuleOfAsync(() => OpenAsync(Street.Header + ",MONTH\n")));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\n\n")]
    public async Task An_empty_file_is_refused(string text) =>
        Assert.Equal(ImportRules.EmptyInput, await Street.RuleOfAsync(() => OpenAsync(text)));

    [Fact]
    public async Task UTF16_is_named_as_such()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] text = [.. encoding.GetPreamble(), .. encoding.GetBytes(Street.Header)];
            Assert.Equal(ImportRules.Utf16, await Street.RuleOfAsync(() => ArchiveReader.OpenAsync(new MemoryStream(text), cancellationToken: Token)));
        }
    }

    [Fact]
    public async Task A_header_that_is_no_text_is_refused()
    {
        Assert.Equal(ImportRules.NotUtf8, await Street.RuleOfAsync(() => Street.ReadAsync([0xE9, .. Encoding.UTF8.GetBytes(Street.Header)])));
        Assert.Equal(ImportRules.ControlCharacter, await Street.RuleOfAsync(() => Street.ReadAsync("\0" + Street.Header)));
        Assert.Equal(ImportRules.LineTooLong, await Street.RuleOfAsync(() => Street.ReadAsync(new string('x', 100), new() { MaxLineLength = 50 })));
    }

    [Fact]
    public async Task The_stream_is_closed_with_the_reader_and_where_opening_fails()
    {
        var good = new MemoryStream(Encoding.UTF8.GetBytes(Street.Header));
        await (await ArchiveReader.OpenAsync(good, cancellationToken: Token)).DisposeAsync();
        Assert.False(good.CanRead);

        var bad = new MemoryStream("no header"u8.ToArray());
        await Assert.ThrowsAsync<UnreadableInputException>(() => ArchiveReader.OpenAsync(bad, cancellationToken: Token));
        Assert.False(bad.CanRead);
    }

    private static Task<ArchiveReader> OpenAsync(string text) =>
        ArchiveReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), input: 4, cancellationToken: Token);
}
