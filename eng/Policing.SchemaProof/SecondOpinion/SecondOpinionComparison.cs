using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.SecondOpinion;

/// <summary>Random cases, judged by ours and by NJsonSchema, where NJsonSchema can be relied on.</summary>
internal static class SecondOpinionComparison
{
    private const int DocumentsPerSchema = 6;

    public static async Task<bool> RunAsync(int seed, int first, int schemas, TextWriter output)
    {
        await output.WriteLineAsync($"second opinion: seed {seed}, schemas {first} to {first + schemas - 1}");
        // Each run of schemas is one row of random numbers, which begins with its first.
        Random random = new(unchecked((seed * 31) + first));
        int valid = 0;
        int differences = 0;
        for (int number = 0; number < schemas; number++)
        {
            NarrowSchemaGenerator generator = new(random);
            JsonObject root = generator.Root();
            string text = root.ToJsonString(Texts.Plain);
            CompiledSchema ours = CompiledSchema.Compile(Encoding.UTF8.GetBytes(text));
            NJsonSchema.JsonSchema theirs = await NJsonSchema.JsonSchema.FromJsonAsync(text);
            for (int document = 0; document < DocumentsPerSchema; document++)
            {
                string json = generator.Document(root, root)?.ToJsonString(Texts.Plain) ?? "null";
                bool mine = ours.IsValid(Encoding.UTF8.GetBytes(json));
                bool other = theirs.Validate(json).Count == 0;
                valid += mine ? 1 : 0;
                if (mine != other)
                {
                    differences++;
                    await output.WriteLineAsync($"DIFFERENCE ours {mine}, NJsonSchema {other}\nschema: {text}\ninstance: {json}\n");
                }
            }
        }
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  {schemas * DocumentsPerSchema} documents, {100.0 * valid / (schemas * DocumentsPerSchema):F0} % valid, {differences} differences from NJsonSchema"));
        return differences == 0;
    }
}
