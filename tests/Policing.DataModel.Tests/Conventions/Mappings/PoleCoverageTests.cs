using System.Globalization;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.Conventions.Mappings;

/// <summary>Every attribute and entity of the POLE dictionary has its place, and docs/mapping-pole.md says where.</summary>
public sealed class PoleCoverageTests
{
    private const string Page = "mapping-pole.md";

    /// <summary>The attributes that the dictionary gives a format for, section 6 of its version 1.1, and the age that it refers to.</summary>
    private static readonly int[] s_attributes =
    [
        1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
        31, 32, 33, 34, 35, 37, 38, 39, 40, 41, 42, 43, 46, 47,
        51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 78,
        80, 83, 84, 86, 88, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 103, 105, 106, 107, 108, 109, 110, 111, 112, 120,
    ];

    /// <summary>Attributes that no member takes, and why. At most five.</summary>
    private static readonly (int Number, string Reason)[] s_exceptions = [];

    private static readonly ILookup<int, string> s_members = PublishedModel.SourceOf
        .SelectMany(member => PublishedModel.PoleAttributes(member.Value).Distinct().Select(number => (number, member.Key)))
        .ToLookup(pair => pair.number, pair => pair.Key);

    [Fact]
    public void EveryAttributeIsTheSourceOfAMember()
    {
        int[] missing = [.. s_attributes.Where(number => !s_members.Contains(number) && s_exceptions.All(e => e.Number != number))];
        string count = $"POLE attributes covered {s_attributes.Count(s_members.Contains)} of {s_attributes.Length}, exceptions {s_exceptions.Length}";
        TestContext.Current.SendDiagnosticMessage(count);
        TestContext.Current.TestOutputHelper!.WriteLine(count);
        Console.WriteLine(count);
        Assert.True(missing.Length == 0, $"{count}; missing: {string.Join(", ", missing.Select(Name))}");
        Assert.InRange(s_exceptions.Length, 0, 5);
        Assert.All(s_exceptions, e => Assert.True(e.Reason.Length > 0 && !s_members.Contains(e.Number)));
        Assert.Contains($"`{count}`", File.ReadAllText(Path.Combine(Reflected.Root(), "docs", Page)));
    }

    [Fact]
    public void NoMemberNamesAnAttributeThatIsNotThere() =>
        Assert.Empty(s_members.Select(members => members.Key).Except(s_attributes).Select(Name));

    [Theory]
    [InlineData("POLE DS_034", new[] { 34 })]
    [InlineData("POLE DS_039 to DS_042", new[] { 39, 40, 41, 42 })]
    [InlineData("POLE DS_039 to 041, POLE E_003", new[] { 39, 40, 41 })]
    [InlineData("POLE DS_038 and DS_112", new[] { 38, 112 })]
    [InlineData("DPA 2018 s.32", new int[0])]
    public void ASourceNamesNumbersInSeveralWays(string source, int[] numbers) => Assert.Equal(numbers, PublishedModel.PoleAttributes(source));

    [Fact]
    public void ThePageHasEveryAttributeWithTheMembersThatNameIt()
    {
        IReadOnlyList<string[]> rows = MappingTable.Rows(Page, "attribute");
        Assert.Equal(s_attributes.Select(Name).Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(
            s_members[int.Parse(row[0].AsSpan(3), CultureInfo.InvariantCulture)].Order(StringComparer.Ordinal),
            MappingTable.Code(row[2]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void ThePageHasThe44EntitiesWithRecordsAndRolesThatFit()
    {
        IReadOnlyList<string[]> rows = MappingTable.Rows(Page, "entity");
        Assert.Equal(
            [.. Numbered('E', 6), .. Numbered('L', 5), .. Numbered('O', 13), .. Numbered('P', 20)],
            rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Type[] types = [.. MappingTable.Code(row[2]).Select(name => Reflected.RecordsAndParts.Single(type => type.Name == name))];
            LinkRole[] roles = [.. MappingTable.Code(row[3]).Select(LinkRole.Of)];
            Assert.NotEmpty(types);
            Assert.All(roles, role => Assert.True(role.IsBuiltIn && types.Any(type => Touches(role, type)), $"{row[0]}: {role.Code}"));
            Assert.Equal(roles.Length == 0, types.All(type => Reflected.Parts.Contains(type)));
        });
    }

    /// <summary>What the list of roles says of an entity, the page says too.</summary>
    [Fact]
    public void ThePageNamesTheRolesThatAreMappedToAnEntity()
    {
        IReadOnlyList<string[]> rows = MappingTable.Rows(Page, "entity");
        int mapped = 0;
        foreach (LinkRole role in LinkRole.BuiltIn)
        {
            IEnumerable<string> entities = role.EntryIn(ReferenceData.BuiltIn)!.Mappings.TryGetValue("pole", out var keys) ? keys.Where(key => key[1] == '_') : [];
            foreach (string entity in entities)
            {
                mapped++;
                Assert.Contains(role.Code, MappingTable.Code(rows.Single(row => row[0] == entity)[3]));
            }
        }

        Assert.True(mapped >= 20);
    }

    /// <summary>Members and records that a remark names in back-quotes exist.</summary>
    [Fact]
    public void ItsRemarksNameNothingThatIsNot()
    {
        HashSet<string> known =
        [
            .. PublishedModel.SourceOf.Keys, .. Reflected.RecordsAndParts.Select(type => type.Name), .. Reflected.TextValues.Select(type => type.Name),
            .. LinkRole.BuiltIn.ToArray().Select(role => role.Code!), .. LocationKind.BuiltIn.ToArray().Select(kind => kind.Code!),
        ];
        IEnumerable<string> remarks = MappingTable.Rows(Page, "attribute").Select(row => row[3]).Concat(MappingTable.Rows(Page, "entity").Select(row => row[4]));
        Assert.Empty(remarks.SelectMany(MappingTable.Code).Except(known));
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"DS_{number:000}");

    private static IEnumerable<string> Numbered(char group, int count) =>
        Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{group}_{number:000}"));

    private static bool Touches(LinkRole role, Type type)
    {
        if (Reflected.Parts.Contains(type)) return false;
        string wire = Reflected.WireType(type);
        CodeEntry entry = role.EntryIn(ReferenceData.BuiltIn)!;
        return entry.From.Contains(wire) || entry.To.Contains(wire);
    }
}
