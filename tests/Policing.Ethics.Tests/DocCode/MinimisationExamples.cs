using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.DocCode;

/// <summary>The examples of docs/minimisation.md, those in JSON too.</summary>
public sealed partial class MinimisationExamples
{
    private static readonly string[] s_json = [.. JsonBlocks().Matches(Page()).Select(match => match.Groups["json"].Value)];

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonBlocks();

    private static string Page()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "docs/minimisation.md"));
    }

    [Fact]
    public void The_view_gives_what_the_page_says()
    {
        #region MinimisationView
        SharingView view = new()
        {
            Id = "victim-support-referral",
            Version = "3",
            Title = "What the referral service needs in order to reach a victim",
            Records =
            [
                new() { Type = "person", Members = ["names", "communicationNeeds"], Except = ["names/observed"], Redact = [new("datesOfBirth/date", "age-band")] },
                new() { Type = "location", Redact = [new("address/postcode", "postcode-sector")] },
                new() { Type = "link", Members = ["from", "to", "role"] },
            ],
        };
        #endregion

        byte[] utf8 = Encoding.UTF8.GetBytes(s_json[1]);
        Person person = (Person)PoliceJson.Read(utf8).Record!;

        #region MinimisationCopy
        Minimiser minimiser = new(view);                        // make it once and keep it: thread-safe

        byte[] copy = minimiser.Minimise(utf8);                 // a record, a bundle, or a line of NDJSON
        Person forThem = minimiser.Minimise(person);            // a new record; the given one is untouched
        #endregion

        #region MinimisationGround
        SensitiveGround ground = SensitiveGround.ByCondition(Schedule8Condition.Safeguarding, "APD 7, safeguarding");
        byte[] withEthnicity = minimiser.Minimise(utf8, ground);
        #endregion

        Assert.Equal(SharingView.Parse(Encoding.UTF8.GetBytes(s_json[0])), view);
        Assert.Equal(JsonNode.Parse(s_json[2])!.ToJsonString(), JsonNode.Parse(copy)!.ToJsonString());
        Assert.Equal(PoliceJson.Read(copy).Record, forThem);
        Assert.Equal(copy, withEthnicity);
    }

    [Fact]
    public void A_host_adds_redactors_of_its_own()
    {
        byte[] masterKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        SharingView researchView = new()
        {
            Id = "research",
            Version = "1",
            Records = [new() { Type = "person", Redact = [new("identifiers/value", "pseudonym"), new("datesOfBirth/date", "under-18")] }],
        };

        #region MinimisationPseudonyms
        PseudonymKey key = new("2026a", masterKey);             // 32 random bytes or more, from the host's secret store
        MinimiserOptions options = new()
        {
            Redactors = RedactorSet.BuiltIn
                .With("pseudonym", key.For(ProcessingPurpose.ArchivingResearchStatistics))
                .With("under-18", new AgeBandRedactor(TimeProvider.System, [0, 18])),
        };
        Minimiser research = new(researchView, options);
        #endregion

        JsonNode copy = JsonNode.Parse(research.Minimise("""{"type":"person","identifiers":[{"kind":"pnc-id","value":"90/1A"}],"datesOfBirth":[{"date":"1950"}]}"""u8))!;
        Assert.Matches("^2026a:[A-Za-z0-9_-]{22}$", (string)copy["identifiers"]![0]!["value"]!);
        Assert.Equal("18+", (string)copy["datesOfBirth"]![0]!["date"]!);
    }
}
