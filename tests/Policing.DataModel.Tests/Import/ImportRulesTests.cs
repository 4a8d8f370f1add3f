using System.Reflection;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Import;

public sealed class ImportRulesTests
{
    [Fact]
    public void All_lists_each_rule_once_in_the_order_of_the_ids()
    {
        var declared = typeof(ImportRules).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(FindingRule))
            .Select(p => (FindingRule)p.GetValue(null)!)
            .ToList();

        Assert.Equal(declared.Select(r => r.Id).Order(StringComparer.Ordinal), ImportRules.All.Select(r => r.Id));
        Assert.Equal(declared.Count, declared.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_id_has_the_form_PSDK_IMP_and_four_digits() =>
        Assert.All(ImportRules.All, r =>
        {
            Assert.StartsWith("PSDK-IMP-", r.Id, StringComparison.Ordinal);
            Assert.Equal(13, r.Id.Length);
            Assert.All(r.Id[9..], c => Assert.InRange(c, '0', '9'));
        });

    [Theory]
    [InlineData("")]
    [InlineData("lower-1")]
    [InlineData("HAS SPACE")]
    [InlineData("Ä-1")]
    public void A_rule_id_that_could_carry_text_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => new FindingRule(id, Severity.Error, "text", "clause", "hint"));
}
