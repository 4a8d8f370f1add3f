using Policing.SchemaProof.Fuzz;
using Policing.SchemaProof.SecondOpinion;

namespace Policing.JsonSchema.Tests.Evaluation;

/// <summary>The short forms of what eng/Policing.SchemaProof does for longer, with other seeds.</summary>
public class ProofTests
{
    [Fact]
    public void Random_documents_and_schemas_bring_no_surprise()
    {
        using StringWriter output = new();
        Assert.True(FuzzRun.Run(seed: 11, first: 0, TimeSpan.FromSeconds(2), extremes: false, output), output.ToString());
    }

    [Fact]
    public async Task NJsonSchema_says_the_same_of_what_it_knows()
    {
        using StringWriter output = new();
        Assert.True(await SecondOpinionComparison.RunAsync(seed: 11, first: 0, schemas: 400, output), output.ToString());
    }
}
