using System.Buffers;
using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Benchmarks.Fhir;

/// <summary>The same person by the SDK: a record, or a bundle of it and what a Patient holds inside itself.</summary>
internal sealed class PolicePerson
{
    private readonly PolicingValidator _validator = new();
    private readonly byte[] _document;
    private readonly PoliceRecord _record;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 << 10);

    public PolicePerson(byte[] document)
    {
        _document = document;
        ReadResult result = _validator.Read(document);
        if (result.Report.Findings.Any(f => f.Rule.Severity == Severity.Error)) throw new InvalidOperationException($"The person is not sound: {result.Report.Findings[0]}.");
        _record = result.Record!;
        Content = ContentOf(_record is Bundle bundle ? [.. bundle.Records] : [_record]);
        Write();
        if (!_buffer.WrittenSpan.SequenceEqual(document)) throw new InvalidOperationException("The SDK does not write the person back.");
    }

    public PatientContent Content { get; }

    public object? Read() => PoliceJson.Read(_document).Record;

    /// <summary>By the validator.</summary>
    public object? ReadChecked() => _validator.Read(_document).Record;

    public void Write()
    {
        _buffer.ResetWrittenCount();
        PoliceJson.Write(_buffer, _record);
    }

    public byte[] WriteArray() => PoliceJson.Write(_record);

    private static PatientContent ContentOf(PoliceRecord[] records)
    {
        Person person = records.OfType<Person>().Single();
        return new(
            $"{person.Version!.Number} {person.Version.RecordedAt.Instant:u}",
            person.Controllers.Single().Id!,
            string.Join("; ", person.Names.Select(n => n.Full ?? string.Join(' ', n.Given.Append(n.Surname)))),
            person.Sex!.OwnCode == "2" ? "Female" : "",
            person.DatesOfBirth.First!.Date.Text,
            string.Join("; ", person.Identifiers.Select(i => $"{i.Kind!.Code} {i.Value}")),
            string.Join("; ", records.OfType<Link>().Select(l => AddressOf(l, records.OfType<Location>().Single(p => p.Id == l.To!.Id)))));
    }

    private static string AddressOf(Link link, Location place)
    {
        Address address = place.Address!;
        string use = link.Role!.Code == "home-address" ? "Home" : "";
        return $"{address.Premises} {address.Street}, {address.Town}, {address.Postcode}, {use}, from {link.Start.Text}";
    }
}
