namespace Policing.Testing;

/// <summary>The names that ids and references of scenarios are made of. They never change, or the ids would.</summary>
internal static class ScenarioNames
{
    public static string Of(SyntheticScenario scenario) => scenario switch
    {
        SyntheticScenario.Burglary => "burglary",
        SyntheticScenario.DomesticAbuse => "domestic-abuse",
        SyntheticScenario.MissingChild => "missing-child",
        SyntheticScenario.StopAndSearch => "stop-and-search",
        SyntheticScenario.RobberyWithVehicle => "robbery-with-vehicle",
        SyntheticScenario.FraudReport => "fraud-report",
        _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
    };
}
