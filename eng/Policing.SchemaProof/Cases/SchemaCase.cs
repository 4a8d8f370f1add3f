using System.Text;
using System.Text.Json.Nodes;

namespace Policing.SchemaProof.Cases;

/// <summary>A schema, the documents that it may refer to, and instances to judge. All synthetic, so that it can be printed whole.</summary>
internal sealed record SchemaCase(int Number, string Schema, IReadOnlyList<SchemaDocument> Documents, IReadOnlyList<string> Instances)
{
    public CompiledSchema Compile()
    {
        SchemaRegistry registry = new();
        foreach (SchemaDocument document in Documents)
        {
            registry.Add(document.Uri, Encoding.UTF8.GetBytes(document.Text));
        }
        return CompiledSchema.Compile(Encoding.UTF8.GetBytes(Schema), new SchemaOptions { Registry = registry, Limits = new DocumentLimits { PatternTime = TimeSpan.FromMilliseconds(300) } });
    }

    /// <summary>One line, as the peers read it.</summary>
    public string ToLine()
    {
        StringBuilder line = new();
        line.Append("{\"number\":").Append(Number).Append(",\"schema\":").Append(OneLine(Schema)).Append(",\"documents\":[");
        line.AppendJoin(',', Documents.Select(document => OneLine(document.Text)));
        line.Append("],\"instances\":[");
        line.AppendJoin(',', Instances.Select(OneLine));
        return line.Append("]}").ToString();
    }

    public string Describe(int instance)
    {
        StringBuilder text = new();
        text.AppendLine($"case {Number}, instance {instance}");
        text.AppendLine($"schema: {JsonNode.Parse(Schema)?.ToJsonString(Texts.Plain)}");
        foreach (SchemaDocument document in Documents)
        {
            text.AppendLine($"{document.Uri}: {JsonNode.Parse(document.Text)?.ToJsonString(Texts.Plain)}");
        }
        return text.AppendLine($"instance: {Instances[instance]}").ToString();
    }

    // A line end inside a string is always an escape sequence, so that all others are space.
    private static string OneLine(string json) => json.ReplaceLineEndings(" ");
}
