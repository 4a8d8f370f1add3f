namespace Policing.Testing;

/// <summary>How dirty a synthetic archive is.</summary>
public enum SyntheticDirt
{
    /// <summary>Every row is well formed, in the vocabulary of recent years, and refers to what is there.</summary>
    None,

    /// <summary>
    /// The dirt of real archive files, at fixed rates: see <see cref="SyntheticFeature"/>. One file has its last row cut off, one has an
    /// unnamed index column, one mixes line ends, and a README.txt lies among the CSV files.
    /// </summary>
    Realistic,
}
