using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Import;
using Policing.DataModel.Json;
using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Mapping;

namespace Policing.Benchmarks.Import;

/// <summary>The SDK's import of one street file from memory to memory: what the archive import does between opening a file and checking its output.</summary>
internal sealed class StreetImport(StreetTable table)
{
    private readonly ArchiveFileName _name = ArchiveFileName.Parse(table.Name);

    /// <summary>Writes the records of all rows.</summary>
    /// <exception cref="InvalidOperationException">A row of the clean file was rejected.</exception>
    public void Write(Stream output) => WriteAsync(output).GetAwaiter().GetResult();

    private async Task WriteAsync(Stream output)
    {
        PlaceCentre? centre = await LookAsync();
        await using ArchiveReader reader = await ArchiveReader.OpenAsync(new MemoryStream(table.Csv));
        StreetMapping mapping = new(new(ReferenceData.BuiltIn), new(_name, reader.Places, centre));
        await using RecordLineWriter writer = new(output, Header());
        RowImportReport report = await new RowImport<StreetRow>(mapping.Map).RunAsync(reader.ReadStreetAsync(), writer);
        if (report.Written != table.Rows) throw new InvalidOperationException($"{report.Written} of {table.Rows} rows were written.");
    }

    // As the archive import does, which opens each file twice.
    private async Task<PlaceCentre?> LookAsync()
    {
        await using ArchiveReader reader = await ArchiveReader.OpenAsync(new MemoryStream(table.Csv));
        return await PlaceCentre.ReadAsync(reader.ReadStreetAsync(), static row => (row.Latitude, row.Longitude), default);
    }

    private Bundle Header() => new()
    {
        Id = new KeyText().Start("file").Add(_name.Text).ToId(),
        Source = SourceRecords.OfPlaces,
        Collection = SourceRecords.Collection,
        Kind = BundleKind.Collection,
        OperationalStatus = OperationalStatus.Test,
    };
}
