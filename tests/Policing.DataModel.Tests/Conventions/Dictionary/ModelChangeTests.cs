using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Policing.ModelGenerator;
using Policing.ModelGenerator.Site;

namespace Policing.DataModel.Tests.Conventions.Dictionary;

/// <summary>What is told of the changes since a release, on the present model and copies of it in which something differs.</summary>
public sealed class ModelChangeTests
{
    private static readonly Lazy<GeneratedFile[]> s_kept = new(() => [.. ModelSnapshot.Keep(Reflected.Root(), "v0.9.0")]);

    [Fact]
    public void WhatIsKeptOfAReleaseIsTheModelOfThatRelease()
    {
        Assert.Equal(["schemas/released/model.json", "schemas/released/codes.json"], s_kept.Value.Select(file => file.Path));
        Assert.Equal(File.ReadAllText(Path.Combine(Reflected.Root(), "schemas/1.0/model.json")), s_kept.Value[0].Text);
        ModelSnapshot kept = Changed();
        Assert.Equal("v0.9.0", kept.Release);
        Assert.Empty(ModelChange.Between(kept, Changed()));
        Assert.Contains("Nothing: the model is that of v0.9.0.", SiteOutput.Changes(kept, Changed()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryKindOfDifferenceIsTold()
    {
        ModelSnapshot after = Changed((model, codes) =>
        {
            JsonArray records = model["records"]!.AsArray();
            records.Remove(Named(records, "type", "weapon"));
            JsonArray members = Named(records, "type", "vehicle")["members"]!.AsArray();
            Named(members, "name", "vin")["cardinality"] = "1";
            members.Remove(Named(members, "name", "doors"));
            members.Add(new JsonObject { ["name"] = "wheels", ["meaning"] = "The <wheels>.", ["cardinality"] = "0..1" });
            Named(model["values"]!.AsArray(), "name", "Vrm")["meaning"] = "Another meaning.";
            JsonArray colours = codes["lists"]!["colour"]!.AsArray();
            Named(colours, "name", "red")["label"] = "Scarlet";
            colours.Add(new JsonObject { ["name"] = "octarine", ["label"] = "Octarine", ["status"] = "in use" });
            colours.Remove(Named(colours, "name", "blue"));
        });
        ModelChange[] changes = [.. ModelChange.Between(Changed(), after)];
        Assert.Equal(
        [
            new("record", "vehicle", "vin", "cardinality", "0..1", "1"),
            new("record", "vehicle", "wheels", null, null, "wheels"),
            new("record", "vehicle", "doors", null, "doors", null),
            new("value", "Vrm", null, "meaning", changes.Single(c => c.Thing == "Vrm").Before, "Another meaning."),
            new("list", "colour", "red", "label", "Red", "Scarlet"),
            new("list", "colour", "octarine", null, null, "octarine"),
            new("list", "colour", "blue", null, "blue", null),
            new("record", "weapon", null, null, "weapon", null),
        ],
        changes);
        Assert.Equal(changes.Length, Rows(SiteOutput.Changes(Changed(), after)).Length);
    }

    [Fact]
    public void WhatIsNewIsToldOnceWithoutItsMembers()
    {
        ModelSnapshot before = Changed((model, _) => model["parts"]!.AsArray().Remove(Named(model["parts"]!.AsArray(), "name", "Address")));
        Assert.Equal([new("part", "Address", null, null, null, "Address")], ModelChange.Between(before, Changed()));
        XElement row = Assert.Single(Rows(SiteOutput.Changes(before, Changed())));
        Assert.Equal("parts/address.html", row.Descendants("a").Single().Attribute("href")!.Value);
        Assert.Contains("added", row.Value, StringComparison.Ordinal);
    }

    /// <summary>A fact that the format has only in one of the two is a difference, not an error.</summary>
    [Fact]
    public void AFactThatOneSideDoesNotHaveIsADifference()
    {
        ModelSnapshot after = Changed((model, _) => model["envelope"]!.AsArray()[0]!["example"] = "urn:uuid:1");
        Assert.Equal([new("envelope", "envelope", "id", "example", "", "urn:uuid:1")], ModelChange.Between(Changed(), after));
    }

    [Fact]
    public void BeforeTheFirstReleaseThePageSaysThatThereIsNone()
    {
        string page = SiteOutput.Changes(before: null, Changed()).Text;
        Assert.Contains("There is no earlier version to compare with yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    /// <summary>The page that is committed compares with what is committed of the last release.</summary>
    [Fact]
    public void TheCommittedPageComparesWithTheLastRelease()
    {
        ModelSnapshot? before = ModelSnapshot.OfLastRelease(Reflected.Root());
        Assert.Equal(SiteOutput.Changes(before, Changed()).Text, File.ReadAllText(Path.Combine(Reflected.Root(), SiteOutput.Folder, "changes.html")));
    }

    private static ModelSnapshot Changed(Action<JsonNode, JsonNode>? change = null)
    {
        JsonNode model = JsonNode.Parse(s_kept.Value[0].Text)!;
        JsonNode codes = JsonNode.Parse(s_kept.Value[1].Text)!;
        change?.Invoke(model, codes);
        return ModelSnapshot.Read(model.ToJsonString(), codes.ToJsonString());
    }

    private static JsonNode Named(JsonArray array, string property, string name) => array.Single(e => e![property]!.GetValue<string>() == name)!;

    private static XElement[] Rows(GeneratedFile page)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(page.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return [.. XDocument.Load(reader).Descendants("tbody").Elements("tr")];
    }
}
