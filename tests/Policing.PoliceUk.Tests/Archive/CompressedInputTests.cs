using System.IO.Compression;
using System.Text;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

public sealed class CompressedInputTests : IDisposable
{
    private static readonly byte[] Table =
        Encoding.UTF8.GetBytes(Street.Header + "\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => Street.Row($"Place {i * 7919 % 3001}", $"{i:x64}") + "\n")));

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_gz_is_read_whole() => Assert.Equal(3_000, await CountAsync("t.csv.gz", Packed.Gzip(Table)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(8_130)]
    [InlineData(32_700)]
    [InlineData(100_000)]
    public async Task A_gz_of_any_length_is_read_to_its_end(int extra)
    {
        // Stored, not compressed, so that the length of the file goes through the edges of every buffer.
        for (var i = 0; i < 140; i += 7)
        {
            byte[] data = [.. Encoding.UTF8.GetBytes(Street.Header + "\n"), .. Encoding.UTF8.GetBytes(Street.Row(new string('x', extra + i)))];
            Assert.Equal(1, await CountAsync("t.csv.gz", Packed.Gzip(data, CompressionLevel.NoCompression)));
        }
    }

    [Fact]
    public async Task A_gz_of_several_members_is_read_whole() =>
        Assert.Equal(3_000, await CountAsync("t.csv.gz", [.. Packed.Gzip(Table[..100_000]), .. Packed.Gzip(Table[100_000..]), .. Packed.Gzip([])]));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_gz_that_was_cut_off_is_unreadable(double part)
    {
        var gz = Packed.Gzip(Table);
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", gz[..(int)(gz.Length * part)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task A_gz_that_lacks_its_last_bytes_is_unreadable(int bytes) =>
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", Packed.Gzip(Table)[..^bytes]));

    [Fact]
    public async Task A_gz_cut_in_data_that_is_stored_is_unreadable() =>
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", Packed.Gzip(Table, CompressionLevel.NoCompression)[..300_000]));

    [Fact]
    public async Task A_gz_with_something_behind_it_is_unreadable() =>
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", [.. Packed.Gzip(Table), 1, 2, 3]));

    [Fact]
    public async Task A_gz_with_a_wrong_byte_is_unreadable()
    {
        var gz = Packed.Gzip(Table);
        gz[^6] ^= 0xFF;
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", gz));
    }

    [Fact]
    public async Task A_gz_that_is_none_is_unreadable()
    {
        Assert.Equal(ImportRules.NotGzip, await RuleAsync("t.csv.gz", Table));
        Assert.Equal(ImportRules.NotGzip, await RuleAsync("t.csv.gz", [0x1F]));
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.csv.gz", [0x1F, 0x8B]));
        Assert.Equal(ImportRules.EmptyInput, await RuleAsync("t.csv.gz", []));
        Assert.Equal(ImportRules.EmptyInput, await RuleAsync("t.csv.gz", Packed.Gzip([])));
    }

    [Fact]
    [Trait("limit", nameof(ArchiveLimits.MaxRatio))]
    public async Task A_bomb_in_a_gz_is_stopped()
    {
        var bomb = Packed.Gzip([.. Encoding.UTF8.GetBytes(Street.Header + "\n"), .. Enumerable.Repeat((byte)'\n', 20_000_000)]);
        Assert.Equal(ImportRules.RatioLimit, await RuleAsync("t.csv.gz", bomb));
        Assert.Equal(ImportRules.OutputLimit, await RuleAsync("t.csv.gz", bomb, new() { MaxRatio = 100_000, MaxOutputBytes = 10_000_000 }));
        Assert.Equal(0, await CountAsync("t.csv.gz", bomb, new() { MaxRatio = 100_000 }));
    }

    [Fact]
    [Trait("limit", nameof(ArchiveLimits.RatioFreeBytes))]
    public async Task A_small_table_of_equal_rows_is_no_bomb()
    {
        var data = Encoding.UTF8.GetBytes(Street.Header + "\n" + string.Concat(Enumerable.Repeat(Street.Row() + "\n", 40_000)));
        var gz = Packed.Gzip(data);
        Assert.True(data.Length > 40L * gz.Length);
        Assert.Equal(40_000, await CountAsync("t.csv.gz", gz, new() { MaxRatio = 20 }));
        Assert.Equal(ImportRules.RatioLimit, await RuleAsync("t.csv.gz", gz, new() { MaxRatio = 20, RatioFreeBytes = 1 << 20 }));
    }

    [Fact]
    public async Task The_entries_of_a_zip_are_read() => Assert.Equal(3_000, await CountAsync("t.zip", Packed.Zip(("a/t.csv", Table))));

    [Fact]
    public async Task A_zip_that_is_none_is_unreadable()
    {
        var zip = Packed.Zip(("t.csv", Table));
        Assert.Equal(ImportRules.NotZip, await RuleAsync("t.zip", Table));
        Assert.Equal(ImportRules.NotZip, await RuleAsync("t.zip", zip[..^30]));
        Assert.Equal(ImportRules.NotZip, await RuleAsync("t.zip", []));
    }

    [Fact]
    public async Task An_encrypted_entry_is_unreadable()
    {
        var zip = Packed.Zip(("t.csv", Table));
        zip[Packed.DirectoryOf(zip) + 8] |= 1;
        Assert.Equal(ImportRules.EncryptedEntry, await RuleAsync("t.zip", zip));
    }

    [Theory]
    [InlineData(10, 99)] // a method that nobody knows
    [InlineData(16, 0xAA)] // another check sum
    [InlineData(25, 0)] // a smaller length: the platform would stop there without a word
    [InlineData(26, 0x7F)] // a larger length
    public async Task An_entry_that_is_not_what_the_directory_says_is_unreadable(int at, byte value)
    {
        var zip = Packed.Zip(("t.csv", Table));
        zip[Packed.DirectoryOf(zip) + at] = value;
        Assert.Equal(ImportRules.DamagedData, await RuleAsync("t.zip", zip));
    }

    [Fact]
    public async Task A_damaged_entry_is_unreadable_and_the_others_are_read()
    {
        var zip = Packed.Zip(("a.csv", Table), ("b.csv", Table));
        zip[5_000] ^= 0x55;
        using var inputs = ArchiveInputs.Find([_folder.Put("t.zip", zip)], cancellationToken: Token);

        Assert.Equal(ImportRules.DamagedData, await Street.RuleOfAsync(() => CountAsync(inputs.All[0])));
        Assert.Equal(3_000, await CountAsync(inputs.All[1]));
    }

    [Fact]
    [Trait("limit", nameof(ArchiveLimits.MaxRatio))]
    public async Task A_bomb_in_a_zip_is_stopped()
    {
        byte[] data = [.. Encoding.UTF8.GetBytes(Street.Header + "\n"), .. Enumerable.Repeat((byte)'\n', 20_000_000)];
        Assert.Equal(ImportRules.RatioLimit, await RuleAsync("t.zip", Packed.Zip(("t.csv", data))));
    }

    [Fact]
    [Trait("limit", nameof(ArchiveLimits.MaxOutputBytes))]
    public async Task The_entries_of_a_zip_share_its_budget()
    {
        var limits = new ArchiveLimits { MaxOutputBytes = Table.Length * 2 };
        using var inputs = ArchiveInputs.Find([_folder.Put("t.zip", Packed.Zip(("a.csv", Table), ("b.csv", Table), ("c.csv", Table)))], limits, Token);

        Assert.Equal(3_000, await CountAsync(inputs.All[0]));
        Assert.Equal(3_000, await CountAsync(inputs.All[1]));
        Assert.Equal(ImportRules.OutputLimit, await Street.RuleOfAsync(() => CountAsync(inputs.All[2])));
    }

    [Fact]
    [Trait("limit", nameof(ArchiveLimits.MaxEntries))]
    public async Task A_zip_of_too_many_entries_is_unreadable()
    {
        var zip = Packed.Zip(Enumerable.Range(0, 30).Select(i => ($"{i}.txt", Array.Empty<byte>())));
        Assert.Equal(ImportRules.TooManyEntries, await RuleAsync("t.zip", zip, new() { MaxEntries = 29 }));
        using var inputs = ArchiveInputs.Find([_folder.Put("t.zip", zip)], new() { MaxEntries = 30 }, Token);
        Assert.Equal(30, inputs.Ignored);
    }

    [Fact]
    public async Task A_zip_with_a_huge_directory_is_not_listed_first()
    {
        var path = _folder.Put("t.zip", Packed.Zip(Enumerable.Range(0, 20_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))));
        var listing = AllocatedByFinding(path, new() { MaxEntries = 20_000 });
        var refusing = AllocatedByFinding(path, new() { MaxEntries = 10 });
        Assert.InRange(refusing, 0, listing / 5);

        using var inputs = ArchiveInputs.Find([path], new() { MaxEntries = 10 }, Token);
        Assert.Equal(ImportRules.TooManyEntries, await Street.RuleOfAsync(() => CountAsync(inputs.All[0])));
    }

    private static long AllocatedByFinding(string path, ArchiveLimits limits)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArchiveInputs.Find([path], limits, Token).Dispose();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public async Task A_zip_that_claims_fewer_entries_than_it_has_is_unreadable()
    {
        var zip = Packed.Zip(Enumerable.Range(0, 50).Select(i => ($"{i}.csv", Array.Empty<byte>())));
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        (zip[end + 8], zip[end + 10]) = (1, 1);
        Assert.Equal(ImportRules.NotZip, await RuleAsync("t.zip", zip));
    }

    /// <summary>Whatever happens to a zip or a gz, it is read, or refused by a rule.</summary>
    [Fact]
    public async Task Damage_never_gives_another_exception()
    {
        var random = new Random(20310101);
        foreach (var (name, data) in new[] { ("t.zip", Packed.Zip(("t.csv", Table[..20_000]))), ("t.csv.gz", Packed.Gzip(Table[..20_000])) })
        {
            for (var i = 0; i < 400; i++)
            {
                var damaged = (byte[])data.Clone();
                // Half of it where the directory of the zip is.
                var from = i % 2 == 0 ? 0 : damaged.Length - 100;
                for (var n = 0; n < 1 + (i % 3); n++)
                    damaged[random.Next(from, damaged.Length)] = (byte)random.Next(256);
                using var inputs = ArchiveInputs.Find([_folder.Put(name, damaged)], cancellationToken: Token);
                foreach (var input in inputs.All)
                    await CountOrRuleAsync(input);
            }
        }
    }

    private static async Task CountOrRuleAsync(ArchiveInput input)
    {
        try
        {
            await CountAsync(input);
        }
        catch (UnreadableInputException e)
        {
            Assert.Contains(e.Rule, ImportRules.All);
        }
    }

    private static async Task<int> CountAsync(ArchiveInput input)
    {
        await using var reader = await ArchiveReader.OpenAsync(input, Token);
        return (await Street.ReadAsync(reader)).Count(r => r.Rule is null);
    }

    private async Task<int> CountAsync(string name, byte[] data, ArchiveLimits? limits = null)
    {
        using var inputs = ArchiveInputs.Find([_folder.Put(name, data)], limits, Token);
        return await CountAsync(Assert.Single(inputs.All));
    }

    private Task<FindingRule> RuleAsync(string name, byte[] data, ArchiveLimits? limits = null) =>
        Street.RuleOfAsync(() => CountAsync(name, data, limits));
}
