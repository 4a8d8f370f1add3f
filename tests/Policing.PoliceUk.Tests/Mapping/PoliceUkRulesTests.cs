using System.Reflection;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

public sealed class PoliceUkRulesTests
{
    [Fact]
    public void All_has_every_rule_once_in_the_order_of_the_ids()
    {
        var rules = typeof(PoliceUkRules).GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Where(p => p.PropertyType == typeof(FindingRule)).Select(p => (FindingRule)p.GetValue(null)!).OrderBy(r => r.Id, StringComparer.Ordinal);

        Assert.Equal(rules, PoliceUkRules.All);
        Assert.Equal(PoliceUkRules.All.Count, PoliceUkRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(PoliceUkRules.All, r => Assert.StartsWith("PSDK-PUK-", r.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void What_rejects_a_row_is_an_error_and_nothing_else_is() =>
        Assert.All(PoliceUkRules.All, r => Assert.Equal(string.CompareOrdinal(r.Id, "PSDK-PUK-0100") < 0, r.Severity == Severity.Error));
}
