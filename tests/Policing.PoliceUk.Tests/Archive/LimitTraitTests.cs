using System.Reflection;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

/// <summary>Each limit has a test that says so: <c>[Trait("limit", nameof(ArchiveLimits.…))]</c>.</summary>
public sealed class LimitTraitTests
{
    private static readonly string[] Limits =
        [.. typeof(ArchiveLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").Select(p => p.Name)];

    [Fact]
    public void Each_limit_has_its_test() => Assert.Equal(Limits.Order(StringComparer.Ordinal), Tested().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Tested() =>
        from method in typeof(LimitTraitTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        where method.IsDefined(typeof(FactAttribute))
        from trait in method.GetCustomAttributes<TraitAttribute>()
        where trait.Name == "limit"
        select trait.Value;
}
