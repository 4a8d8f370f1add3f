using System.Globalization;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>Tests of profiles, as data that those who write profiles can read. Immutable and thread-safe.</summary>
public sealed class ProfileTestSuite
{
    /// <summary>A suite.</summary>
    public ProfileTestSuite(ValueList<ProfileTest> tests) => Tests = tests;

    /// <summary>The tests.</summary>
    public ValueList<ProfileTest> Tests { get; }

    /// <summary>Reads a file of tests.</summary>
    /// <param name="utf8">The file, as <c>schemas/profiles/1.0/profile-tests.schema.json</c> describes it; at most 1 MiB.</param>
    /// <exception cref="ProfileException">Something is wrong with it; the message names the place.</exception>
    public static ProfileTestSuite Parse(ReadOnlySpan<byte> utf8)
    {
        ProfileFiles.RequireTests(utf8);
        using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), ProfileFiles.Options);
        List<ProfileTest> tests = [];
        foreach (JsonElement test in document.RootElement.GetProperty("tests").EnumerateArray())
            tests.Add(Test(test, string.Create(CultureInfo.InvariantCulture, $"/tests/{tests.Count}")));
        return new(ValueList.From(tests));
    }

    /// <summary>Runs all tests against profiles.</summary>
    public ProfileTestReport Run(CompletenessProfiles profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        HashSet<string> expected = new(Tests.SelectMany(test => test.Expected), StringComparer.Ordinal);
        return new(
            ValueList.From(Tests.Select(test => Run(test, profiles))),
            ValueList.From(profiles.Rules.Select(rule => rule.Id).Where(id => !expected.Contains(id))));
    }

    private static ProfileTestResult Run(ProfileTest test, CompletenessProfiles profiles)
    {
        CompletenessCheck check = new(profiles);
        for (int i = 0; i < test.Records.Count; i++) check.Add(test.Records[i], i + 1);
        HashSet<FindingRule> counted = [.. profiles.Profiles.Where(p => test.Of.IsEmpty || test.Of.Contains(p.Id, StringComparer.Ordinal)).SelectMany(p => p.Gaps).Select(gap => gap.Rule)];
        HashSet<string> found = new(check.Complete().Findings.Where(finding => counted.Contains(finding.Rule)).Select(finding => finding.Id), StringComparer.Ordinal);
        return new(test, ValueList.From(test.Expected.Where(id => !found.Contains(id))), ValueList.From(found.Except(test.Expected, StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static ProfileTest Test(JsonElement test, string pointer)
    {
        List<PoliceRecord> records = [];
        foreach (JsonElement record in test.GetProperty("records").EnumerateArray())
        {
            if (PoliceJson.Read(Encoding.UTF8.GetBytes(record.GetRawText())).Record is not { } read || read is UnknownRecord)
                throw new ProfileException(string.Create(CultureInfo.InvariantCulture, $"{pointer}/records/{records.Count}"), "this is no record of the model; give its 'type'.");
            records.Add(read);
        }

        return new()
        {
            Name = test.GetProperty("name").GetString()!,
            Records = ValueList.From(records),
            Of = Texts(test, "of"),
            Expected = Texts(test, "expect"),
        };
    }

    private static ValueList<string> Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement list) ? ValueList.From(list.EnumerateArray().Select(item => item.GetString()!)) : [];
}
