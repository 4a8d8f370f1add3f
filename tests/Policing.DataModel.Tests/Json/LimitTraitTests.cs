using System.Reflection;
using Policing.DataModel.Json;

namespace Policing.DataModel.Tests.Json;

/// <summary>Each limit has a test that says so: <c>[Trait("limit", nameof(JsonLimits.…))]</c>.</summary>
public sealed class LimitTraitTests
{
    private static readonly string[] Limits =
        [.. typeof(JsonLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").Select(p => p.Name)];

    [Fact]
    public void Each_limit_has_its_test() => Assert.Equal(Limits.Order(StringComparer.Ordinal), Tested().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Tested() =>
        from method in typeof(LimitTraitTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        where method.IsDefined(typeof(FactAttribute))
        from trait in method.GetCustomAttributes<TraitAttribute>()
        where trait.Name == "limit"
        select trait.Value;
}
