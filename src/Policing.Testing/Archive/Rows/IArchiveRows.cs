using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The rows of one file: any row can be made by itself. Implementations are immutable and safe for several threads.</summary>
internal interface IArchiveRows
{
    /// <summary>The column names.</summary>
    ImmutableArray<string> Header { get; }

    /// <summary>Adds the fields of the row to the empty list, and counts what the row holds.</summary>
    void Fill(int row, List<string> fields, FeatureCounts counts);

    /// <summary>Adds the fields of a well-formed row with this number, which no other row refers to.</summary>
    void FillPlain(int row, List<string> fields);
}
