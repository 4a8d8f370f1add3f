using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Policing.Benchmarks.Fhir;

/// <summary>
/// A Patient by the Firely SDK, over System.Text.Json and with everything kept that can be: as its documentation shows it, which checks values
/// against FHIR, and with those checks off, its fastest way.
/// </summary>
internal sealed class FirelyPatient
{
    private static readonly JsonSerializerOptions Documented = new JsonSerializerOptions().ForFhir();
    private static readonly FhirJsonDeserializer Unchecked = new(new DeserializerSettings { Validator = null });
    private static readonly FhirJsonSerializer Serializer = new();
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly byte[] _document;
    private readonly Patient _patient;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 << 10);

    public FirelyPatient(byte[] document)
    {
        _document = document;
        _patient = (Patient)Read()!;
        Content = ContentOf(_patient);
        if (Content != ContentOf((Patient)ReadUnchecked())) throw new InvalidOperationException("Firely's two ways read a different Patient.");
        Write();
        if (!_buffer.WrittenSpan.SequenceEqual(document)) throw new InvalidOperationException("Firely does not write the Patient back.");
    }

    public PatientContent Content { get; }

    public object? Read() => JsonSerializer.Deserialize<Patient>(_document, Documented);

    public object ReadUnchecked()
    {
        Utf8JsonReader reader = new(_document);
        return Unchecked.TryDeserializeResource(ref reader, out Resource? patient, out _) && patient is not null
            ? patient
            : throw new InvalidOperationException("Firely finds fault with the Patient.");
    }

    public void Write()
    {
        _buffer.ResetWrittenCount();
        using Utf8JsonWriter writer = new(_buffer, WriterOptions);
        Serializer.Serialize(_patient, writer);
    }

    // Its own encoder escapes more; what it saves by pooling its writer is what counts here.
    public byte[] WriteArray() => JsonSerializer.SerializeToUtf8Bytes(_patient, Documented);

    private static PatientContent ContentOf(Patient patient) => new(
        $"{patient.Meta!.VersionId} {patient.Meta.LastUpdated:u}",
        patient.ManagingOrganization!.Identifier!.Value!,
        string.Join("; ", patient.Name.Select(n => n.Text ?? string.Join(' ', n.Given.Append(n.Family)))),
        patient.Gender.ToString()!,
        patient.BirthDate!,
        string.Join("; ", patient.Identifier.Select(i => $"{new Uri(i.System!).Segments[^1]} {i.Value}")),
        string.Join("; ", patient.Address.Select(a => $"{string.Join(' ', a.Line)}, {a.City}, {a.PostalCode}, {a.Use}, from {a.Period!.Start}")));
}
