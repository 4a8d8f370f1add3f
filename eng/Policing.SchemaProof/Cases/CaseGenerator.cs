using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>Cases in the order of their numbers; case and seed alone decide what is in one.</summary>
internal static class CaseGenerator
{
    private const int InstancesPerSchema = 8;

    /// <summary>The case of a number, and its compiled schema; null where references go round in a circle, which every validator must refuse.</summary>
    public static (SchemaCase Case, CompiledSchema Schema)? Next(int seed, int number)
    {
        Random random = new(HashCode(seed, number));
        SchemaGenerator generator = new(random, number);
        generator.Generate();
        SchemaCase found = new(
            number, Texts.Write(generator.Root, random),
            [.. generator.Documents.Select(document => new SchemaDocument(document.Uri, Texts.Write(document.Schema, random)))], []);
        CompiledSchema schema;
        try
        {
            schema = found.Compile();
        }
        catch (SchemaException exception) when (exception.Message.Contains("without end", StringComparison.Ordinal))
        {
            return null;
        }
        return (found with { Instances = Instances(generator, schema, random) }, schema);
    }

    /// <summary>Values near to the schema and changes of them, as far as can be as many valid as invalid.</summary>
    private static List<string> Instances(SchemaGenerator generator, CompiledSchema schema, Random random)
    {
        InstanceGenerator near = new(random, generator.References);
        List<string> valid = [];
        List<string> invalid = [];
        JsonNode? value = null;
        for (int attempt = 0; attempt < 40 && valid.Count + invalid.Count < 2 * InstancesPerSchema; attempt++)
        {
            value = attempt % 3 == 0 || random.Next(8) == 0 ? near.Near(generator.Root) : Mutations.Change(value, random);
            string text = Texts.Write(value, random);
            List<string> list = schema.IsValid(System.Text.Encoding.UTF8.GetBytes(text)) ? valid : invalid;
            if (list.Count < InstancesPerSchema && !list.Contains(text))
            {
                list.Add(text);
            }
        }
        int half = Math.Min(valid.Count, InstancesPerSchema / 2);
        int rest = Math.Min(invalid.Count, InstancesPerSchema - half);
        return [.. valid.Take(half), .. invalid.Take(rest)];
    }

    // Not System.HashCode, which differs from run to run.
    private static int HashCode(int seed, int number) => unchecked((int)((((uint)seed * 2654435761u) ^ (uint)number) * 2246822519u));
}
