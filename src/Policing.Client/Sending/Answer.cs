namespace Policing.Client;

/// <summary>An answer that counts, while it is read: its memory is used again afterwards, so nothing of it is kept without copying.</summary>
/// <param name="Status">The status.</param>
/// <param name="Utf8">The body.</param>
/// <param name="Tag">The version; absent where none was given.</param>
/// <param name="Call">The call that it answers.</param>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Utf8, RecordTag Tag, PartnerCall Call);
