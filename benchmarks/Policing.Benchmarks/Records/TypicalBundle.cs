using System.Text;

namespace Policing.Benchmarks.Records;

/// <summary>
/// A bundle of 50 records as a force gives to another: eight crimes with their victims, places and some suspects, and two stops. Twenty of
/// the records are links, which are small.
/// </summary>
internal static class TypicalBundle
{
    private const int Crimes = 8, Suspects = 4, Stops = 2, Persons = Crimes + Suspects;

    // The first number of each kind, from which its ids are made.
    private const int Person = 0x100, Crime = 0x200, Location = 0x300, Stop = 0x400, Link = 0x500;

    private static readonly string[] Surnames = ["Example", "Sample", "Specimen", "Testcase", "Placeholder", "Ap Enghraifft"];
    private static readonly string[] Given = ["Siân", "Robin", "Alex", "Morgan", "Jo", "Chris", "Niamh"];
    private static readonly string[] Categories = ["burglary", "vehicle-crime", "criminal-damage-arson", "shoplifting", "violent-crime", "other-theft"];

    public static byte[] Document { get; } = Encoding.UTF8.GetBytes(Whole());

    private static string Whole()
    {
        string head = """
            {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-000000000001","type":"bundle","modelVersion":"1.0",
            "version":{"number":1,"recordedAt":"2026-03-09T06:00:00Z"},"controllers":[{"scheme":"police","id":"avon-and-somerset"}],
            "source":{"system":"example-rms","reference":"EX/2026/068"},"marking":{"tier":"official","sensitive":true},
            "collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
            "kind":"collection","operationalStatus":"test","sentAt":"2026-03-09T06:00:02Z","records":[
            """;
        return head.ReplaceLineEndings("") + string.Join(',', Records().Select(r => r.ReplaceLineEndings(""))) + "]}";
    }

    private static IEnumerable<string> Records() =>
    [
        .. Enumerable.Range(0, Persons).Select(PersonText),
        .. Enumerable.Range(0, Crimes).Select(CrimeText),
        .. Enumerable.Range(0, Crimes).Select(LocationText),
        .. Enumerable.Range(0, Stops).Select(StopText),
        .. Enumerable.Range(0, Crimes).Select(i => LinkText(i, Person + i, "person", Crime + i, "crime", "victim")),
        .. Enumerable.Range(0, Crimes).Select(i => LinkText(Crimes + i, Crime + i, "crime", Location + i, "location", "occurred-at")),
        .. Enumerable.Range(0, Suspects).Select(i => LinkText(2 * Crimes + i, Person + Crimes + i, "person", Crime + i, "crime", "suspect")),
    ];

    private static string Id(int number) => $"urn:uuid:0190b4a2-6c1e-7d3a-9f42-{number:x12}";

    // Every other person is known well enough to be described.
    private static string PersonText(int i)
    {
        string described = i % 2 == 0
            ? $$"""
                "ethnicities":[{"selfDefined":"W1","officerDefined":"1"}],"identifiers":[{"kind":"local","value":"X-48-{{2201 + i}}"}],
                "descriptions":[{"build":"medium","leftEye":"brown","rightEye":"brown","hair":"dark-brown"}],
                """
            : $$"""
                "identifiers":[{"kind":"local","value":"X-48-{{2201 + i}}"}],
                """;
        return $$"""
            {{Envelope(Person + i, "person", "N/" + (104 + i) + "/2026", sensitive: i >= Crimes)}}
            "names":[{"kind":"legal","given":["{{Given[i % Given.Length]}}"],"surname":"{{Surnames[i % Surnames.Length]}}"}],"sex":"{{1 + i % 2}}",
            "datesOfBirth":[{"date":"{{1961 + 3 * i}}-0{{1 + i % 9}}-1{{i % 10}}"}],{{described.TrimEnd().TrimEnd(',')}}}
            """;
    }

    private static string CrimeText(int i) => $$"""
        {{Envelope(Crime + i, "crime", "52260004" + (17 + i), sensitive: false)}}
        "reportedAt":"2026-03-0{{1 + i}}T07:40","recordedAt":"2026-03-0{{1 + i}}T08:02:11Z",
        "occurred":{"kind":"4","start":"2026-02-2{{1 + i}}T18:30","end":"2026-02-2{{1 + i}}T23:15"},
        "classifications":[{"category":"{{Categories[i % Categories.Length]}}","from":"2026-03-0{{1 + i}}T08:02:11Z"}],
        "recordingStatus":"recorded","summary":"Fact: reported by telephone, number {{i}} of the week",
        "latestOutcome":{"category":"under-investigation","asOf":"2026-03"},"recordedBy":{"collarNumber":"0417","rank":"PC"}
        """ + "}";

    private static string LocationText(int i) => $$"""
        {{Envelope(Location + i, "location", "L/" + (31 + i), sensitive: false)}}
        "kind":"address","address":{"premises":"{{12 + i}}","street":"Example Street","town":"Sampleton","postcode":"ZZ99 3WZ"},
        "point":{"latitude":51.4{{5400 + 37 * i}},"longitude":-2.5{{8700 + 41 * i}},"anonymised":false},
        "areas":[{"scheme":"ward","name":"Example Ward"}]}
        """;

    private static string StopText(int i) => $$"""
        {{Envelope(Stop + i, "stop-search", "S/" + (880 + i), sensitive: true)}}
        "kind":"person-search","at":"2026-03-0{{3 + i}}T22:1{{i}}","partOfOperation":false,
        "subject":{"gender":"male","ageRange":"18-24","selfDefinedEthnicity":"W1","observedEthnicity":"1"},
        "legislation":"misuse-of-drugs-act-1971-s23","objectOfSearch":"controlled-drugs","outcome":"no-further-action",
        "outcomeLinkedToObject":false,"moreThanOuterClothing":false,"grounds":"Fact: seen to pass a small packet"}
        """;

    // A link leaves out what is also true of the record that it starts at.
    private static string LinkText(int i, int from, string fromKind, int to, string toKind, string role) => $$"""
        {"id":"{{Id(Link + i)}}","type":"link","modelVersion":"1.0","version":{"number":1,"recordedAt":"2026-03-08T08:02:11Z"},
        "from":{"id":"{{Id(from)}}","kind":"{{fromKind}}"},"to":{"id":"{{Id(to)}}","kind":"{{toKind}}"},"role":"{{role}}","start":"2026-03"}
        """;

    private static string Envelope(int number, string type, string reference, bool sensitive) => $$"""
        {"id":"{{Id(number)}}","type":"{{type}}","modelVersion":"1.0","version":{"number":{{1 + number % 3}},"recordedAt":"2026-03-08T08:02:11Z"},
        "controllers":[{"scheme":"police","id":"avon-and-somerset"}],"source":{"system":"example-rms","reference":"{{reference}}"},
        "marking":{"tier":"official"{{(sensitive ? ",\"sensitive\":true" : "")}}},
        "collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
        "retention":{"scheme":"mopi","group":"mopi-3","clearPeriodStart":"2026-03-05"},
        """;
}
