using System.Text.Json.Serialization;

namespace Policing.Benchmarks.Records;

/// <summary>What the records of a bundle have in common, for the peer.</summary>
[JsonConverter(typeof(PlainRecordConverter))]
internal abstract class PlainRecord;
