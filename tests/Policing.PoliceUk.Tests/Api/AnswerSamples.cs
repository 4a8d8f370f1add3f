using System.Text;
using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>
/// One answer of each shape, made by hand from the documented shape (data.police.uk/docs); places, people and events are invented. Not a recording.
/// </summary>
internal static class AnswerSamples
{
    private const string Place = """{"latitude":"0.100000","street":{"id":900001,"name":"On or near Example Street"},"longitude":"-30.200000"}""";

    private const string Crime = """
        {"category":"burglary","location_type":"Force","location":PLACE,"context":"","persistent_id":"PERSISTENT","id":70000001,"location_subtype":"","month":"2024-02"}
        """;

    public static readonly string PersistentId = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static IReadOnlyDictionary<string, AnswerSample> All { get; } = new AnswerSample[]
    {
        One("crime-last-updated", ServiceParts.LastUpdate, """{"date":"2024-03-01"}"""),
        Many("crimes-street-dates", ServiceParts.AvailableMonth, """[{"date":"2024-02","stop-and-search":["cleveland","durham"]},{"date":"2024-01","stop-and-search":[]}]"""),
        Many("crime-categories", ServiceParts.CategoryName, """[{"url":"all-crime","name":"All crime"},{"url":"burglary","name":"Burglary"}]"""),
        Many("forces", ForceParts.ForceName, """[{"id":"cleveland","name":"Cleveland Police"}]"""),
        One("force", ForceParts.ForceDetails, """
            {"id":"cleveland","name":"Cleveland Police","description":"<p>A force &amp; its <b>area</b></p>","url":"https://example.org/","telephone":"101",
            "engagement_methods":[{"type":"web","title":"Pages","description":null,"url":"https://example.org/pages"}]}
            """),
        Many("people", ForceParts.OfficerProfile, """
            [{"name":"Robin Example","rank":"Sergeant","bio":"<p>Likes examples</p>","contact_details":{"email":"robin@example.org","telephone":"101","mobile":"07700 900123",
            "fax":"01632 960000","web":"https://example.org/","address":"1 Example Street","facebook":"f","twitter":"t","youtube":"y","myspace":"m","bebo":"b","flickr":"k",
            "forum":"o","blog":"g","rss":"r"}},{"name":"Alex Example","rank":null,"bio":null,"contact_details":{}}]
            """),
        Many("crimes", EventParts.StreetCrime, "[" + Filled(Crime)[..^1] + ""","outcome_status":{"category":"Under investigation","date":"2024-02"}}]"""),
        Many("outcomes", EventParts.StreetOutcome, $$"""
            [{"category":{"code":"no-further-action","name":"Investigation complete; no suspect identified"},"date":"2024-02","person_id":12,"crime":{{Filled(Crime)}}}]
            """),
        One("outcomes-for-crime", EventParts.CrimeHistory, $$"""
            {"crime":{{Filled(Crime)}},"outcomes":[{"category":{"code":"under-investigation","name":"Under investigation"},"date":"2024-02","person_id":null}]}
            """),
        Many("stops", EventParts.StreetStop, """
            [{"type":"Person search","involved_person":true,"datetime":"2024-02-03T10:15:00+00:00","operation":false,"operation_name":"Example","location":PLACE,
            "gender":"Male","age_range":"18-24","self_defined_ethnicity":"Other ethnic group - Not stated","officer_defined_ethnicity":"White",
            "legislation":"Misuse of Drugs Act 1971 (section 23)","object_of_search":"Controlled drugs","outcome":"Arrest",
            "outcome_object":{"id":"bu-arrest","name":"Arrest"},"outcome_linked_to_object_of_search":true,"removal_of_more_than_outer_clothing":false}]
            """),
        One("locate-neighbourhood", NeighbourhoodParts.NeighbourhoodPlace, """{"force":"cleveland","neighbourhood":"X1"}"""),
        Many("neighbourhoods", NeighbourhoodParts.NeighbourhoodName, """[{"id":"X1","name":"Example & Sample"}]"""),
        One("neighbourhood", NeighbourhoodParts.NeighbourhoodDetails, """
            {"id":"X1","name":"Example","url_force":"https://example.org/x1","centre":{"latitude":"0.1","longitude":"-30.2"},"population":"7985","description":"<p>Streets</p>",
            "contact_details":{"email":"x1@example.org"},"links":[{"title":"Council","description":null,"url":"https://example.org/council"}],
            "locations":[{"type":"station","name":"Example House","description":null,"address":"1 Example Street\n, Sample","postcode":"ZZ99 3WZ","latitude":"0.1","longitude":"-30.2"}]}
            """),
        Many("boundary", NeighbourhoodParts.BoundaryPoint, """[{"latitude":"0.1","longitude":"-30.2"},{"latitude":"0.2","longitude":"-30.2"},{"latitude":"0.2","longitude":"-30.1"}]"""),
        Many("priorities", NeighbourhoodParts.NeighbourhoodPriority, """
            [{"issue":"<p>Noise &nbsp; at night</p>","issue-date":"2024-01-05T00:00:00","action":null,"action-date":null},
            {"issue":"Parking","issue-date":"2023-01-05T00:00:00","action":"<p>Done</p>","action-date":"2023-02-05T00:00:00"}]
            """),
        Many("events", NeighbourhoodParts.NeighbourhoodEvent, """
            [{"title":"Meeting","type":"meeting","start_date":"2024-03-09T10:00:00","end_date":"2024-03-09T12:00:00","description":"<p>All are welcome</p>",
            "address":"Example Hall","contact_details":{"telephone":"101"}}]
            """),
    }.ToDictionary(sample => sample.Name, StringComparer.Ordinal);

    private static string Filled(string json) =>
        json.Replace("PLACE", Place, StringComparison.Ordinal).Replace("PERSISTENT", PersistentId, StringComparison.Ordinal).Trim();

    private static AnswerSample One<T>(string name, ReadPart<T> read, string json)
        where T : AnswerPart => new(name, Encoding.UTF8.GetBytes(Filled(json)), Boxed(Answers.One(read)));

    private static AnswerSample Many<T>(string name, ReadPart<T> read, string json)
        where T : AnswerPart => new(name, Encoding.UTF8.GetBytes(Filled(json)), Boxed(Answers.Many(read)));

    private static ReadAnswer<object> Boxed<T>(ReadAnswer<T> read)
        where T : notnull => (ReadOnlySpan<byte> utf8, TextPool pool, out int kept) => read(utf8, pool, out kept);
}
