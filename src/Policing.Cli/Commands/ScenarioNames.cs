using Policing.Testing;

namespace Policing.Cli.Commands;

/// <summary>Scenarios as the tool names them.</summary>
internal static class ScenarioNames
{
    private static readonly (string Name, SyntheticScenario Scenario)[] Named =
    [
        ("burglary", SyntheticScenario.Burglary),
        ("domestic-abuse", SyntheticScenario.DomesticAbuse),
        ("missing-child", SyntheticScenario.MissingChild),
        ("stop-and-search", SyntheticScenario.StopAndSearch),
        ("robbery-with-vehicle", SyntheticScenario.RobberyWithVehicle),
        ("fraud-report", SyntheticScenario.FraudReport),
    ];

    /// <summary>The names, and first the word for all of them in turn.</summary>
    public static IReadOnlyList<string> All { get; } = ["all", .. Named.Select(n => n.Name)];

    /// <returns>Null for all in turn.</returns>
    public static SyntheticScenario? Of(string name) => name == "all" ? null : Named.Single(n => n.Name == name).Scenario;
}
