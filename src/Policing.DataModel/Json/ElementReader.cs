using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>Reads one element of a list or map; false, with the reader where it was, for the wrong kind.</summary>
internal delegate bool ElementReader<T>(ref Utf8JsonReader reader, ReadContext context, [MaybeNullWhen(false)] out T value);
