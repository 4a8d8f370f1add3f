using System.Text;

namespace Policing.Benchmarks.Fhir;

/// <summary>One person's particulars in both forms. Synthetic, like all that is here.</summary>
internal static class PatientDocuments
{
    // Both forms have version and time, who holds it, names, gender, date of birth and identifiers in the one record.
    private const string PersonMembers = """
        "version":{"number":2,"recordedAt":"2026-03-04T10:15:30Z"},"controllers":[{"scheme":"police","id":"avon-and-somerset"}],
        "names":[{"kind":"legal","given":["Siân","Mair"],"surname":"Example"},{"kind":"alias","full":"Shan E"}],"sex":"2",
        "datesOfBirth":[{"date":"1987-06-14"}],
        "identifiers":[{"kind":"local","value":"X-48-2201"},{"kind":"custody-record-number","value":"33AB/417/26"}]
        """;

    private const string PatientMembers = """
        "meta":{"versionId":"2","lastUpdated":"2026-03-04T10:15:30Z"},
        "identifier":[{"system":"https://rms.example/local","value":"X-48-2201"},
        {"system":"https://rms.example/custody-record-number","value":"33AB/417/26"}],
        "name":[{"use":"official","family":"Example","given":["Siân","Mair"]},{"use":"nickname","text":"Shan E"}],
        "gender":"female","birthDate":"1987-06-14"
        """;

    private const string PatientEnd = """
        "managingOrganization":{"identifier":{"system":"https://rms.example/police","value":"avon-and-somerset"}}
        """;

    public static byte[] Person { get; } = OneLine($$"""
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11","type":"person","modelVersion":"1.0",{{PersonMembers}}}
        """);

    public static byte[] Patient { get; } = OneLine($$"""
        {"resourceType":"Patient","id":"0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11",{{PatientMembers}},{{PatientEnd}}}
        """);

    /// <summary>With an address, which is a record of its own here, and a link to it that has the period.</summary>
    public static byte[] PersonWithAddress { get; } = OneLine($$$"""
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d10","type":"bundle","modelVersion":"1.0",
        "kind":"collection","operationalStatus":"test","records":[
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11","type":"person","modelVersion":"1.0",{{{PersonMembers}}}},
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d12","type":"location","modelVersion":"1.0",
        "controllers":[{"scheme":"police","id":"avon-and-somerset"}],
        "address":{"premises":"12","street":"Example Street","town":"Sampleton","postcode":"ZZ99 3WZ"}},
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d13","type":"link","modelVersion":"1.0",
        "from":{"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11"},"to":{"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d12"},
        "role":"home-address","start":"2019-03"}]}
        """);

    public static byte[] PatientWithAddress { get; } = OneLine($$$"""
        {"resourceType":"Patient","id":"0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11",{{{PatientMembers}}},
        "address":[{"use":"home","line":["12 Example Street"],"city":"Sampleton","postalCode":"ZZ99 3WZ","period":{"start":"2019-03"}}],
        {{{PatientEnd}}}}
        """);

    private static byte[] OneLine(string lines) => Encoding.UTF8.GetBytes(lines.ReplaceLineEndings(""));
}
