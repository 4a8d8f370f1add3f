using System.Reflection;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>docs/values.md has every value type, and its examples are what it says.</summary>
public sealed class ValuesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Reflected.Root(), "docs", "values.md"));

    private static IEnumerable<string[]> Rows() =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split(" | ")).Where(cells => cells.Length == 9);

    [Fact]
    public void EveryValueTypeHasARow() =>
        Assert.Equal(Reflected.TextValues.Select(t => t.Name), Rows().Select(cells => cells[0].Trim('|', ' ', '`')).Order(StringComparer.Ordinal));

    [Fact]
    public void ItsExamplesHaveTheCanonicalFormsItSays()
    {
        MethodInfo canonical = typeof(ValuesPageTests).GetMethod(nameof(CanonicalOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (string[] cells in Rows())
        {
            Type type = Reflected.TextValues.Single(t => t.Name == cells[0].Trim('|', ' ', '`'));
            Assert.Equal(cells[4].Trim('`'), canonical.MakeGenericMethod(type).Invoke(null, [cells[3].Trim('`')]));
        }
    }

    private static string? CanonicalOf<T>(string text)
        where T : struct, ITextValue<T> => T.Parse(text, null).Canonical;

    /// <summary>The kinds of identifiers that the page says are judged are codes of the list.</summary>
    [Fact]
    public void ItsKindsOfIdentifiersAreCodes()
    {
        foreach (string kind in (string[])["pnc-id", "cro-number", "asn", "nino", "driver-number", "passport-number"])
        {
            Assert.Contains($"`{kind}`", Page);
            Assert.True(PersonIdentifierType.Of(kind).IsBuiltIn, kind);
        }
    }
}
