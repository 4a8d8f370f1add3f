using System.Text.Json;
using Policing.DataModel;

namespace Policing.Ethics.Tests.Access;

/// <summary>The classes of a type are what its members have, and those of the parts that they are made of.</summary>
public sealed class RecordTypeClassesTests
{
    private static readonly JsonDocument s_model = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root(), "schemas", "1.0", "model.json")));

    private static readonly Dictionary<string, JsonElement> s_parts =
        s_model.RootElement.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("name").GetString()!, part => part.GetProperty("members"), StringComparer.Ordinal);

    public static TheoryData<string> Types { get; } = [.. s_model.RootElement.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("type").GetString()!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Of_a_type_they_are_those_of_the_model(string type)
    {
        if (type == "bundle")
        {
            // A bundle holds any record.
            Assert.Equal(RecordTypeClasses.All, RecordTypeClasses.Of(type));
            return;
        }
        JsonElement record = s_model.RootElement.GetProperty("records").EnumerateArray().Single(candidate => candidate.GetProperty("type").GetString() == type);
        RecordClasses expected = Classes(record.GetProperty("members"), []) | Classes(s_model.RootElement.GetProperty("envelope"), []);
        Assert.Equal(expected, RecordTypeClasses.Of(type));
        Assert.True(RecordTypeClasses.IsKnown(type));
    }

    [Fact]
    public void A_type_that_is_not_known_may_have_them_all()
    {
        Assert.Equal(RecordTypeClasses.All, RecordTypeClasses.Of("x-own"));
        Assert.Equal(RecordTypeClasses.All, Enum.GetValues<RecordClasses>().Aggregate((left, right) => left | right));
    }

    private static RecordClasses Classes(JsonElement members, HashSet<string> seen)
    {
        RecordClasses classes = RecordClasses.Unstated;
        foreach (JsonElement member in members.EnumerateArray())
        {
            Assert.True(PolicyNames.Classes.TryGet(member.GetProperty("class").GetString(), out RecordClasses one));
            classes |= one;
            if (member.TryGetProperty("part", out JsonElement part) && seen.Add(part.GetString()!)) classes |= Classes(s_parts[part.GetString()!], seen);
        }
        return classes;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
