using System.Globalization;
using System.Text.Json;
using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>
/// The real answers of ../shared/data/police-uk-api, where they are. Whole answers: AA3_all_crime and neighbourhoods; the others are single objects
/// from the tests of a public client.
/// </summary>
public class RecordedAnswerTests
{
    private static readonly Dictionary<string, (string Shape, bool IsElement)> Recordings = new(StringComparer.Ordinal)
    {
        ["AA3_all_crime"] = ("crimes", false),
        ["case-history"] = ("outcomes-for-crime", false),
        ["crime-category"] = ("crime-categories", true),
        ["crime"] = ("crimes", true),
        ["data-set"] = ("crimes-street-dates", true),
        ["neighbourhood-priority-no-action"] = ("priorities", true),
        ["neighbourhood-priority"] = ("priorities", true),
        ["neighbourhood-reference"] = ("neighbourhoods", true),
        ["neighbourhood"] = ("neighbourhood", false),
        ["neighbourhoods"] = ("neighbourhoods", false),
        ["outcome-crime"] = ("crimes", true),
        ["outcome"] = ("outcomes", true),
        ["police-force-reference"] = ("forces", true),
        ["police-force"] = ("force", false),
        ["police-officer-nulls"] = ("people", true),
        ["stop-and-search"] = ("stops", true),
        ["coordinate"] = ("boundary", true),
    };

    /// <summary>Parts of the answers above, each put where it stands in one.</summary>
    private static readonly Dictionary<string, (string Shape, string Around)> RecordedParts = new(StringComparer.Ordinal)
    {
        ["contact-details"] = ("people", "[{\"contact_details\":*}]"),
        ["engagement-method"] = ("force", "{\"engagement_methods\":[*]}"),
        ["link"] = ("neighbourhood", "{\"links\":[*]}"),
        ["location"] = ("crimes", "[{\"location\":*}]"),
        ["neighbourhood-location-null-coordinates"] = ("neighbourhood", "{\"locations\":[*]}"),
        ["neighbourhood-location"] = ("neighbourhood", "{\"locations\":[*]}"),
        ["outcome-status"] = ("crimes", "[{\"outcome_status\":*}]"),
    };

    public static TheoryData<string> Names { get; } = [.. Recordings.Keys, .. RecordedParts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_of_a_real_answer_is_known_and_read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), name + ".json"));
        var (shape, json) = Recordings.TryGetValue(name, out var recording)
            ? (recording.Shape, recording.IsElement ? $"[{text}]" : text)
            : (RecordedParts[name].Shape, RecordedParts[name].Around.Replace("*", text, StringComparison.Ordinal));

        AnswerSamples.All[shape].Read(System.Text.Encoding.UTF8.GetBytes(json), out var kept);

        Assert.Equal(0, kept);
    }

    [Fact]
    public void Every_recording_is_read_here() =>
        Assert.Equal(
            Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal),
            Names.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Fact]
    public void A_real_month_of_a_neighbourhood_is_read_member_for_member()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder(), "AA3_all_crime.json"));
        using var document = JsonDocument.Parse(bytes);

        var crimes = (ValueList<StreetCrime>)AnswerSamples.All["crimes"].Read(bytes, out _);

        Assert.Equal(469, crimes.Count);
        Assert.Equal(469, document.RootElement.GetArrayLength());
        foreach (var (crime, json) in crimes.Zip(document.RootElement.EnumerateArray()))
        {
            var location = json.GetProperty("location");
            Assert.Equal(json.GetProperty("category").GetString(), crime.Category);
            Assert.Equal(json.GetProperty("persistent_id").GetString(), crime.PersistentId);
            Assert.Equal(json.GetProperty("id").GetInt64(), crime.Id);
            Assert.Equal(json.GetProperty("month").GetString(), crime.Month.Text);
            Assert.Equal(location.GetProperty("latitude").GetString(), crime.Location!.Latitude!.Value.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(location.GetProperty("longitude").GetString(), crime.Location.Longitude!.Value.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(location.GetProperty("street").GetProperty("id").GetInt64(), crime.Location.Street!.Id);
            Assert.Equal(location.GetProperty("street").GetProperty("name").GetString(), crime.Location.Street.Name);
            var outcome = json.GetProperty("outcome_status");
            Assert.Equal(outcome.ValueKind == JsonValueKind.Null ? null : outcome.GetProperty("category").GetString(), crime.OutcomeStatus?.Category);
        }
    }

    internal static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared/data/police-uk-api");
            if (Directory.Exists(data))
                return data;
        }

        Assert.Skip("The real answers of data.police.uk are not here.");
        return string.Empty;
    }
}
