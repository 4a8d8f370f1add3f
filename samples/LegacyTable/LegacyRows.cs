#region JourneyRows
using System.Runtime.CompilerServices;
using Policing.DataModel.Import;
using Sylvan.Data.Csv;

/// <summary>Gives the rows of the table, each with its line and text, or with the reason why there is no row.</summary>
internal static class LegacyRows
{
    public static async IAsyncEnumerable<SourceRow<CsvDataReader>> ReadAsync(
        CsvDataReader csv, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (long line = 2; await csv.ReadAsync(cancellationToken); line++)
        {
            var raw = csv.GetRawRecordSpan().ToString().TrimEnd('\r', '\n').AsMemory();
            yield return csv.RowFieldCount < csv.FieldCount
                ? SourceRow<CsvDataReader>.Faulted(new RowFault(ImportRules.TooFewFields, csv.RowFieldCount + 1), line, raw)
                : SourceRow<CsvDataReader>.Read(csv, line, raw);
        }
    }
}
#endregion
