using System.Buffers;

namespace Policing.DataModel.Json;

/// <summary>A line as it was cut out of a stream.</summary>
/// <param name="Number">Its number in the stream, from 1.</param>
/// <param name="Text">Its bytes without the line feed; of a line over the limit, at least as many as the limit lets in.</param>
/// <param name="IsTooLong">Whether it is over the limit.</param>
internal readonly record struct CutLine(long Number, ReadOnlySequence<byte> Text, bool IsTooLong);
