namespace Policing.DataModel.Json;

/// <summary>A place in a text: the pointer of the value, and its first byte.</summary>
internal readonly record struct JsonPlace(string Pointer, long Offset);
