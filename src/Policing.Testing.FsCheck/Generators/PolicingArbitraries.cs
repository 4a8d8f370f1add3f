using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel;

namespace Policing.Testing.FsCheck;

/// <summary>
/// What FsCheck needs to give your properties records about nobody: <c>[Properties(Arbitrary = [typeof(PolicingArbitraries)])]</c> on a class of tests, or
/// <c>[Property(Arbitrary = [typeof(PolicingArbitraries)])]</c> on a test. All that is given out is whole and valid, save <see cref="DirtyDocuments"/>.
/// </summary>
/// <remarks>
/// A counterexample shrinks towards the case with number 0, so it is found again by its scenario and number, whatever the seed of the run. Thread-safe.
/// </remarks>
public static class PolicingArbitraries
{
    private const int Numbers = 1_000_000;
    private static readonly SyntheticCases Cases = new();
    private static readonly SyntheticRecords Records = new();

    /// <summary>Whole cases of every scenario.</summary>
    public static Arbitrary<ScenarioCase> ScenarioCases() => Arb.From(Generated(Cases.Case), Smaller);

    /// <summary>The cases as bundles that are tests.</summary>
    public static Arbitrary<Bundle> Bundles() => Generated(number => Cases.Bundle(Cases.Case(number))).ToArbitrary();

    /// <summary>People.</summary>
    public static Arbitrary<Person> People() => Generated(number => Records.Person(number)).ToArbitrary();

    /// <summary>Places.</summary>
    public static Arbitrary<Location> Locations() => Generated(number => Records.Location(number)).ToArbitrary();

    /// <summary>Crimes.</summary>
    public static Arbitrary<Crime> Crimes() => Generated(number => Records.Crime(number)).ToArbitrary();

    /// <summary>Stops and searches.</summary>
    public static Arbitrary<StopSearch> StopSearches() => Generated(number => Records.StopSearch(number)).ToArbitrary();

    /// <summary>Records of every kind that the scenarios have, links too.</summary>
    public static Arbitrary<PoliceRecord> PoliceRecords() =>
        (from made in Generated(Cases.Case)
         from place in Gen.Choose(0, made.Records.Count - 1)
         select made.Records[place]).ToArbitrary();

    /// <summary>Documents with one known fault, each fault as likely as the others.</summary>
    public static Arbitrary<DirtyDocument> DirtyDocuments() =>
        (from variant in Gen.Choose(0, DirtyVariants.All.Count - 1)
         from number in Gen.Choose(0, Numbers)
         select new DirtyDocument(DirtyVariants.All[variant], Cases.Dirty(DirtyVariants.All[variant], number))).ToArbitrary();

    private static Gen<T> Generated<T>(Func<long, T> make) => Gen.Choose(0, Numbers).Select(number => make(number));

    private static IEnumerable<ScenarioCase> Smaller(ScenarioCase made)
    {
        for (var number = made.Number / 2; number < made.Number; number += Math.Max(1, (made.Number - number) / 2))
        {
            yield return Cases.Case(made.Scenario, number);
        }
    }
}
