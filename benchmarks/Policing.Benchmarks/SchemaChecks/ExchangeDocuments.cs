using System.Globalization;
using System.Text;
using Policing.Testing;

namespace Policing.Benchmarks.SchemaChecks;

/// <summary>Documents as they are exchanged, compact, the same in every run; nobody in them exists, and their identifiers are from the safe ranges.</summary>
internal static class ExchangeDocuments
{
    private static readonly string[] Given = ["Siân", "Ahmed", "Grace", "Tomasz", "Priya", "Rhys"];
    private static readonly string[] Hair = ["black", "dark-brown", "light-brown", "grey"];
    private static readonly string[] Eyes = ["brown", "blue", "hazel", "green"];
    private static readonly string[] Categories = ["burglary", "shoplifting", "vehicle-crime", "other-theft"];
    private static readonly string[] Roles = ["victim", "suspect", "witness"];

    /// <summary>About 1 KB.</summary>
    public static byte[] Person { get; } = Encoding.UTF8.GetBytes(PersonText(1));

    /// <summary>A bundle of persons, crimes and links of at least so many bytes, and little more.</summary>
    public static byte[] Bundle(int bytes)
    {
        StringBuilder text = new(
            """
            {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c00000000","type":"bundle","modelVersion":"1.0","version":{"number":1,"recordedAt":"2026-03-05T08:02:11Z"},"kind":"collection","operationalStatus":"test","sentAt":"2026-03-05T08:02:12.5Z","sender":{"scheme":"police","id":"avon-and-somerset"},"records":[
            """);
        for (ulong number = 1; text.Length < bytes; number++)
        {
            text.Append(number == 1 ? "" : ",").Append((number % 3) switch { 1 => PersonText(number), 2 => CrimeText(number), _ => LinkText(number) });
        }
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    /// <summary>The same document with the last code that it has of a list replaced by one that the list has not.</summary>
    public static byte[] Invalid(byte[] document, string code)
    {
        byte[] wrong = [.. document];
        int at = wrong.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes($"\"{code}\""));
        wrong[at + 1] = (byte)'~';
        return wrong;
    }

    private static string PersonText(ulong n) => OneLine(
        $$"""
        {"id":"{{Id(n)}}","type":"person","modelVersion":"1.0","version":{"number":{{1 + (n % 9)}},"recordedAt":"2026-03-04T10:15:{{n % 60:00}}Z"},
        "status":{"state":"active"},"controllers":[{"scheme":"police","id":"avon-and-somerset"}],"source":{"system":"example-rms","reference":"N/{{n}}/2026"},
        "references":[{"system":"example-custody","value":"C 2026 {{n}}"}],"marking":{"tier":"official","sensitive":true},
        "collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
        "retention":{"scheme":"mopi","group":"mopi-2","clearPeriodStart":"2026-03-04"},
        "names":[{"kind":"legal","given":["{{Pick(Given, n)}}","Mair"],"surname":"Example"},{"kind":"alias","full":"Shan E"}],"sex":"{{1 + (n % 2)}}",
        "datesOfBirth":[{"date":"{{1950 + (n % 50)}}-06"}],"ethnicities":[{"selfDefined":"W1","officerDefined":"1"}],
        "identifiers":[{"kind":"pnc-id","value":"{{SafeRanges.PncId(n)}}"},{"kind":"local","value":"X-48-{{n}}"}],
        "descriptions":[{"build":"medium","leftEye":"{{Pick(Eyes, n)}}","rightEye":"{{Pick(Eyes, n)}}","hair":"{{Pick(Hair, n)}}","heightFrom":{{150 + (n % 40)}},"heightTo":{{155 + (n % 40)}},
        "distinguishingFeatures":["scar, left hand"],"clothing":"green coat"}],"contacts":[{"kind":"mobile","telephone":"{{SafeRanges.MobileTelephone(n)}}"}],
        "addresses":[{"lines":["{{n}} Example Street","Exampleton"],"postcode":"{{SafeRanges.Postcode(n)}}"}]}
        """);

    private static string CrimeText(ulong n) => OneLine(
        $$"""
        {"id":"{{Id(n)}}","type":"crime","modelVersion":"1.0","version":{"number":1,"recordedAt":"2026-03-05T08:02:{{n % 60:00}}Z"},
        "controllers":[{"scheme":"police","id":"avon-and-somerset"}],"source":{"system":"example-rms","reference":"52{{n:00000000}}","period":"2026-03"},
        "marking":{"tier":"official"},"collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
        "retention":{"scheme":"mopi","group":"mopi-3","clearPeriodStart":"2026-03-05"},"reportedAt":"2026-03-05T07:40","recordedAt":"2026-03-05T08:02:11Z",
        "occurred":{"kind":"4","start":"2026-03-04T18:30","end":"2026-03-05T07:15"},
        "classifications":[{"category":"{{Pick(Categories, n)}}","homeOfficeClassification":"28A","offence":"TH68010","from":"2026-03-05T08:02:11Z"}],
        "recordingStatus":"recorded","summary":"Fact: shed forced, garden tools taken","modusOperandi":"padlock cut",
        "latestOutcome":{"category":"under-investigation","asOf":"2026-03"},"recordedBy":{"collarNumber":"{{n % 10000:0000}}","rank":"PC"}
        }
        """);

    private static string LinkText(ulong n) => OneLine(
        $$"""
        {"id":"{{Id(n)}}","type":"link","modelVersion":"1.0","version":{"number":1,"recordedAt":"2026-03-05T08:02:{{n % 60:00}}Z"},
        "from":{"type":"person","id":"{{Id(n - 2)}}"},"to":{"type":"crime","id":"{{Id(n - 1)}}"},"confidence":0.{{10 + (n % 90)}},"role":"{{Pick(Roles, n / 3)}}"}
        """);

    private static string Id(ulong n) => string.Create(CultureInfo.InvariantCulture, $"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c{n:x8}");

    private static string Pick(string[] list, ulong n) => list[n % (ulong)list.Length];

    private static string OneLine(string lines) => lines.ReplaceLineEndings("");
}
