namespace Policing.Testing;

/// <summary>What a whole synthetic archive holds: the manifests of its files, and their sums. Immutable and safe to share.</summary>
public sealed class SyntheticArchiveManifest
{
    internal SyntheticArchiveManifest(IReadOnlyList<SyntheticFileManifest> files) => Files = files;

    /// <summary>One manifest for each file, in the order of <see cref="SyntheticArchive.Files"/>.</summary>
    public IReadOnlyList<SyntheticFileManifest> Files { get; }

    /// <summary>Data rows in all files.</summary>
    public long Rows => Files.Sum(file => file.Rows);

    /// <summary>Rows that a reader must reject, in all files.</summary>
    public long Rejected => Files.Sum(file => file.Rejected);

    /// <summary>Rows that a reader must take, in all files.</summary>
    public long Written => Files.Sum(file => file.Written);

    /// <summary>How often the feature occurs in all files.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public long this[SyntheticFeature feature] => Files.Sum(file => file[feature]);
}
