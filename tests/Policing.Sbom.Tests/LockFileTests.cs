using System.Text;

namespace Policing.Sbom.Tests;

public class LockFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "dependencies": { "net10.0": { "A": { "type": "Direct", "resolved": "1.0.0" } } } }""")]
    [InlineData("""{ "dependencies": { "net10.0": { "A": { "type": "Direct", "resolved": "1.0.0", "contentHash": "not base64!" } } } }""")]
    [InlineData("""{ "dependencies": { "net10.0": { "A": { "type": "Project" }, "A": { "type": "Project" } } } }""")]
    public void Another_file_is_refused_with_what_to_do(string json)
    {
        SbomException problem = Assert.Throws<SbomException>(() => LockFile.Read(Encoding.UTF8.GetBytes(json), "net10.0"));
        Assert.Contains("Restore the project", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_framework_that_was_not_restored_is_named()
    {
        SbomException problem = Assert.Throws<SbomException>(() => LockFile.Read(LockFileSample.Json, "net11.0"));
        Assert.Contains("net11.0", problem.Message, StringComparison.Ordinal);
    }
}
