using System.Text;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.DataModel.Json;
using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

/// <summary>What the mapping makes of some rows.</summary>
internal sealed class MappedRows : IRecordSink
{
    public const string StreetName = "2031-01-cleveland-street.csv";
    public const string OutcomesName = "2031-02-cleveland-outcomes.csv";
    public const string StopsName = "2031-01-cleveland-stop-and-search.csv";

    private const string StreetHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

    private const string OutcomesHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type";

    private const string StopsHeader =
        "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,"
        + "Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing";

    private readonly List<PoliceRecord> _records = [];

    private MappedRows()
    {
    }

    public IReadOnlyList<PoliceRecord> Records => _records;

    public RowImportReport Report { get; private set; } = null!;

    /// <summary>The records as they are written.</summary>
    public IReadOnlyList<string> Json => [.. _records.Select(record => Encoding.UTF8.GetString(PoliceJson.Write(record)))];

    /// <summary>What was found: rule, line and column.</summary>
    public IReadOnlyList<string> Found => [.. Report.Findings.Select(f => $"{f.Rule.Id} {f.Line}:{f.Column}")];

    public T Only<T>()
        where T : PoliceRecord => Assert.Single(_records.OfType<T>());

    public IReadOnlyList<T> All<T>()
        where T : PoliceRecord => [.. _records.OfType<T>()];

    public static Task<MappedRows> StreetAsync(params string[] rows) => StreetAsync(StreetName, crimes: null, rows);

    public static Task<MappedRows> StreetAsync(string name, CrimeIndex? crimes, params string[] rows) =>
        StreetAsync(ReferenceData.BuiltIn, name, crimes, rows);

    public static Task<MappedRows> StreetAsync(IReferenceData lists, string name, CrimeIndex? crimes, params string[] rows) =>
        RunAsync(
            StreetHeader,
            rows,
            name,
            static (reader, token) => reader.ReadStreetAsync(token),
            static row => (row.Latitude, row.Longitude),
            file => new StreetMapping(new SourceVocabulary(lists), file, crimes).Map);

    public static Task<MappedRows> OutcomesAsync(CrimeIndex crimes, params string[] rows) =>
        RunAsync(
            OutcomesHeader,
            rows,
            OutcomesName,
            static (reader, token) => reader.ReadOutcomesAsync(token),
            static row => (row.Latitude, row.Longitude),
            file => new OutcomeMapping(new SourceVocabulary(ReferenceData.BuiltIn), file, crimes).Map);

    public static Task<MappedRows> StopsAsync(params string[] rows) => StopsAsync(StopsName, rows);

    public static Task<MappedRows> StopsAsync(string name, string[] rows) =>
        RunAsync(
            StopsHeader,
            rows,
            name,
            static (reader, token) => reader.ReadStopSearchesAsync(token),
            static row => (row.Latitude, row.Longitude),
            file => new StopSearchMapping(new SourceVocabulary(ReferenceData.BuiltIn), file).Map);

    public ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default)
    {
        _records.AddRange(records.Span);
        return ValueTask.CompletedTask;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    private static async Task<MappedRows> RunAsync<TRow>(
        string header,
        string[] rows,
        string name,
        Func<ArchiveReader, CancellationToken, IAsyncEnumerable<SourceRow<TRow>>> read,
        Func<TRow, (string Latitude, string Longitude)> place,
        Func<ArchiveFile, RowMapping<TRow>> mapping)
    {
        var token = TestContext.Current.CancellationToken;
        var text = Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', rows) + "\n");
        await using var looked = await ArchiveReader.OpenAsync(new MemoryStream(text), cancellationToken: token);
        var centre = await PlaceCentre.ReadAsync(read(looked, token), place, token);
        await using var reader = await ArchiveReader.OpenAsync(new MemoryStream(text), cancellationToken: token);
        var mapped = new MappedRows();
        var file = new ArchiveFile(ArchiveFileName.Parse(name), reader.Places, centre);
        mapped.Report = await new RowImport<TRow>(mapping(file)).RunAsync(read(reader, token), mapped, cancellationToken: token);
        return mapped;
    }
}

/// <summary>Rows whose columns a test changes one by one.</summary>
internal static class Columns
{
    public const string KnownId = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static string Street(
        string id = KnownId,
        string month = "2031-01",
        string by = "Cleveland Police",
        string within = "Cleveland Police",
        string longitude = "-1.200001",
        string latitude = "54.550002",
        string location = "On or near High Street",
        string lsoaCode = "E01000001",
        string lsoaName = "Anytown 001A",
        string type = "Burglary",
        string outcome = "Under investigation",
        string context = "") =>
        $"{id},{month},{by},{within},{longitude},{latitude},{location},{lsoaCode},{lsoaName},{type},{outcome},{context}";

    public static string Outcome(
        string id = KnownId,
        string month = "2031-02",
        string by = "Cleveland Police",
        string within = "Cleveland Police",
        string longitude = "-1.200001",
        string latitude = "54.550002",
        string location = "On or near High Street",
        string lsoaCode = "E01000001",
        string lsoaName = "Anytown 001A",
        string type = "Suspect charged") =>
        $"{id},{month},{by},{within},{longitude},{latitude},{location},{lsoaCode},{lsoaName},{type}";

    public static string Stop(
        string type = "Person search",
        string date = "2031-01-02T03:04:00+00:00",
        string part = "False",
        string operation = "",
        string latitude = "54.550002",
        string longitude = "-1.200001",
        string gender = "Female",
        string age = "18-24",
        string selfDefined = "White - Irish",
        string observed = "White",
        string legislation = "Misuse of Drugs Act 1971 (section 23)",
        string item = "Controlled drugs",
        string outcome = "A no further action disposal",
        string linked = "",
        string removal = "True") =>
        $"{type},{date},{part},{operation},{latitude},{longitude},{gender},{age},{selfDefined},{observed},{legislation},{item},{outcome},{linked},{removal}";
}
