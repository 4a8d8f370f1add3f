using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Policing.DataModel.Codes;
using Sylvan.Data.Csv;

namespace Policing.Benchmarks.Import;

/// <summary>
/// The peer of <see cref="StreetImport"/>: what somebody would write who knew a street file to be clean and wanted these bytes and no more.
/// It goes from the CSV reader's spans straight to Utf8JsonWriter; no records, no findings, no rejects, nothing checked.
/// </summary>
internal sealed class HandWrittenStreet
{
    private const int FlushBytes = 64 << 10;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly StreetTable _table;
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly Utf8JsonWriter _json;
    private readonly HandWrittenKey _key = new();
    private readonly HandWrittenCodes _types = new(static text => ReferenceData.BuiltIn.FindMapped("crime-category", "data.police.uk", text)?.Code);
    private readonly HandWrittenCodes _outcomes = new(static text => ReferenceData.BuiltIn.FindMapped("outcome-category", "data.police.uk", text)?.Code);
    private readonly HandWrittenCodes _forces = new(static text => ReferenceData.BuiltIn.FindAgency(text)?.Id);
    private readonly HashSet<Guid> _places = [];
    private readonly Dictionary<Guid, int> _ordinals = [];

    private HandWrittenStreet(StreetTable table, Stream output, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        _table = table;
        _output = output;
        _buffer = buffer;
        _json = json;
    }

    public static void Write(StreetTable table, Stream output)
    {
        ArrayBufferWriter<byte> buffer = new(2 * FlushBytes);
        using Utf8JsonWriter json = new(buffer, Options);
        new HandWrittenStreet(table, output, buffer, json).Write();
    }

    private void Write()
    {
        using StreamReader text = new(new MemoryStream(_table.Csv));
        using CsvDataReader csv = CsvDataReader.Create(text);
        WriteHeader();
        for (long row = 1; csv.Read(); row++)
        {
            WriteRow(csv, row);
            if (_buffer.WrittenCount >= FlushBytes) Drain();
        }

        Drain();
    }

    private void WriteHeader()
    {
        Begin(_key.Start("file"u8).Add(_table.Name).ToId(), Names.Bundle);
        _json.WriteStartObject(Names.Source);
        _json.WriteString(Names.System, Names.DataPoliceUk);
        _json.WriteEndObject();
        WriteCollection();
        _json.WriteString(Names.Kind, Names.Collection);
        _json.WriteString(Names.OperationalStatus, Names.Test);
        End();
    }

    private void WriteRow(CsvDataReader csv, long row)
    {
        (string _, JsonEncodedText force) = _forces.Of(csv.GetFieldSpan(Column.ReportedBy));
        (string type, JsonEncodedText typeJson) = _types.Of(csv.GetFieldSpan(Column.CrimeType));
        bool isCrime = type != "anti-social-behaviour";
        bool hasPlace = !csv.GetFieldSpan(Column.Longitude).IsEmpty;
        Guid place = hasPlace ? WritePlace(csv, force) : default;
        Guid id = isCrime ? CrimeId(csv, type) : _key.Start("row"u8).Add(_table.Name).Add(row).ToId();
        WriteEvent(csv, id, isCrime, typeJson, force);
        if (hasPlace) WriteLink(id, isCrime ? Names.Crime : Names.AntiSocialBehaviour, place);
    }

    private Guid CrimeId(CsvDataReader csv, string type)
    {
        _key.Start("crime"u8).Add(csv.GetFieldSpan(Column.CrimeId)).Add(csv.GetFieldSpan(Column.Month)).Add(type)
            .Add(csv.GetFieldSpan(Column.Latitude)).Add(csv.GetFieldSpan(Column.Longitude));
        int length = _key.Length;
        Guid first = _key.Add(1).ToId();
        int ordinal = ++CollectionsMarshal.GetValueRefOrAddDefault(_ordinals, first, out _);
        return ordinal == 1 ? first : _key.Cut(length).Add(ordinal).ToId();
    }

    private Guid WritePlace(CsvDataReader csv, JsonEncodedText force)
    {
        Guid id = _key.Start("location"u8).Add(csv.GetFieldSpan(Column.Longitude)).Add(csv.GetFieldSpan(Column.Latitude))
            .Add(csv.GetFieldSpan(Column.Location)).Add(csv.GetFieldSpan(Column.LsoaCode)).Add(csv.GetFieldSpan(Column.LsoaName)).ToId();
        if (!_places.Add(id)) return id;
        Begin(id, Names.Location);
        WriteControllers(force);
        _json.WriteStartObject(Names.Source);
        _json.WriteString(Names.System, Names.DataPoliceUk);
        _json.WriteEndObject();
        WriteCollection();
        _json.WriteString(Names.Kind, Names.AnonymisedPoint);
        _json.WriteString(Names.Description, csv.GetFieldSpan(Column.Location));
        _json.WriteStartObject(Names.Point);
        _json.WriteNumber(Names.Latitude, decimal.Parse(csv.GetFieldSpan(Column.Latitude), NumberStyles.Float, CultureInfo.InvariantCulture));
        _json.WriteNumber(Names.Longitude, decimal.Parse(csv.GetFieldSpan(Column.Longitude), NumberStyles.Float, CultureInfo.InvariantCulture));
        _json.WriteBoolean(Names.Anonymised, true);
        _json.WriteEndObject();
        _json.WriteStartArray(Names.Areas);
        _json.WriteStartObject();
        _json.WriteString(Names.Scheme, Names.Lsoa);
        _json.WriteString(Names.Code, csv.GetFieldSpan(Column.LsoaCode));
        _json.WriteString(Names.Name, csv.GetFieldSpan(Column.LsoaName));
        _json.WriteEndObject();
        _json.WriteEndArray();
        End();
        return id;
    }

    private void WriteEvent(CsvDataReader csv, Guid id, bool isCrime, JsonEncodedText type, JsonEncodedText force)
    {
        Begin(id, isCrime ? Names.Crime : Names.AntiSocialBehaviour);
        WriteControllers(force);
        _json.WriteStartObject(Names.Source);
        _json.WriteString(Names.System, Names.DataPoliceUk);
        if (isCrime) _json.WriteString(Names.Reference, csv.GetFieldSpan(Column.CrimeId));
        _json.WriteString(Names.Period, csv.GetFieldSpan(Column.Month));
        _json.WriteStartObject(Names.Agency);
        WriteAgency(force);
        _json.WriteEndObject();
        if (!isCrime) _json.WriteBoolean(Names.Keyless, true);
        _json.WriteEndObject();
        WriteCollection();
        if (isCrime) WriteCodes(type, csv.GetFieldSpan(Column.LastOutcome));
        End();
    }

    private void WriteCodes(JsonEncodedText type, ReadOnlySpan<char> outcome)
    {
        _json.WriteStartArray(Names.Classifications);
        _json.WriteStartObject();
        _json.WriteString(Names.Category, type);
        _json.WriteEndObject();
        _json.WriteEndArray();
        if (outcome.IsEmpty) return;
        _json.WriteStartObject(Names.LatestOutcome);
        _json.WriteString(Names.Category, _outcomes.Of(outcome).Json);
        _json.WriteEndObject();
    }

    private void WriteLink(Guid from, JsonEncodedText kind, Guid to)
    {
        Begin(_key.Start("link"u8).Add("occurred-at").Add(from).Add(to).ToId(), Names.Link);
        WriteLinkEnd(Names.From, from, kind);
        WriteLinkEnd(Names.To, to, Names.Location);
        _json.WriteString(Names.Role, Names.OccurredAt);
        End();
    }

    private void WriteLinkEnd(JsonEncodedText name, Guid id, JsonEncodedText kind)
    {
        _json.WriteStartObject(name);
        WriteId(id);
        _json.WriteString(Names.Kind, kind);
        _json.WriteEndObject();
    }

    private void WriteControllers(JsonEncodedText force)
    {
        _json.WriteStartArray(Names.Controllers);
        _json.WriteStartObject();
        WriteAgency(force);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteAgency(JsonEncodedText force)
    {
        _json.WriteString(Names.Scheme, Names.Police);
        _json.WriteString(Names.Id, force);
    }

    private void WriteCollection()
    {
        _json.WriteStartObject(Names.Collection);
        _json.WriteString(Names.Regime, Names.NotPersonal);
        _json.WriteEndObject();
    }

    private void WriteId(Guid id)
    {
        Span<byte> text = stackalloc byte[45];
        "urn:uuid:"u8.CopyTo(text);
        id.TryFormat(text[9..], out _, "D");
        _json.WriteString(Names.Id, text);
    }

    private void Begin(Guid id, JsonEncodedText type)
    {
        _json.WriteStartObject();
        WriteId(id);
        _json.WriteString(Names.Type, type);
        _json.WriteString(Names.ModelVersion, Names.Version);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
    }

    private void Drain()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private static class Column
    {
        public const int CrimeId = 0;
        public const int Month = 1;
        public const int ReportedBy = 2;
        public const int Longitude = 4;
        public const int Latitude = 5;
        public const int Location = 6;
        public const int LsoaCode = 7;
        public const int LsoaName = 8;
        public const int CrimeType = 9;
        public const int LastOutcome = 10;
    }

    private static class Names
    {
        public static readonly JsonEncodedText Agency = JsonEncodedText.Encode("agency");
        public static readonly JsonEncodedText Anonymised = JsonEncodedText.Encode("anonymised");
        public static readonly JsonEncodedText AnonymisedPoint = JsonEncodedText.Encode("anonymised-point");
        public static readonly JsonEncodedText AntiSocialBehaviour = JsonEncodedText.Encode("anti-social-behaviour");
        public static readonly JsonEncodedText Areas = JsonEncodedText.Encode("areas");
        public static readonly JsonEncodedText Bundle = JsonEncodedText.Encode("bundle");
        public static readonly JsonEncodedText Category = JsonEncodedText.Encode("category");
        public static readonly JsonEncodedText Classifications = JsonEncodedText.Encode("classifications");
        public static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
        public static readonly JsonEncodedText Collection = JsonEncodedText.Encode("collection");
        public static readonly JsonEncodedText Controllers = JsonEncodedText.Encode("controllers");
        public static readonly JsonEncodedText Crime = JsonEncodedText.Encode("crime");
        public static readonly JsonEncodedText DataPoliceUk = JsonEncodedText.Encode("data.police.uk");
        public static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
        public static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
        public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
        public static readonly JsonEncodedText Keyless = JsonEncodedText.Encode("keyless");
        public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
        public static readonly JsonEncodedText LatestOutcome = JsonEncodedText.Encode("latestOutcome");
        public static readonly JsonEncodedText Latitude = JsonEncodedText.Encode("latitude");
        public static readonly JsonEncodedText Link = JsonEncodedText.Encode("link");
        public static readonly JsonEncodedText Location = JsonEncodedText.Encode("location");
        public static readonly JsonEncodedText Longitude = JsonEncodedText.Encode("longitude");
        public static readonly JsonEncodedText Lsoa = JsonEncodedText.Encode("lsoa");
        public static readonly JsonEncodedText ModelVersion = JsonEncodedText.Encode("modelVersion");
        public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
        public static readonly JsonEncodedText NotPersonal = JsonEncodedText.Encode("not-personal");
        public static readonly JsonEncodedText OccurredAt = JsonEncodedText.Encode("occurred-at");
        public static readonly JsonEncodedText OperationalStatus = JsonEncodedText.Encode("operationalStatus");
        public static readonly JsonEncodedText Period = JsonEncodedText.Encode("period");
        public static readonly JsonEncodedText Point = JsonEncodedText.Encode("point");
        public static readonly JsonEncodedText Police = JsonEncodedText.Encode("police");
        public static readonly JsonEncodedText Reference = JsonEncodedText.Encode("reference");
        public static readonly JsonEncodedText Regime = JsonEncodedText.Encode("regime");
        public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
        public static readonly JsonEncodedText Scheme = JsonEncodedText.Encode("scheme");
        public static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
        public static readonly JsonEncodedText System = JsonEncodedText.Encode("system");
        public static readonly JsonEncodedText Test = JsonEncodedText.Encode("test");
        public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
        public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
        public static readonly JsonEncodedText Version = JsonEncodedText.Encode("1.0");
    }
}
