using Policing.DataModel;
using Policing.Testing;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>Records about nobody for what is judged as a producer.</summary>
internal static class SyntheticSource
{
    private static readonly SyntheticRecords Records = new();

    public static string[] Types { get; } = ["bundle", "crime", "person"];

    public static PoliceRecord? Produce(string type, int number) => type switch
    {
        "bundle" => Records.Bundle(number, Records.Case(number).Records),
        "crime" => Records.Crime(number),
        "person" => Records.Person(number),
        _ => null,
    };
}
