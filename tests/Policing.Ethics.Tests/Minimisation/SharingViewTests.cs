using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Policing.DataModel;
using Policing.DataModel.DataClasses;
using Policing.Ethics.Minimisation;

namespace Policing.Ethics.Tests.Minimisation;

public sealed class SharingViewTests
{
    private const string Whole = """
        {
          "id": "mash-referral", "version": "3", "title": "For the MASH", "notes": "none",
          "records": {
            "person": {
              "classes": ["public", "vulnerable-or-protected"],
              "members": ["names", "sex"],
              "except": ["names/full"],
              "extensions": ["https://example.org/a"],
              "redact": { "datesOfBirth/date": "birth-year" },
              "redactClasses": { "officer": "erase" }
            },
            "*": {}
          }
        }
        """;

    private static SharingView Parse(string text) => SharingView.Parse(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_view_of_json_is_that_of_csharp()
    {
        SharingView view = new()
        {
            Id = "mash-referral",
            Version = "3",
            Title = "For the MASH",
            Notes = WithheldNotes.None,
            Records =
            [
                new RecordSharing
                {
                    Type = "person",
                    Classes = [PoliceDataClasses.Public, PoliceDataClasses.VulnerableOrProtected],
                    Members = ["names", "sex"],
                    Except = ["names/full"],
                    Extensions = ["https://example.org/a"],
                    Redact = [new("datesOfBirth/date", "birth-year")],
                    RedactClasses = [new(PoliceDataClasses.Officer, "erase")],
                },
                new RecordSharing { Type = "*" },
            ],
        };
        Assert.Equal(view, Parse(Whole));
        Assert.Equal("mash-referral 3", view.ToString());
        Assert.Equal(view, new Minimiser(view).View);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("""{"id":"a","id":"b"}""", "")]
    [InlineData("""{"id":"\ud800"}""", "")]
    [InlineData("""{"id":1}""", "/id")]
    [InlineData("""{"version":[]}""", "/version")]
    [InlineData("""{"notes":"some"}""", "/notes")]
    [InlineData("""{"notes":true}""", "/notes")]
    [InlineData("""{"id":"a","CANARY":1}""", "/~[1]")]
    [InlineData("""{"records":[]}""", "/records")]
    [InlineData("""{"records":{"person":[]}}""", "/records/person")]
    [InlineData("""{"records":{"CANARY":1}}""", "/records/~[0]")]
    [InlineData("""{"records":{"person":{"CANARY":1}}}""", "/records/person/~[0]")]
    [InlineData("""{"records":{"person":{"members":"names"}}}""", "/records/person/members")]
    [InlineData("""{"records":{"person":{"members":["sex",7]}}}""", "/records/person/members/1")]
    [InlineData("""{"records":{"person":{"classes":["CANARY"]}}}""", "/records/person/classes/0")]
    [InlineData("""{"records":{"person":{"redact":["sex"]}}}""", "/records/person/redact")]
    [InlineData("""{"records":{"person":{"redactClasses":"officer"}}}""", "/records/person/redactClasses")]
    [InlineData("""{"records":{"person":{"redactClasses":{"CANARY":"erase"}}}}""", "/records/person/redactClasses/~[0]")]
    [InlineData("""{"records":{"person":{"redact":{"sex":null}}}}""", "/records/person/redact/~[0]")]
    public void A_text_that_is_no_view_is_refused_with_the_place(string text, string pointer)
    {
        SharingViewException thrown = Assert.Throws<SharingViewException>(() => Parse(text));
        Assert.Contains(thrown.Problems, p => p.Pointer == pointer);
        Assert.DoesNotContain("CANARY", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"","version":"1","records":{"person":{}}}""", "/id")]
    [InlineData("""{"id":"a\"b","version":"1","records":{"person":{}}}""", "/id")]
    [InlineData("""{"id":"a","records":{"person":{}}}""", "/version")]
    [InlineData("""{"id":"a","version":"1"}""", "/records")]
    [InlineData("""{"id":"a","version":"1","records":{"CANARY":{}}}""", "/records/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["CANARY"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["/names"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["names/0/surname"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["sex/code"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["absent"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["view/policy"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"members":["extensions"]}}}""", "/records/person/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"bundle":{"members":["signatures"]}}}""", "/records/bundle/members/0")]
    [InlineData("""{"id":"a","version":"1","records":{"*":{"members":["source","names"]}}}""", "/records/*/members/1")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"except":["marking/tier"]}}}""", "/records/person/except/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"except":["id"]}}}""", "/records/person/except/0")]
    [InlineData("""{"id":"a","version":"1","records":{"bundle":{"except":["records"]}}}""", "/records/bundle/except/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"extensions":["not a uri"]}}}""", "/records/person/extensions/0")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"sex":"erase","names/surname":"CANARY"}}}}""", "/records/person/redact/~[1]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"names/surname":"pseudonym"}}}}""", "/records/person/redact/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"version/number":"birth-year"}}}}""", "/records/person/redact/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redactClasses":{"officer":"pseudonym"}}}}""", "/records/person/redactClasses/officer")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redactClasses":{"personal":"grid-1km"}}}}""", "/records/person/redactClasses/personal")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"names":"grid-1km"}}}}""", "/records/person/redact/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"location":{"redact":{"point/latitude":"grid-1km"}}}}""", "/records/location/redact/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"marking":"erase"}}}}""", "/records/person/redact/~[0]")]
    [InlineData("""{"id":"a","version":"1","records":{"person":{"redact":{"id":"erase"}}}}""", "/records/person/redact/~[0]")]
    public void A_view_that_does_not_fit_the_model_makes_no_minimiser(string text, string pointer)
    {
        SharingViewException thrown = Assert.Throws<SharingViewException>(() => new Minimiser(Parse(text)));
        Assert.Equal(pointer, Assert.Single(thrown.Problems.ToArray()).Pointer);
        Assert.DoesNotContain("CANARY", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        SharingViewException thrown = Assert.Throws<SharingViewException>(() => new Minimiser(new SharingView
        {
            Id = "a b",
            Version = "",
            Records = [new RecordSharing { Type = "person", Members = ["x"] }, new RecordSharing { Type = "person" }, new RecordSharing { Type = "y" }],
        }));
        Assert.Equal(["/id", "/version", "/records/person/members/0", "/records/person", "/records/~[2]"], thrown.Problems.Select(p => p.Pointer));
    }

    [Property(MaxTest = 150)]
    public void Broken_views_give_problems_and_nothing_else(DoNotSize<int> any)
    {
        Random random = new(any.Item);
        byte[] text = Encoding.UTF8.GetBytes(Whole);
        for (int n = random.Next(1, 4); n > 0; n--) text[random.Next(text.Length)] = (byte)random.Next(256);
        if (random.Next(2) == 0) text = text[..random.Next(text.Length)];
        try
        {
            _ = new Minimiser(SharingView.Parse(text));
        }
        catch (SharingViewException thrown)
        {
            Assert.False(thrown.Problems.IsEmpty);
        }
    }

    [Fact]
    public void The_model_that_the_minimiser_knows_is_the_models()
    {
        Assert.Equal(ModelData.Records.Keys.Order(StringComparer.Ordinal), ModelMembers.Instance.RecordTypes.Order(StringComparer.Ordinal));
        foreach (string type in ModelData.Records.Keys)
            Assert.Equal(ModelData.Records[type].Select(m => (m.Name, m.Class, m.Part)), ModelMembers.Instance.OfRecord(type).Select(m => (m.Name, m.Class.Value, m.Part)));
        foreach (string part in ModelData.Parts.Keys)
            Assert.Equal(ModelData.Parts[part].Select(m => (m.Name, m.Class, m.Part)), ModelMembers.Instance.OfPart(part).Select(m => (m.Name, m.Class.Value, m.Part)));
    }
}
