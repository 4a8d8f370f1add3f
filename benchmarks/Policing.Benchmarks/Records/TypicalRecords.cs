using System.Text;

namespace Policing.Benchmarks.Records;

/// <summary>Documents of ordinary size and content, in the form that both sides write: what is read is written back byte for byte.</summary>
internal static class TypicalRecords
{
    /// <summary>The whole envelope, two names, codes, identifiers and a description: about 1 KB.</summary>
    public static byte[] Person { get; } = OneLine(
        """
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11","type":"person","modelVersion":"1.0",
        "version":{"number":2,"recordedAt":"2026-03-04T10:15:30Z"},"status":{"state":"active"},
        "controllers":[{"scheme":"police","id":"avon-and-somerset"}],"source":{"system":"example-rms","reference":"N/104/2026"},
        "references":[{"system":"example-custody","value":"C 2026 0417"}],"marking":{"tier":"official","sensitive":true},
        "collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
        "retention":{"scheme":"mopi","group":"mopi-2","clearPeriodStart":"2026-03-04"},
        "names":[{"kind":"legal","given":["Siân","Mair"],"surname":"Example"},{"kind":"alias","full":"Shan E"}],"sex":"2",
        "datesOfBirth":[{"date":"1987-06-14"}],"ethnicities":[{"selfDefined":"W1","officerDefined":"1"}],
        "identifiers":[{"kind":"local","value":"X-48-2201"},{"kind":"custody-record-number","value":"33AB/417/26"}],
        "descriptions":[{"build":"medium","leftEye":"brown","rightEye":"brown","hair":"dark-brown"},{"heightFrom":165,"heightTo":170}],
        "occupations":[{"title":"Example gardener","employer":"Sampleton Nurseries"}]}
        """);

    /// <summary>A crime as a force's record system gives it.</summary>
    public static byte[] Crime { get; } = OneLine(
        """
        {"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d12","type":"crime","modelVersion":"1.0",
        "version":{"number":1,"recordedAt":"2026-03-05T08:02:11Z"},"controllers":[{"scheme":"police","id":"avon-and-somerset"}],
        "source":{"system":"example-rms","reference":"5226000417","period":"2026-03"},"marking":{"tier":"official"},
        "collection":{"regime":"dpa-part-3","purposes":["investigation"],"basis":"part-3-task"},
        "retention":{"scheme":"mopi","group":"mopi-3","clearPeriodStart":"2026-03-05"},
        "reportedAt":"2026-03-05T07:40","recordedAt":"2026-03-05T08:02:11Z",
        "occurred":{"kind":"4","start":"2026-03-04T18:30","end":"2026-03-05T07:15"},
        "classifications":[{"category":"burglary","homeOfficeClassification":"028/01","offence":"TH68010","from":"2026-03-05T08:02:11Z"}],
        "recordingStatus":"recorded","summary":"Fact: shed forced, garden tools taken","modusOperandi":"padlock cut",
        "latestOutcome":{"category":"under-investigation","asOf":"2026-03"},"recordedBy":{"collarNumber":"0417","rank":"PC"}}
        """);

    private static byte[] OneLine(string lines) => Encoding.UTF8.GetBytes(lines.ReplaceLineEndings(""));
}
