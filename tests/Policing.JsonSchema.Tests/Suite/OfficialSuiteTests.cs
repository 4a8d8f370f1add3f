using System.Text;

namespace Policing.JsonSchema.Tests.Suite;

public class OfficialSuiteTests
{
    /// <summary>Cases that are not claimed, by the beginning of their names.</summary>
    private static readonly (string Name, int Failing, string Reason)[] s_exclusions =
    [
        ("optional/format/hostname: validation of A-label (punycode) host names:", 23, "IDNA 2008 needs tables of Unicode properties that .NET does not have"),
    ];

    [Fact]
    public void Every_claimed_case_passes()
    {
        SuiteCase[] cases = Cases();
        SchemaRegistry remotes = OfficialSuite.Remotes();
        List<string> failures = [];
        int passed = 0;
        foreach (SuiteCase test in cases)
        {
            if (Failure(test, remotes) is not { } failure)
            {
                passed++;
            }
            else if (!IsExcluded(test))
            {
                failures.Add($"{test.Name}: {failure}");
            }
        }
        string count = $"suite passed {passed} of {cases.Length}";
        TestContext.Current.SendDiagnosticMessage(count);
        TestContext.Current.TestOutputHelper!.WriteLine(count);
        Console.WriteLine(count);
        Assert.True(failures.Count == 0, count + "\n" + string.Join('\n', failures));
        Assert.True(passed > 1_700);
    }

    /// <summary>An exclusion that no case needs any more, or of more cases than it says, is out of date.</summary>
    [Fact]
    public void Each_exclusion_has_its_reason_and_its_number_of_failing_cases()
    {
        SuiteCase[] cases = Cases();
        SchemaRegistry remotes = OfficialSuite.Remotes();
        Assert.All(s_exclusions, exclusion =>
        {
            int failing = cases.Count(test => test.Name.StartsWith(exclusion.Name, StringComparison.Ordinal) && Failure(test, remotes) is not null);
            Assert.Equal((exclusion.Name, exclusion.Failing), (exclusion.Name, failing));
            Assert.NotEmpty(exclusion.Reason);
        });
        string readme = File.ReadAllText(Path.Combine(OfficialSuite.WorkingCopy!, "src/Policing.JsonSchema/README.md"));
        Assert.Contains($"{cases.Length - s_exclusions.Sum(exclusion => exclusion.Failing)} of {cases.Length}", readme.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("xn--", readme, StringComparison.Ordinal);
    }

    private static SuiteCase[] Cases()
    {
        if (OfficialSuite.Folder is null)
        {
            Assert.Skip(OfficialSuite.Absent);
        }
        return [.. OfficialSuite.Cases()];
    }

    private static bool IsExcluded(SuiteCase test) => s_exclusions.Any(exclusion => test.Name.StartsWith(exclusion.Name, StringComparison.Ordinal));

    private static string? Failure(SuiteCase test, SchemaRegistry remotes)
    {
        try
        {
            CompiledSchema schema = CompiledSchema.Compile(test.Schema, new SchemaOptions { Registry = remotes, AssertFormats = test.AssertFormats });
            SchemaReport report = schema.Report(test.Data);
            DocumentVerdict expected = test.Valid ? DocumentVerdict.Valid : DocumentVerdict.Invalid;
            return schema.Check(test.Data) != expected ? $"the verdict is not {expected}"
                : schema.Report(test.Data, trustsVerdict: false).Verdict != expected ? $"the evaluation that collects is not {expected}"
                : report.Verdict != expected ? $"the report is not {expected}"
                : report.Errors.Count > 0 == test.Valid ? "the errors do not agree with the verdict" : null;
        }
        catch (SchemaException exception)
        {
            return exception.Message;
        }
    }
}
