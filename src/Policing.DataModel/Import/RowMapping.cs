namespace Policing.DataModel.Import;

/// <summary>Turns one row into records.</summary>
/// <typeparam name="TRow">The reader's type of a row.</typeparam>
/// <param name="row">The row.</param>
/// <param name="output">Takes the records and findings of this row. Not to be kept: the next row uses it again.</param>
/// <remarks>
/// An exception rejects the row with <see cref="ImportRules.MappingFailed"/> and the import goes on; its text is never shown.
/// <see cref="OperationCanceledException"/> and <see cref="OutOfMemoryException"/> end the import.
/// </remarks>
public delegate void RowMapping<in TRow>(TRow row, RowOutput output);
