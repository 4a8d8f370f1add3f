using System.Runtime.InteropServices;
using Policing.DataModel.Import;

namespace Policing.PoliceUk;

/// <summary>How far an import of the archive has come. <c>default</c> is the start.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Input">The ordinal of the input in hand.</param>
/// <param name="Done">How many inputs are finished in this stage; importing and checking count as one.</param>
/// <param name="Inputs">How many there are.</param>
/// <param name="Rows">The rows of the input in hand.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArchiveImportProgress(ArchiveImportStage Stage, int Input, int Done, int Inputs, RowImportProgress Rows);
