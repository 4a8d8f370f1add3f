using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

public sealed class ArchiveInputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_folders_and_zips_are_found_in_a_fixed_order()
    {
        _folder.Put("data/2031-02/2031-02-b-street.csv", Street.Header);
        _folder.Put("data/2031-01/2031-01-b-street.csv.gz", Packed.Gzip([]));
        _folder.Put("data/2031-01/2031-01-a-outcomes.CSV", Street.Header);
        _folder.Put("data/archive.zip", Packed.Zip(("z/2031-04-z-street.csv", []), ("../../2031-03-a-street.csv", []), ("readme.txt", []), ("z/", []), ("__MACOSX/._2031-03-a-street.csv", [])));
        _folder.Put("data/notes.txt", "no table");
        _folder.Put("data/.hidden.csv", "no table");
        _folder.Put("data/table.gz", "no table");
        var single = _folder.Put("single.csv", Street.Header);

        using var inputs = ArchiveInputs.Find([single, Path.Combine(_folder.Root, "data"), single], cancellationToken: Token);

        Assert.Equal(
            [
                (1, 0, "single.csv"), (2, 1, "2031-01-a-outcomes.CSV"), (3, 1, "2031-01-b-street.csv"), (4, 1, "2031-02-b-street.csv"),
                (5, 1, "2031-03-a-street.csv"), (6, 1, "2031-04-z-street.csv"),
            ],
            inputs.All.Select(i => (i.Ordinal, i.PathIndex, i.Name.Text)));
        Assert.Equal((5, 1), (inputs.Ignored, inputs.Repeated));
    }

    [Fact]
    public async Task What_cannot_be_read_is_an_input_that_says_so()
    {
        string[] paths =
        [
            Path.Combine(_folder.Root, "CANARY-missing.csv"),
            Path.Combine(_folder.Root, "CANARY-missing.zip"),
            Path.Combine(_folder.Root, "CANARY-missing"),
            _folder.Put("CANARY.xlsx", "PK"),
            _folder.Put("CANARY.zip", Packed.Zip(("CANARY/inner.zip", []), ("CANARY/inner.csv.gz", []))),
            "",
        ];
        using var inputs = ArchiveInputs.Find(paths, cancellationToken: Token);

        Assert.Equal(7, inputs.All.Count);
        var rules = new List<(FindingRule, int)>();
        foreach (var input in inputs.All)
        {
            var failure = await Assert.ThrowsAsync<UnreadableInputException>(() => ArchiveReader.OpenAsync(input, Token));
            Assert.Equal(input.Ordinal, failure.Input);
            Assert.Null(failure.InnerException);
            Assert.DoesNotContain("CANARY", failure.ToString(), StringComparison.Ordinal);
            rules.Add((failure.Rule, input.PathIndex));
        }

        Assert.Equal(
            [
                (ImportRules.CannotOpen, 0), (ImportRules.CannotOpen, 1), (ImportRules.CannotOpen, 2), (ImportRules.UnsupportedInput, 3),
                (ImportRules.NestedArchive, 4), (ImportRules.NestedArchive, 4), (ImportRules.CannotOpen, 5),
            ],
            rules);
    }

    [Fact]
    public void A_link_that_leads_back_is_not_followed()
    {
        _folder.Put("data/2031-02-b-street.csv", Street.Header);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "data", "back"), _folder.Root);
        using var inputs = ArchiveInputs.Find([_folder.Root], cancellationToken: Token);
        Assert.Single(inputs.All);
    }

    [Fact]
    public void Two_entries_of_one_name_are_two_inputs()
    {
        using var inputs = ArchiveInputs.Find([_folder.Put("t.zip", Packed.Zip(("a.csv", []), ("a.csv", [])))], cancellationToken: Token);
        Assert.Equal(2, inputs.All.Count);
    }

    [Fact]
    public async Task Nothing_is_written_anywhere()
    {
        var zip = _folder.Put("t.zip", Packed.Zip(("../evil.csv", System.Text.Encoding.UTF8.GetBytes(Street.Header))));
        using var inputs = ArchiveInputs.Find([zip], cancellationToken: Token);
        await using (var reader = await ArchiveReader.OpenAsync(inputs.All[0], Token))
            Assert.Empty(await Street.ReadAsync(reader));
        Assert.Equal([zip], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void No_paths_no_inputs()
    {
        using var inputs = ArchiveInputs.Find([], cancellationToken: Token);
        Assert.Empty(inputs.All);
    }
}
