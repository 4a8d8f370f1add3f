namespace Policing.Testing;

/// <summary>A CSV file of the archive.</summary>
internal sealed class SyntheticCsvFile : SyntheticArchiveFile
{
    private readonly IArchiveRows source;
    private readonly int rows;
    private readonly bool isCutOff;

    public SyntheticCsvFile(
        string name, SyntheticFileKind kind, SyntheticLineEnds lineEnds, bool hasIndexColumn, bool isCutOff, IArchiveRows source, int rows)
        : base(name, kind, lineEnds, hasIndexColumn)
    {
        this.source = source;
        this.rows = rows;
        this.isCutOff = isCutOff;
    }

    private protected override SyntheticFileManifest Write(Stream destination, CancellationToken cancellationToken)
    {
        var writer = new ArchiveCsvWriter(destination, LineEnds, HasIndexColumn);
        var counts = new FeatureCounts();
        var fields = new List<string>();
        writer.WriteHeader(source.Header);
        for (var row = 0; row < WholeRows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source.Fill(row, fields, counts);
            writer.WriteRow(row, fields);
            fields.Clear();
        }

        if (isCutOff)
        {
            source.FillPlain(WholeRows, fields);
            writer.WriteHalfRow(WholeRows, fields);
            counts.Add(SyntheticFeature.CutOff);
        }

        writer.Flush();
        return new(this, rows, counts.ToImmutable());
    }

    private int WholeRows => isCutOff ? rows - 1 : rows;
}
