using System.Reflection;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Conventions;

public sealed class RuleConventionTests
{
    private static IEnumerable<FindingRule> Static(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(FindingRule)).Select(p => (FindingRule)p.GetValue(null)!);

    [Fact]
    public void AllNamesEveryRuleOnce()
    {
        Assert.Equal(Static(typeof(FindingRules)).Select(r => r.Id).Order(StringComparer.Ordinal), FindingRules.All.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(FindingRules.All.Count, FindingRules.All.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void IdsAreUniqueInThePackageAndNameTheirStage()
    {
        FindingRule[] all = [.. Reflected.Assembly.GetExportedTypes().SelectMany(Static)];
        Assert.Equal(all.Length, all.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FindingRules.All, r => Assert.Matches("^PSDK-(JSON|SCH|COD|RUL)-[0-9]{4}$", r.Id));
    }

    [Fact]
    public void TextsAreSentencesThatSayWhatToDo()
    {
        Assert.All(Reflected.Assembly.GetExportedTypes().SelectMany(Static), r =>
        {
            Assert.EndsWith(".", r.Message);
            Assert.EndsWith(".", r.Hint);
            Assert.True(r.Message.Length <= 120 && r.Clause.Length > 0, r.Id);
        });
    }
}
