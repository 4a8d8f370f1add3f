using System.Text.Json.Serialization;

namespace Policing.Benchmarks.ApiAnswers;

/// <summary>The class that one would write for an element of the answer, member for member.</summary>
internal sealed class PlainCrime
{
    public string? Category { get; set; }

    public string? LocationType { get; set; }

    public PlainLocation? Location { get; set; }

    public string? Context { get; set; }

    public PlainOutcome? OutcomeStatus { get; set; }

    public string? PersistentId { get; set; }

    public long Id { get; set; }

    public string? LocationSubtype { get; set; }

    public string? Month { get; set; }
}

internal sealed class PlainLocation
{
    public string? Latitude { get; set; }

    public PlainStreet? Street { get; set; }

    public string? Longitude { get; set; }
}

internal sealed class PlainStreet
{
    public long Id { get; set; }

    public string? Name { get; set; }
}

internal sealed class PlainOutcome
{
    public string? Category { get; set; }

    public string? Date { get; set; }
}

/// <summary>Source-generated, the faster way of System.Text.Json.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<PlainCrime>))]
internal sealed partial class PlainCrimeContext : JsonSerializerContext;
