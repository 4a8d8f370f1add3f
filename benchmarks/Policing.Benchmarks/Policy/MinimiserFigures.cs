using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.Benchmarks.Quick;
using Policing.Benchmarks.SchemaChecks;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;
using Policing.Ethics.Minimisation;
using Policing.Ethics.Redaction;

namespace Policing.Benchmarks.Policy;

/// <summary>
/// The minimiser against a bare copy of the same bytes, token by token from <see cref="Utf8JsonReader"/> to <see cref="Utf8JsonWriter"/>, that
/// withholds and checks nothing. Both write to a buffer that is there already.
/// </summary>
internal static class MinimiserFigures
{
    private const double Most = 2.0;
    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly SensitiveGround Ground = SensitiveGround.ByConsent("APD 1");

    // A bundle of several megabytes has more records than a host takes by default.
    private static readonly MinimiserOptions Options = new()
    {
        Limits = new JsonLimits { BundleRecords = 100_000 },
        Redactors = RedactorSet.BuiltIn.With("pseudonym", new PseudonymKey("bench", "0123456789abcdef0123456789abcdef"u8).For(ProcessingPurpose.Audit)),
    };

    /// <summary>A view as a partner might have it: some members, one made coarser, the rest withheld.</summary>
    private static readonly Minimiser Partner = new(PartnerView([new("datesOfBirth/date", "birth-year")]), Options);

    /// <summary>The same with pseudonyms for identifiers: what it costs is mostly the hash.</summary>
    private static readonly Minimiser Pseudonymous = new(PartnerView([new("datesOfBirth/date", "birth-year"), new("identifiers/value", "pseudonym")]), Options);

    /// <summary>A view that gives all that the model defines, so that the whole text is copied.</summary>
    private static readonly Minimiser Everything = new(new SharingView
    {
        Id = "everything",
        Version = "1",
        Records =
        [
            new RecordSharing
            {
                Type = RecordSharing.AnyType,
                Classes =
                [
                    PoliceDataClasses.Public, PoliceDataClasses.Personal, PoliceDataClasses.Sensitive,
                    PoliceDataClasses.Biometric, PoliceDataClasses.CriminalAllegation,
                    PoliceDataClasses.VulnerableOrProtected, PoliceDataClasses.Officer,
                    PoliceDataClasses.Covert, PoliceDataClasses.Operational,
                ],
            },
        ],
    }, Options);

    private static SharingView PartnerView(ValueList<RedactionRule> redact) => new()
    {
        Id = "partner",
        Version = "1",
        Records =
        [
            new RecordSharing { Type = "person", Members = ["controllers", "names/surname", "names/given", "sex"], Redact = redact },
            new RecordSharing { Type = "crime", Members = ["controllers", "classifications", "occurred"] },
            new RecordSharing { Type = "link", Members = ["from", "to", "role"] },
        ],
    };

    public static void Run(FigureSheet sheet)
    {
        byte[] person = ExchangeDocuments.Person;
        Compare(sheet, "policy.minimise.person", person, TimeSpan.FromSeconds(1));
        Compare(sheet, "policy.minimise.bundle-20k", ExchangeDocuments.Bundle(20 << 10), TimeSpan.FromSeconds(1));
        Compare(sheet, "policy.minimise.bundle-5m", ExchangeDocuments.Bundle(5 << 20), TimeSpan.FromSeconds(2));
        Typed(sheet, person);
    }

    private static void Compare(FigureSheet sheet, string name, byte[] text, TimeSpan time)
    {
        ArrayBufferWriter<byte> output = new(text.Length * 2);
        ArrayBufferWriter<byte> copy = new(text.Length * 2);
        using Utf8JsonWriter writer = new(copy, Unchecked);
        double[] seconds = Contest.Seconds(time, () => Minimise(Partner, text, output), () => Minimise(Everything, text, output), () => Copy(text, copy, writer));
        string reference = $"bare copy {seconds[2] * 1e6:0.00} us of {text.Length:#,0} bytes";
        sheet.AddRatio(name + ".partner.time", seconds[0], seconds[2], Most, $"{seconds[0] * 1e6:0.00} us, {reference}");
        sheet.AddRatio(name + ".everything.time", seconds[1], seconds[2], Most, $"{seconds[1] * 1e6:0.00} us, {reference}");
        int calls = text.Length > 1 << 20 ? 10 : 500;
        sheet.Add(new(name + ".bytes", Contest.Bytes(() => Minimise(Partner, text, output), calls), 0, " B", $"beside the output; bare copy {Contest.Bytes(() => Copy(text, copy, writer), calls):0} B"));
    }

    // No bounds: pseudonyms cost their hashes; the typed layer writes, minimises and reads.
    private static void Typed(FigureSheet sheet, byte[] text)
    {
        ArrayBufferWriter<byte> output = new(text.Length * 2);
        double[] hashed = Contest.Seconds(TimeSpan.FromSeconds(1), () => Minimise(Pseudonymous, text, output), () => Minimise(Partner, text, output));
        sheet.Say($"policy.minimise.pseudonyms: {hashed[0] * 1e6:0.00} us with two of them, {hashed[1] * 1e6:0.00} us without");
        Person person = (Person)PoliceJson.Read(text).Record!;
        double[] seconds = Contest.Seconds(TimeSpan.FromSeconds(1), () => Partner.Minimise(person), () => PoliceJson.Read(PoliceJson.Write(person)));
        sheet.Say($"policy.minimise.record: {seconds[0] * 1e6:0.00} us, {Contest.Bytes(() => Partner.Minimise(person)):0} B; writing and reading it alone {seconds[1] * 1e6:0.00} us, {Contest.Bytes(() => PoliceJson.Read(PoliceJson.Write(person))):0} B");
    }

    private static void Minimise(Minimiser minimiser, byte[] text, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        if (!minimiser.TryMinimise(text, output, Ground, out MinimisationException? refusal)) throw refusal;
    }

    /// <summary>The least that a program can do that reads JSON and writes it.</summary>
    private static void Copy(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output, Utf8JsonWriter writer)
    {
        output.ResetWrittenCount();
        writer.Reset();
        Utf8JsonReader reader = new(text);
        while (reader.Read()) Token(ref reader, writer);
        writer.Flush();
    }

    private static void Token(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.ValueSpan); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.ValueSpan); break;
            case JsonTokenType.Number: writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
            case JsonTokenType.True: writer.WriteBooleanValue(true); break;
            case JsonTokenType.False: writer.WriteBooleanValue(false); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
