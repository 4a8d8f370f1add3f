using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;
using Member = Policing.Ethics.Tests.Minimisation.ModelData.Member;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>Random views that fit the model: paths, classes, exceptions and redactions of every kind.</summary>
internal sealed class RandomView(Random random)
{
    private static readonly DataClassification[] Classes =
    [
        PoliceDataClasses.Public, PoliceDataClasses.Personal, PoliceDataClasses.Sensitive, PoliceDataClasses.Biometric, PoliceDataClasses.CriminalAllegation,
        PoliceDataClasses.VulnerableOrProtected, PoliceDataClasses.Officer, PoliceDataClasses.Covert, PoliceDataClasses.Operational,
    ];

    private static readonly string[] Unnamed = ["absent", "view", "extensions", "signatures"];

    /// <summary>The redactors that views may name, as objects.</summary>
    public static IReadOnlyDictionary<string, object> Redactors { get; } = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["erase"] = EraseRedactor.Instance,
        ["postcode-sector"] = PostcodeRedactor.ToSector,
        ["birth-year"] = BirthYearRedactor.Instance,
        ["age-band"] = new AgeBandRedactor(TimeProvider.System),
        ["vrm-partial"] = VrmPartialRedactor.Instance,
        ["grid-reference-1km"] = new GridReferenceRedactor(1_000),
        ["pseudonym"] = new PseudonymKey("k1", "0123456789abcdef0123456789abcdef"u8).For(ProcessingPurpose.Audit),
        ["grid-1km"] = new PointGrid(1_000),
    };

    public static MinimiserOptions Options { get; } = new()
    {
        Redactors = RedactorSet.BuiltIn.With("pseudonym", (PseudonymRedactor)Redactors["pseudonym"]),
    };

    public SharingView View()
    {
        List<RecordSharing> records = [];
        if (random.Next(2) == 0) records.Add(new RecordSharing { Type = "*", Classes = SomeClasses(), Extensions = Extensions() });
        foreach (string type in ModelData.Records.Keys)
            if (random.Next(3) > 0) records.Add(Sharing(type));
        return new SharingView
        {
            Id = "random",
            Version = "1",
            Notes = random.Next(4) == 0 ? WithheldNotes.None : WithheldNotes.Held,
            Records = ValueList.From(records.Count > 0 ? records : [Sharing("person")]),
        };
    }

    private RecordSharing Sharing(string type)
    {
        (string Path, Member Member)[] paths =
            [.. ModelData.Paths(type).Where(p => !Unnamed.Contains(p.Path.Split('/')[0]))];
        return new RecordSharing
        {
            Type = type,
            Classes = SomeClasses(),
            Members = ValueList.From(paths.Where(p => random.Next(p.Member.Format == "part" ? 12 : 5) == 0).Select(p => p.Path)),
            Except = ValueList.From(paths.Where(p => random.Next(20) == 0 && !IsAlways(p.Path, type)).Select(p => p.Path)),
            Redact = ValueList.From(paths.Where(p => random.Next(8) == 0 && !IsAlways(p.Path, type)).Select(p => new RedactionRule(p.Path, Redactor(p.Member)))),
            RedactClasses = ValueList.From(Classes.Where(_ => random.Next(12) == 0).Select(c => new ClassRedaction(c, random.Next(2) == 0 ? "pseudonym" : "erase"))),
            Extensions = Extensions(),
        };
    }

    private static bool IsAlways(string path, string type) =>
        path is "id" or "type" or "modelVersion" or "status" or "status/state" || path.Split('/')[0] == "marking"
        || (type == "bundle" && path is "kind" or "operationalStatus" or "records");

    private ValueList<DataClassification> SomeClasses() =>
        random.Next(3) == 0 ? default : ValueList.From(Classes.Where(_ => random.Next(2) == 0));

    private ValueList<string> Extensions() => random.Next(5) switch { 0 => default, 1 => ["*"], 2 => ["*", "https://example.org/given"], _ => ["https://example.org/given"] };

    private string Redactor(Member member)
    {
        if (member.Part == "GeoPoint" && random.Next(2) == 0) return "grid-1km";
        if (member.Format is not ("text" or "value" or "code") && (member.Format != "part" || member.Shape == "map" || random.Next(2) == 0)) return "erase";
        string[] ofText = [.. Redactors.Keys.Where(k => k != "grid-1km")];
        return ofText[random.Next(ofText.Length)];
    }
}
