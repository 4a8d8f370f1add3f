using System.Runtime.InteropServices;

namespace Policing.DataModel.Import;

/// <summary>How far an import has come. Read is always Written plus Rejected. <c>default</c> is the start.</summary>
/// <param name="Read">Rows brought to an end.</param>
/// <param name="Written">Rows whose records the sink has taken.</param>
/// <param name="Rejected">Rows that were rejected.</param>
/// <param name="Records">Records that the sink has taken.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RowImportProgress(long Read, long Written, long Rejected, long Records);
