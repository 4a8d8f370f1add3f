using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Tests.Archive;
using Policing.Testing;
using static Policing.PoliceUk.Tests.Mapping.Columns;

namespace Policing.PoliceUk.Tests.Import;

public sealed class ArchiveImportTests : IDisposable
{
    private readonly ImportedFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_input_gets_its_output_and_the_report_tells_all()
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street(), Street(month: "x"), Street(id: new string('b', 64), type: "Kerb crawling")));
        _folder.Put("2031-02-cleveland-outcomes.csv", Tables.Outcomes(Outcome()));
        _folder.Put("other.txt", "no table");

        await _folder.ImportAsync(new ArchiveImportOptions { Time = new StoppedClock(), OperationalStatus = OperationalStatus.Test });

        Assert.Equal(["input-001-street.ndjson", "input-001-street.rejects.ndjson", "input-002-outcomes.ndjson", "report.json"], _folder.Written);
        Assert.Equal(
            """
            {"id":"urn:uuid:53146ac4-da4a-59ab-83b6-7e3bb0e93298","type":"bundle","modelVersion":"1.0","source":{"system":"data.police.uk"},"collection":{"regime":"not-personal"},"kind":"collection","operationalStatus":"test"}
            """,
            _folder.Text("input-001-street.ndjson").Split('\n')[0]);
        Assert.Equal(
            """
            {
              "report": 1,
              "inputs": [
                {
                  "input": 1,
                  "kind": "street",
                  "output": "input-001-street.ndjson",
                  "rejects": "input-001-street.rejects.ndjson",
                  "read": 3,
                  "written": 2,
                  "rejected": 1,
                  "records": {
                    "crime": 2,
                    "location": 1,
                    "link": 2
                  },
                  "rowFindings": [
                    {
                      "rule": "PSDK-PUK-0001",
                      "severity": "error",
                      "message": "The month is blank or is not a month written YYYY-MM.",
                      "hint": "Mend the month and import the row again.",
                      "count": 1,
                      "places": [
                        {
                          "line": 3,
                          "column": 2
                        }
                      ]
                    },
                    {
                      "rule": "PSDK-PUK-0101",
                      "severity": "warning",
                      "message": "The crime type is in no list; its words are kept in place of a code.",
                      "hint": "Add a mapping of these words by an overlay of the list crime-category, and import again.",
                      "count": 1,
                      "places": [
                        {
                          "line": 4,
                          "column": 10
                        }
                      ]
                    }
                  ],
                  "recordFindings": [
                    {
                      "rule": "PSDK-COD-0004",
                      "severity": "information",
                      "message": "The code or text is not mapped to a code of the property's own list.",
                      "hint": "Give 'national' where a code of the list means the same.",
                      "count": 1,
                      "places": [
                        {
                          "pointer": "/classifications/0/category",
                          "line": 5,
                          "column": 395
                        }
                      ]
                    }
                  ],
                  "milliseconds": 0
                },
                {
                  "input": 2,
                  "kind": "outcomes",
                  "output": "input-002-outcomes.ndjson",
                  "read": 1,
                  "written": 1,
                  "rejected": 0,
                  "records": {
                    "crime-outcome": 1,
                    "location": 1,
                    "link": 2
                  },
                  "rowFindings": [],
                  "recordFindings": [],
                  "milliseconds": 0
                }
              ],
              "ignored": 1,
              "repeated": 0,
              "totals": {
                "inputs": 2,
                "unreadable": 0,
                "read": 4,
                "written": 3,
                "rejected": 1,
                "records": 9
              },
              "milliseconds": 0
            }
            """,
            _folder.Text("report.json"));
    }

    [Fact]
    public async Task The_manifest_of_a_synthetic_archive_is_found_file_by_file()
    {
        var archive = new SyntheticArchive(new SyntheticArchiveOptions { Seed = 42, StreetRows = 1_500, OutcomeRows = 1_000, StopRows = 1_000 });
        var manifest = archive.WriteFolder(_folder.Input, Token);

        var report = await _folder.ImportAsync(new ArchiveImportOptions { OperationalStatus = OperationalStatus.Test });

        var files = manifest.Files.Where(f => f.Kind != SyntheticFileKind.Note).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(1, report.Ignored);
        Assert.Equal(files.Select(f => (f.Rows, f.Written, f.Rejected)), report.Inputs.Select(i => (i.Read, i.Written, i.Rejected)));
        Assert.Equal(files.Select(f => Kind(f.Kind)), report.Inputs.Select(i => i.Kind));
        foreach (var (file, input) in files.Zip(report.Inputs))
        {
            Assert.Equal(file[SyntheticFeature.UnreadableMonth], Count(input, "PSDK-PUK-0001"));
            Assert.Equal(file[SyntheticFeature.NoLocation], Count(input, "PSDK-PUK-0106"));
            Assert.Equal(file[SyntheticFeature.FarAway], Count(input, "PSDK-PUK-0108"));
            Assert.Equal(file[SyntheticFeature.UnlistedCrimeType], Count(input, "PSDK-PUK-0101"));
            Assert.Equal(file[SyntheticFeature.OutcomeOfSharedCrimeId], Count(input, "PSDK-PUK-0110"));
            Assert.Equal(file.HasIndexColumn ? 1 : 0, Count(input, "PSDK-IMP-0201"));
            if (file.Kind != SyntheticFileKind.StopAndSearch)
                Assert.Equal(file[SyntheticFeature.ExactDuplicate], Count(input, "PSDK-PUK-0109") + await KeylessRepeatsAsync(input));
            Assert.DoesNotContain(input.RecordFindings, f => f.Rule.Severity == DataModel.Validation.Severity.Error);
        }
    }

    [Fact]
    public async Task A_clean_synthetic_archive_gives_nothing_to_find()
    {
        var archive = new SyntheticArchive(new SyntheticArchiveOptions { Seed = 3, StreetRows = 600, OutcomeRows = 300, StopRows = 300, Dirt = SyntheticDirt.None });
        archive.WriteFolder(_folder.Input, Token);

        var report = await _folder.ImportAsync();

        Assert.Equal((report.Read, 0), (report.Written, report.Rejected));
        Assert.All(report.Inputs, input => Assert.Empty(input.RecordFindings));
        Assert.All(report.Inputs, input => Assert.DoesNotContain(input.RowFindings, f => f.Rule.Id != "PSDK-PUK-0106"));
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_bytes_from_a_folder_and_from_a_zip()
    {
        var archive = new SyntheticArchive(new SyntheticArchiveOptions { Seed = 5, StreetRows = 600, OutcomeRows = 300, StopRows = 300 });
        archive.WriteFolder(_folder.Input, Token);
        using var packed = new ImportedFolder();
        using (var zip = new MemoryStream())
        {
            archive.WriteZip(zip, Token);
            packed.Put("archive.zip", zip.ToArray());
        }

        var options = new ArchiveImportOptions { Time = new StoppedClock() };
        await _folder.ImportAsync(options);
        await packed.ImportAsync(options);

        Assert.Equal(25, _folder.Written.Count);
        Assert.Equal(_folder.Written, packed.Written);
        Assert.All(_folder.Written, name => Assert.Equal(_folder.Text(name), packed.Text(name)));
    }

    [Fact]
    public async Task An_unreadable_input_leaves_nothing_and_spoils_nothing()
    {
        _folder.Put("a/2023-03-avon-and-somerset-street.csv.gz", DamagedFiles.TruncatedGzip());
        _folder.Put("b/2031-01-cleveland-street.csv", Tables.Street(Street(), Street(month: "")));
        _folder.Put("c/empty.csv", DamagedFiles.Empty());
        _folder.Put("d/header.csv", DamagedFiles.WrongHeader());
        _folder.Put("e/archive.zip", DamagedFiles.ZipBomb(64L << 20));
        _folder.Put("f/not.csv.gz", DamagedFiles.GzipThatIsNotGzip());

        var report = await _folder.ImportAsync();

        Assert.Equal(
            ["PSDK-IMP-0108", null, "PSDK-IMP-0103", "PSDK-IMP-0104", "PSDK-IMP-0110", "PSDK-IMP-0107"],
            report.Inputs.Select(i => i.Error?.Rule.Id));
        Assert.Equal((5, 2, 1, 1), (report.Unreadable, report.Read, report.Written, report.Rejected));
        Assert.Equal(["input-002-street.ndjson", "input-002-street.rejects.ndjson", "report.json"], _folder.Written);
        Assert.All(report.Inputs.Where(i => i.Error is not null), i => Assert.Equal((0, 0, null), (i.Read, i.Records, i.OutputFile)));
        using var json = _folder.Report();
        var header = json.RootElement.GetProperty("inputs")[3].GetProperty("error");
        Assert.Equal(("PSDK-IMP-0104", 1), (header.GetProperty("rule").GetString(), header.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Outcomes_are_not_linked_to_crimes_of_an_input_that_broke()
    {
        var rows = Enumerable.Range(0, 3_000).Select(i => Street(id: string.Create(CultureInfo.InvariantCulture, $"{i:x64}"), outcome: $"Outcome {i * 7919 % 3001}"));
        var packed = Packed.Gzip(System.Text.Encoding.UTF8.GetBytes(Tables.Street(rows)));
        _folder.Put("2031-01-cleveland-street.csv.gz", packed[..^200]);
        _folder.Put("2031-02-cleveland-outcomes.csv", Tables.Outcomes(Outcome(id: new string('0', 64))));

        var report = await _folder.ImportAsync();

        Assert.Equal(1, report.Unreadable);
        var link = (await _folder.RecordsAsync<Link>("input-002-outcomes.ndjson"))[0];
        Assert.Equal(new string('0', 64), link.To!.Reference!.Value);
        Assert.Empty(report.Inputs[1].RecordFindings);
    }

    [Fact]
    public async Task Outcomes_find_their_crimes_wherever_these_stand_in_the_run()
    {
        var shared = new string('a', 64);
        _folder.Put("1/2031-02-cleveland-outcomes.csv", Tables.Outcomes(Outcome(), Outcome(id: new string('b', 64)), Outcome(id: shared)));
        _folder.Put("2/2031-01-cleveland-street.csv", Tables.Street(Street(), Street(id: shared)));
        _folder.Put("3/2031-01-cleveland-street.csv", Tables.Street(Street(), Street(id: shared, latitude: "54.6")));

        var report = await _folder.ImportAsync();

        var crimes = await _folder.RecordsAsync<Crime>("input-002-street.ndjson");
        var links = (await _folder.RecordsAsync<Link>("input-001-outcomes.ndjson")).Where(l => l.Role == LinkRole.OutcomeOf).ToList();
        Assert.Equal(crimes[0].Id, links[0].To!.Id);
        Assert.Equal(new string('b', 64), links[1].To!.Reference!.Value);
        Assert.Equal(shared, links[2].To!.Reference!.Value);
        Assert.Equal(["PSDK-PUK-0110"], report.Inputs[0].RowFindings.Select(f => f.Rule.Id));
        // The links that lead into another file of the run are no findings.
        Assert.Empty(report.Inputs[0].RecordFindings);
    }

    [Fact]
    public async Task Rejects_are_for_their_owner_alone_and_say_all()
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street(month: "no month"), Street(latitude: "north"), "cut,off"));

        var report = await _folder.ImportAsync(new ArchiveImportOptions { RejectsMarking = "OFFICIAL-SENSITIVE" });

        var path = Path.Combine(_folder.Output, report.Inputs[0].RejectsFile!);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var lines = _folder.Text(report.Inputs[0].RejectsFile!).TrimEnd('\n').Split('\n');
        Assert.Equal("""{"rejects":1,"marking":"OFFICIAL-SENSITIVE"}""", lines[0]);
        Assert.StartsWith("""{"input":1,"line":2,"column":2,"rule":"PSDK-PUK-0001","raw":""", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("""{"input":1,"line":3,"column":6,"rule":"PSDK-PUK-0002","raw":""", lines[2], StringComparison.Ordinal);
        Assert.Equal("""{"input":1,"line":4,"column":3,"rule":"PSDK-IMP-0003","raw":"cut,off"}""", lines[3]);
    }

    [Fact]
    public async Task Columns_in_another_order_are_named_where_they_stand()
    {
        _folder.Put("2031-01-cleveland-street.csv", ",Month," + Tables.StreetHeader.Replace("Month,", "").TrimEnd('\n') + "\n0,soon," + Street().Replace("2031-01,", "") + "\n");

        var report = await _folder.ImportAsync();

        Assert.Equal([new FindingPlace(2, 2, null)], report.Inputs[0].RowFindings.Single(f => f.Rule.Id == "PSDK-PUK-0001").Places);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_as_it_is()
    {
        Directory.CreateDirectory(_folder.Output);
        await File.WriteAllTextAsync(Path.Combine(_folder.Output, "report.json"), "of an earlier run", Token);
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street()));

        var refused = await Assert.ThrowsAsync<OutputFolderException>(() => _folder.ImportAsync());

        Assert.Contains("Name a folder that is new or empty.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["report.json"], _folder.Written);
        Assert.Equal("of an earlier run", _folder.Text("report.json"));
        await Assert.ThrowsAsync<OutputFolderException>(() => new ArchiveImport().RunAsync([_folder.Input], Path.Combine(_folder.Output, "report.json"), cancellationToken: Token));
    }

    [Theory]
    [InlineData(ArchiveImportStage.Looking)]
    [InlineData(ArchiveImportStage.Importing)]
    [InlineData(ArchiveImportStage.Checking)]
    public async Task A_cancelled_import_leaves_nothing(ArchiveImportStage stage)
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street(month: ""), Street()));
        _folder.Put("2031-02-cleveland-street.csv", Tables.Street(Enumerable.Repeat(Street(), 3_000).Append("cut")));
        using var cancel = new CancellationTokenSource();
        var progress = new OnProgress(p =>
        {
            if (p.Stage == stage && p.Done == 1)
                cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.ImportAsync(progress: progress, token: cancel.Token));

        Assert.False(Directory.Exists(_folder.Output));
    }

    [Fact]
    public async Task A_cancelled_import_leaves_an_empty_folder_as_it_was()
    {
        Directory.CreateDirectory(_folder.Output);
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street()));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.ImportAsync(
            progress: new OnProgress(p => cancel.Cancel()), token: cancel.Token));

        Assert.True(Directory.Exists(_folder.Output));
        Assert.Empty(_folder.Written);
    }

    [Fact]
    public async Task Progress_covers_every_input_and_ends_with_all_rows()
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Enumerable.Repeat(Street(), 2_500)));
        _folder.Put("2031-02-cleveland-outcomes.csv", Tables.Outcomes(Outcome()));
        var seen = new List<ArchiveImportProgress>();

        await _folder.ImportAsync(progress: new OnProgress(seen.Add));

        Assert.Equal([1, 2], seen.Where(p => p.Stage == ArchiveImportStage.Looking).Select(p => p.Input));
        Assert.Equal([1_000L, 2_000, 2_500, 2_500], seen.Where(p => p.Stage != ArchiveImportStage.Looking && p.Input == 1).Select(p => p.Rows.Read));
        Assert.Equal([(2, 1)], seen.Where(p => p.Stage == ArchiveImportStage.Checking && p.Input == 2).Select(p => (p.Inputs, p.Done)));
    }

    [Theory]
    [InlineData(ArchiveImportCheck.None, 0)]
    [InlineData(ArchiveImportCheck.Records, 1)]
    public async Task The_check_can_be_left_out(ArchiveImportCheck check, int rules)
    {
        _folder.Put("2031-01-cleveland-street.csv", Tables.Street(Street(type: "Kerb crawling")));

        Assert.Equal(rules, (await _folder.ImportAsync(new ArchiveImportOptions { Check = check })).Inputs[0].RecordFindings.Count);
    }

    [Fact]
    public async Task Nothing_given_is_a_report_of_nothing()
    {
        var report = await _folder.ImportAsync([]);

        Assert.Empty(report.Inputs);
        Assert.Equal(["report.json"], _folder.Written);
    }

    private static ArchiveKind Kind(SyntheticFileKind kind) => kind switch
    {
        SyntheticFileKind.Street => ArchiveKind.Street,
        SyntheticFileKind.Outcomes => ArchiveKind.Outcomes,
        _ => ArchiveKind.StopAndSearch,
    };

    private static long Count(ArchiveInputReport input, string rule) => input.RowFindings.SingleOrDefault(f => f.Rule.Id == rule)?.Count ?? 0;

    /// <summary>Exact duplicates of anti-social behaviour have no key by which they are told.</summary>
    private async Task<long> KeylessRepeatsAsync(ArchiveInputReport input)
    {
        var events = await _folder.RecordsAsync<AntiSocialBehaviour>(input.OutputFile!);
        var places = (await _folder.RecordsAsync<Link>(input.OutputFile!)).Where(l => l.From!.Kind == "anti-social-behaviour").ToDictionary(l => l.From!.Id, l => l.To!.Id);
        return events.Count - events.Select(e => (places.GetValueOrDefault(e.Id), e.Context)).Distinct().Count();
    }
}
