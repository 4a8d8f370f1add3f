using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.ModelGenerator.Site;

/// <summary>
/// The model at one time, as two files of data tell it: model.json, and the codes of the lists, which model.json only counts. Both sides of a
/// comparison are read the same way.
/// </summary>
public sealed class ModelSnapshot
{
    /// <summary>Where the model of the last release stands.</summary>
    public const string Folder = "schemas/released";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ModelSnapshot(string release, IReadOnlyList<ModelThing> things)
    {
        Release = release;
        Things = things;
    }

    /// <summary>The release that it is of; empty for the present model.</summary>
    public string Release { get; }

    /// <summary>The envelope, records, parts, values and lists.</summary>
    public IReadOnlyList<ModelThing> Things { get; }

    /// <summary>The model of the last release; null where none has been kept yet.</summary>
    public static ModelSnapshot? OfLastRelease(string root)
    {
        string folder = Path.Combine(root, Folder);
        return Directory.Exists(folder) ? Read(File.ReadAllText(Path.Combine(folder, "model.json")), File.ReadAllText(Path.Combine(folder, "codes.json"))) : null;
    }

    /// <summary>The two files that keep the present model under the name of a release.</summary>
    public static IEnumerable<GeneratedFile> Keep(string root, string release)
    {
        Model model = ModelReader.Read(root);
        yield return new($"{Folder}/model.json", ModelJsonOutput.Write(new DictionaryRows(root, model), model).Text);
        yield return new($"{Folder}/codes.json", CodesOf(model, release));
    }

    /// <summary>Reads the two files.</summary>
    public static ModelSnapshot Read(string modelJson, string codesJson)
    {
        using JsonDocument model = JsonDocument.Parse(modelJson);
        using JsonDocument codes = JsonDocument.Parse(codesJson);
        JsonElement root = model.RootElement;
        JsonElement lists = codes.RootElement.GetProperty("lists");
        List<ModelThing> things = [new("envelope", "envelope", new Dictionary<string, string>(), Items(root.GetProperty("envelope")))];
        things.AddRange(root.GetProperty("records").EnumerateArray().Select(e => Thing("record", e, "type", Members(e))));
        things.AddRange(root.GetProperty("parts").EnumerateArray().Select(e => Thing("part", e, "name", Members(e))));
        things.AddRange(root.GetProperty("values").EnumerateArray().Select(e => Thing("value", e, "name", new Dictionary<string, IReadOnlyDictionary<string, string>>())));
        things.AddRange(root.GetProperty("lists").EnumerateArray().Select(e => Thing("list", e, "id", Codes(lists, e))));
        return new(codes.RootElement.GetProperty("release").GetString()!, things);
    }

    /// <summary>The codes of every list, with label and status.</summary>
    internal static string CodesOf(Model model, string release)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("release", release);
            writer.WriteStartObject("lists");
            foreach (ModelCodeList list in model.Lists)
            {
                writer.WriteStartArray(list.Id);
                foreach (ModelCode code in list.Codes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", code.Code);
                    writer.WriteString("label", code.Label);
                    writer.WriteString("status", code.Retired ? "retired" : "in use");
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Members(JsonElement type) => Items(type.GetProperty("members"));

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Codes(JsonElement lists, JsonElement list) =>
        lists.TryGetProperty(list.GetProperty("id").GetString()!, out JsonElement codes) ? Items(codes) : [];

    private static ModelThing Thing(string kind, JsonElement element, string name, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> items) =>
        new(kind, element.GetProperty(name).GetString()!, Facts(element, name), items);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Items(JsonElement items) =>
        items.EnumerateArray().ToDictionary(e => e.GetProperty("name").GetString()!, e => (IReadOnlyDictionary<string, string>)Facts(e, "name"), StringComparer.Ordinal);

    // Every fact that is a text, so that one which is added to the format later is compared too.
    private static Dictionary<string, string> Facts(JsonElement element, string name) =>
        element.EnumerateObject().Where(p => p.Name != name && p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
}
