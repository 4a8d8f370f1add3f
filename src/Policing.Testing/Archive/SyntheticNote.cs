namespace Policing.Testing;

/// <summary>The note among the CSV files, which says that the archive is synthetic.</summary>
internal sealed class SyntheticNote()
    : SyntheticArchiveFile("README.txt", SyntheticFileKind.Note, SyntheticLineEnds.LineFeed, hasIndexColumn: false)
{
    private static ReadOnlySpan<byte> Text =>
        """
        Synthetic data. No row in these files is about a real crime, stop, street or person.
        The files have the shape of the data.police.uk archive so that programs which read it can be tried.
        Do not publish, and do not count, anything in them.

        """u8;

    private protected override SyntheticFileManifest Write(Stream destination, CancellationToken cancellationToken)
    {
        destination.Write(Text);
        return new(this, rows: 0, new FeatureCounts().ToImmutable());
    }
}
