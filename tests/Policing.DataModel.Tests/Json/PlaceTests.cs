using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>A finding leads to its place: pointer, line and column, also where the text is broken or begins with a mark.</summary>
public sealed class PlaceTests
{
    private static Finding Only(string json) => Assert.Single(PoliceJson.Read(JsonText.Utf8(json)).Report.Findings);

    [Theory]
    [InlineData("{\"type\":\"person\",\n \"sex\":nil,\"x\":1}", "PSDK-JSON-0001", "/sex", 2, 8)]
    [InlineData("{\"type\":\"person\",\n\n \"names\":[{},{\"surname\":\"A\" \"x\"}]}", "PSDK-JSON-0001", "/names/1/surname", 3, 29)]
    [InlineData("{\"type\":\"person\"", "PSDK-JSON-0001", "/type", 1, 17)]
    [InlineData("{\"type\":\"person\"}\n{}", "PSDK-JSON-0001", "", 2, 1)]
    [InlineData("{\"type\":\"person\",\n\"x\":1,\n\"y\":2,\n\"x\":3}", "PSDK-JSON-0002", "/~[3]", 4, 1)]
    [InlineData("{\"type\":\"person\",\n\"sex\":\"1\",\n\"s\\u0065x\":\"2\"}", "PSDK-JSON-0002", "/sex", 3, 1)]
    [InlineData("{\"type\":\"person\",\n\"x\":[0,\n{\"y\":1,\"y\":2}]}", "PSDK-JSON-0002", "/~[1]", 2, 5)]
    [InlineData("{\"type\":\"person\",\n\"x\":[0,\n\"\\ud800\"]}", "PSDK-JSON-0003", "/~[1]", 2, 5)]
    [InlineData("{\"type\":\"person\",\n\"names\":[{\n\"surname\":\"\\udc00\"}]}", "PSDK-JSON-0003", "/names/0/surname", 3, 11)]
    [InlineData("{\"type\":\"person\",\n\"names\":[{\n\"\\ud800\":1}]}", "PSDK-JSON-0003", "/names/0/~[0]", 3, 1)]
    [InlineData("\n [1]", "PSDK-JSON-0004", "", 2, 2)]
    [InlineData("{\"a\":{\"type\":\"person\"}}", "PSDK-JSON-0005", "", 1, 1)]
    [InlineData("", "PSDK-JSON-0001", "", 1, 1)]
    public void OfATextThatCannotBeRead(string json, string rule, string pointer, long line, long column)
    {
        Finding found = Only(json);
        Assert.Equal((rule, pointer, line, column), (found.Id, found.Pointer, found.Line, found.Column));

        // A byte order mark is three bytes of the first line, and no more.
        Finding marked = Only("\uFEFF" + json);
        Assert.Equal((rule, pointer, line, line == 1 ? column + 3 : column), (marked.Id, marked.Pointer, marked.Line, marked.Column));
    }

    [Fact]
    public void OfBytesThatAreNotUtf8()
    {
        byte[] bad = [.. "{\"type\":\"person\",\n\"sex\":\""u8, 0xFF, .. "\"}"u8];
        Finding found = Assert.Single(PoliceJson.Read(bad).Report.Findings);
        Assert.Equal(("PSDK-JSON-0003", "/sex", 2L, 8L), (found.Id, found.Pointer, found.Line, found.Column));
        found = Assert.Single(PoliceJson.Read([0xEF, 0xBB, 0xBF, .. bad]).Report.Findings);
        Assert.Equal(("PSDK-JSON-0003", "/sex", 2L, 8L), (found.Id, found.Pointer, found.Line, found.Column));
    }

    [Fact]
    public void OfWhatWasReadInTheOrderOfTheText()
    {
        const string json = "{\"id\":\"x\",\"type\":\"person\",\n\"modelVersion\":\"1.0\",\n\"names\":[{\"surname\":7,\n\"z\":null}],\"absent\":{\n\"/sex\":\"7\"},\"controllers\":[{\"scheme\":\"police\"}]}";
        ValidationReport report = new PolicingValidator().Validate(JsonText.Utf8(json));
        Assert.Equal(
        [
            ("PSDK-RUL-0001", "/id", 1L, 7L),
            ("PSDK-JSON-0007", "/names/0/surname", 3L, 21L),
            ("PSDK-SCH-0002", "/names/0/~[1]", 4L, 5L),
            ("PSDK-COD-0001", "/absent/~[0]", 5L, 8L),
            // There is no member of that name: the place is of what lacks it.
            ("PSDK-COD-0005", "/controllers/0/id", 5L, 28L),
        ],
        report.Findings.Select(f => (f.Id, f.Pointer, f.Line, f.Column)));
    }

    [Fact]
    public void ManyFindingsAtOnePlaceAreInTheOrderOfTheModel()
    {
        string[] pointers = [.. PoliceJson.Read("""{"type":"link"}"""u8).Report.Findings.Select(f => f.Pointer)];
        Assert.Equal(["/id", "/modelVersion", "/from", "/to", "/role"], pointers);
    }
}
