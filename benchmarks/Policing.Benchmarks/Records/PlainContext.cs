using System.Text.Json.Serialization;

namespace Policing.Benchmarks.Records;

/// <summary>The peer at its best: generated metadata for reading, the generated fast path for writing, nothing that switches either off.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainBundle))]
[JsonSerializable(typeof(PlainCrime))]
[JsonSerializable(typeof(PlainLink))]
[JsonSerializable(typeof(PlainLocation))]
[JsonSerializable(typeof(PlainPerson))]
[JsonSerializable(typeof(PlainStopSearch))]
internal sealed partial class PlainContext : JsonSerializerContext;
