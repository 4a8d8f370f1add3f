using System.Security.Cryptography;
using System.Text;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;
using Policing.JsonSchema;

namespace Policing.Ethics.Tests.Audit;

/// <summary>How an entry becomes core and details.</summary>
public class AuditContentTests
{
    private const string Canary = "Zebulon \"Quagmire\"\n\u0001\ud83d\ude80 of Nowhere";
    private static readonly byte[] Master = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly RecordId Person = RecordId.FromText("urn:uuid:0198d1a0-0000-7000-8000-000000000001");

    private static AuditContentWriter Writer { get; } = new(new AuditPseudonyms(new PseudonymKey("t1", Master)));

    [Fact]
    public void Core_and_details_are_these_bytes()
    {
        AuditContent content = Writer.Content(Full("Why"), clockWentBack: false);
        string core = Encoding.UTF8.GetString(content.Core);
        string actor = Pseudonym("audit:actor", "person:police:kent:u-1001");
        string record = Pseudonym("audit:record", "urn:uuid:0198d1a0-0000-7000-8000-000000000001");
        string subject = Pseudonym("audit:subject", "urn:uuid:0198d1a0-0000-7000-8000-000000000001");
        Assert.Equal(
            $$"""
            {"actor":"{{actor}}","agency":{"id":"kent","scheme":"police"},"basis":"{{SampleContexts.Investigator.Basis!.OwnCode}}","cause":"rule-permits","correlation":"{{Guid.Empty}}","id":"{{content.Id}}","kind":"access","operation":"disclosure","outcome":"permitted","policy":"sha256:1","purpose":"investigation","recipient":{"id":"E10000016","scheme":"gss"},"recordType":"person","records":["{{record}}"],"rules":["R1","R2"],"subjects":["{{subject}}"],"time":"2026-11-28T12:00:00.0000000Z"}
            """,
            core);
        Assert.StartsWith(
            """{"actor":{"agency":{"id":"kent","scheme":"police"},"person":"u-1001","system":"crime-desk"},"case":"46/1234/31","justification":"Why","reason":"Permitted""",
            Encoding.UTF8.GetString(content.Details),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Both_are_canonical_whatever_words_are_in_them_and_as_the_schemas_say()
    {
        foreach (AuditEntry entry in Entries(Canary))
        {
            AuditContent content = Writer.Content(entry, clockWentBack: true);
            Assert.Equal(CanonicalJson.From(content.Core), content.Core);
            Assert.Equal(CanonicalJson.From(content.Details), content.Details);
            Assert.Equal(DocumentVerdict.Valid, Schema("audit-core").Report(content.Core).Verdict);
            Assert.Equal(DocumentVerdict.Valid, Schema("audit-details").Report(content.Details).Verdict);
            AuditLeaf leaf = AuditLeaf.Of(content.Core, content.CoreSalt, content.Details, content.DetailsSalt);
            Assert.Equal(leaf.ToHash(), content.Leaf);
            Assert.Equal(leaf.Details.ToArray(), content.DetailsHash.ToArray());
        }
    }

    [Fact]
    public void An_exchange_of_keys_names_both_and_is_read_again()
    {
        using SigningKey first = SigningKey.NewEcdsa("audit.example/log");
        using SigningKey second = SigningKey.NewEcdsa("audit.example/log");
        KeyRotation rotation = new(EcdsaNoteSigner.Of(first).VerifierKey, EcdsaNoteSigner.Of(second).VerifierKey);
        AuditEntry entry = new() { Kind = AuditEntryKind.KeyRotated, Time = Noon, Context = SampleContexts.Investigator };
        AuditContent content = Writer.Content(entry, clockWentBack: false, rotation: rotation);
        Assert.Equal(CanonicalJson.From(content.Core), content.Core);
        Assert.Equal(DocumentVerdict.Valid, Schema("audit-core").Report(content.Core).Verdict);
        Assert.Contains($"\"keyFrom\":\"{rotation.From}\",\"keyTo\":\"{rotation.To}\",\"kind\":\"key-rotated\"", Encoding.UTF8.GetString(content.Core), StringComparison.Ordinal);
        Assert.True(CoreView.TryRead(content.Core, out CoreView? view));
        Assert.Equal((AuditEntryKind.KeyRotated, rotation), (view!.Kind, view.Rotation));
        // What is no exchange is none, and no exception.
        string[] others = ["{}", """{"keyFrom":1,"keyTo":{}}""", $$"""{"keyFrom":"{{rotation.From}}","keyTo":"{{rotation.From}}"}""", $$"""{"keyFrom":"{{rotation.From}}","keyTo":"other"}"""];
        foreach (string core in others)
        {
            Assert.True(CoreView.TryRead(Encoding.UTF8.GetBytes(core), out CoreView? none));
            Assert.Null(none!.Rotation);
        }
    }

    [Fact]
    public void Half_a_pair_of_surrogates_does_not_cost_the_entry()
    {
        AuditContent content = Writer.Content(Full("half \ud83d"), clockWentBack: false);
        Assert.Contains("half \ufffd", Encoding.UTF8.GetString(content.Details), StringComparison.Ordinal);
        Assert.Equal(CanonicalJson.From(content.Details), content.Details);
    }

    [Fact]
    public void No_personal_value_is_in_a_core_or_leaf()
    {
        foreach (AuditEntry entry in Entries("zebulon-quagmire"))
        {
            AuditContent content = Writer.Content(entry, clockWentBack: false);
            string core = Encoding.UTF8.GetString(content.Core);
            Assert.DoesNotContain("zebulon", core, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("u-1001", core, StringComparison.Ordinal);
            Assert.DoesNotContain("0198d1a0-0000", core, StringComparison.Ordinal);
            Assert.DoesNotContain("zebulon", AuditLeaf.Of(content.Core, content.CoreSalt, content.Details, content.DetailsSalt).ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Pseudonyms_of_people_subjects_and_records_cannot_be_joined_and_letter_case_makes_nobody_new()
    {
        AuditPseudonyms pseudonyms = new(new PseudonymKey("t1", Master));
        Assert.NotEqual(pseudonyms.OfSubject(Person), pseudonyms.OfRecord(Person));
        AccessActor officer = SampleContexts.Officer;
        Assert.Equal(pseudonyms.OfActor(officer), pseudonyms.OfActor(officer with { Person = "U-1001", System = "another" }));
        Assert.NotEqual(pseudonyms.OfActor(officer), pseudonyms.OfActor(officer with { Agency = SampleContexts.Essex }));
        Assert.NotEqual(pseudonyms.OfActor(officer with { Person = null }), pseudonyms.OfActor(officer with { Person = officer.System }));
        Assert.StartsWith("t1:", pseudonyms.OfActor(officer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_context_is_written_down_all_the_same()
    {
        AuditEntry entry = new() { Time = Noon, Context = SampleContexts.Investigator with { Actor = null!, Purpose = null! }, Decision = AccessDecision.Deny(DecisionCause.FaultyContext) };
        Assert.Contains("\"cause\":\"faulty-context\"", Encoding.UTF8.GetString(Writer.Content(entry, clockWentBack: false).Core), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_model_has_a_word_in_the_log()
    {
        Assert.All(Enum.GetValues<DecisionCause>(), cause => Assert.True(AuditNames.Causes.Has(cause)));
        Assert.All(Enum.GetValues<AuditEntryKind>(), kind => Assert.True(AuditNames.Kinds.Has(kind)));
        Assert.All(Enum.GetValues<AccessOperation>().Except([AccessOperation.Unstated]), operation => Assert.True(PolicyNames.Operations.Has(operation)));
        Assert.All(Enum.GetValues<AuditUse>().Except([AuditUse.Unstated]), use => Assert.True(AuditNames.Uses.Has(use)));
    }

    private static CompiledSchema Schema(string name)
    {
        using Stream stream = typeof(AuditLeaf).Assembly.GetManifestResourceStream($"ethics/1.0/{name}.schema.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return CompiledSchema.Compile(bytes.ToArray());
    }

    private static IEnumerable<AuditEntry> Entries(string words)
    {
        yield return Full(words);
        yield return new() { Time = Noon, Kind = AuditEntryKind.PolicyLoaded, PolicyHash = "sha256:1", Text = words };
        yield return new() { Time = Noon, Kind = AuditEntryKind.Review, Context = SampleContexts.Investigator, Reviewed = Guid.NewGuid(), Finding = ReviewFinding.NotJustified, Text = words };
        yield return new() { Time = Noon, Kind = AuditEntryKind.Reading, Context = SampleContexts.Investigator with { Actor = SampleContexts.Officer with { Person = null } }, Use = AuditUse.Integrity };
        yield return new() { Time = Noon };
        yield return Full(words) with
        {
            Context = SampleContexts.Investigator with
            {
                Justification = words,
                Emergency = words,
                Place = words,
                Session = words,
                ReasonCode = words,
                OnBehalfOf = SampleContexts.Officer with { Person = words, Roles = [words] },
                Sensitive = new() { Condition = Schedule8Condition.Safeguarding, PolicyDocument = words, StrictNecessity = words },
            },
        };
    }

    private static AuditEntry Full(string words) => new()
    {
        Time = Noon,
        Context = SampleContexts.Investigator with { Justification = words, Correlation = Guid.Empty },
        Operation = AccessOperation.Disclosure,
        RecordType = "person",
        Records = [Person],
        Subjects = [Person],
        Recipient = SampleContexts.Council,
        Decision = AccessDecision.Permit("sha256:1", ["R1", "R2"]),
        PolicyHash = "sha256:1",
    };

    // By the base library alone: what the page says of pseudonyms is enough to make them.
    private static string Pseudonym(string info, string text)
    {
        byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Master, 32, info: Encoding.UTF8.GetBytes(info));
        byte[] tag = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))[..16];
        return "t1:" + Convert.ToBase64String(tag).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
