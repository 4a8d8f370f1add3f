namespace Policing.Testing;

/// <summary>
/// The distributions of the scenarios. They are our own, chosen to be plausible and not taken from statistics: no conclusion about people rests on them.
/// The package's page states them, and tests hold the records to them.
/// </summary>
internal static class ScenarioDistributions
{
    /// <summary>Ages of adults in years, in percent.</summary>
    public static readonly Distribution Adults = new((18, 24, 20), (25, 34, 25), (35, 44, 20), (45, 54, 15), (55, 64, 10), (65, 79, 8), (80, 95, 2));

    /// <summary>Ages of suspects and of those searched, in percent.</summary>
    public static readonly Distribution Suspects = new((18, 24, 40), (25, 34, 30), (35, 44, 18), (45, 59, 12));

    /// <summary>Ages of children who go missing, in percent.</summary>
    public static readonly Distribution MissingChildren = new((10, 12, 15), (13, 15, 55), (16, 17, 30));

    /// <summary>Ages of other children, in percent.</summary>
    public static readonly Distribution Children = new((1, 4, 30), (5, 10, 40), (11, 15, 30));

    /// <summary>Hours at which a scenario begins, local time, in percent. None lies between 1 and 2, when the clocks change.</summary>
    public static Distribution HoursOf(SyntheticScenario scenario) => scenario switch
    {
        SyntheticScenario.Burglary => Burglaries,
        SyntheticScenario.DomesticAbuse => Evenings,
        SyntheticScenario.MissingChild => AfterSchool,
        SyntheticScenario.StopAndSearch => Stops,
        SyntheticScenario.RobberyWithVehicle => Nights,
        SyntheticScenario.FraudReport => Days,
        _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
    };

    private static readonly Distribution Burglaries = new((2, 5, 25), (6, 11, 20), (12, 17, 30), (18, 23, 25));
    private static readonly Distribution Evenings = new((2, 7, 5), (8, 15, 25), (16, 23, 70));
    private static readonly Distribution AfterSchool = new((8, 14, 20), (15, 19, 50), (20, 23, 30));
    private static readonly Distribution Stops = new((2, 7, 5), (8, 15, 40), (16, 23, 55));
    private static readonly Distribution Nights = new((2, 5, 15), (6, 15, 25), (16, 23, 60));
    private static readonly Distribution Days = new((7, 11, 40), (12, 17, 45), (18, 22, 15));
}
