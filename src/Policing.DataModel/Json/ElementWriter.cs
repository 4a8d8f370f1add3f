using System.Text.Json;

namespace Policing.DataModel.Json;

/// <summary>Writes one element of a list or map.</summary>
internal delegate void ElementWriter<in T>(Utf8JsonWriter writer, T value);
