using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Validation;

namespace Policing.Testing.Tests.DocCode;

public class ReadmeExamples
{
    [Fact]
    public void A_reader_is_held_to_the_manifest()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        #region TestingArchive
        var archive = new SyntheticArchive(new SyntheticArchiveOptions
        {
            Seed = 7,
            Forces = ["avon-and-somerset"],
            FirstMonth = new DateOnly(2023, 4, 1),
            Months = 1,
            StreetRows = 5_000,
        });

        using var zip = new MemoryStream();
        SyntheticArchiveManifest manifest = archive.WriteZip(zip, cancellationToken);

        // What a program that reads the zip has to find: every row, written or rejected.
        long rows = manifest.Rows;
        long rejected = manifest.Rejected;
        long withoutPlace = manifest[SyntheticFeature.NoLocation];
        #endregion

        Assert.Equal(7_000, rows);
        Assert.InRange(rejected, 1, rows);
        Assert.InRange(withoutPlace, 1, rows);
    }

    [Fact]
    public void From_nothing_to_ten_thousand_records_in_a_file()
    {
        var before = Environment.CurrentDirectory;
        var folder = Directory.CreateTempSubdirectory("policing-testing");
        try
        {
            Environment.CurrentDirectory = folder.FullName;
            Write();
            Assert.Equal(10_001, File.ReadLines("records.ndjson").Count());
        }
        finally
        {
            Environment.CurrentDirectory = before;
            folder.Delete(recursive: true);
        }

        static void Write()
        {
            #region TestingFile
            var cases = new SyntheticCases(seed: 7);
            using FileStream file = File.Create("records.ndjson");
            cases.WriteLines(file, 10_000);
            #endregion
        }
    }

    [Fact]
    public void Whole_cases()
    {
        #region TestingCases
        var cases = new SyntheticCases(seed: 7);
        ScenarioCase burglary = cases.Case(SyntheticScenario.Burglary, 3);       // the same on every machine, whatever was made before
        Bundle submission = cases.Bundle(burglary, BundleKind.Submission);

        // One fault on request, named by the rule that finds it: here a known suspect without a given name.
        DirtyVariant fault = DirtyVariants.Of("PSDK-CMP-P002-031");
        byte[] dirty = cases.Dirty(fault);
        #endregion

        Assert.Equal(burglary.Records.Count, submission.Records.Count);
        Assert.Contains(new PolicingValidator(new() { Profiles = CompletenessProfiles.Pole }).Validate(dirty).Findings.ToArray(), finding => finding.Rule == fault.Rule);
    }

    [Fact]
    public void Records_about_nobody()
    {
        #region TestingRecords
        var records = new SyntheticRecords(seed: 7);

        Person person = records.Person(17);                   // the same on every machine, whatever was made before
        SyntheticCase invented = records.Case(3);             // crime, place, people, outcome, and the links between them
        Bundle bundle = records.Bundle(3, invented.Records, BundleKind.Submission);

        // As many as you like, one at a time; the validator finds nothing wrong with them.
        PolicingValidator validator = new();
        long invalid = records.Records(10_000).Count(record => !validator.Validate(record).IsValid);
        #endregion

        Assert.Equal(person, new SyntheticRecords(7).Person(17));
        Assert.Equal(OperationalStatus.Test, bundle.OperationalStatus);
        Assert.Equal(0, invalid);
    }

    [Fact]
    public void Identifiers_are_nobodys()
    {
        #region TestingSafeRanges
        string telephone = SafeRanges.Telephone(17);          // one of Ofcom's drama numbers
        string email = SafeRanges.EmailAddress(17);           // person17@example.org
        string pncId = SafeRanges.PncId(17);                  // of the year 2097, with its check letter
        GeoPoint point = SafeRanges.Point(17);                // in the North Sea
        bool safe = SafeRanges.IsSafeTelephone("020 7946 0123");
        #endregion

        Assert.Equal("+441134960001", telephone);
        Assert.Equal("person17@example.org", email);
        Assert.StartsWith("2097/0000002", pncId, StringComparison.Ordinal);
        Assert.True(SafeRanges.IsSafePoint(point));
        Assert.True(safe);
    }
}
