using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Policing.Cli.CSharp;
using Policing.Cli.Output;
using Policing.DataModel.Schemas;

namespace Policing.Cli.Commands;

/// <summary><c>policing schema</c>: shows the published schemas, compares two sets of them, and turns one into C# for programs that want plain classes.</summary>
internal sealed class SchemaCommands
{
    private readonly CommandTree _tree;
    private readonly Argument<string> _name = new("name") { Description = "The name of a schema without ending, such as crime; 'policing schema list' has all." };
    private readonly Option<bool> _open = new("--open") { Description = "The schema for consumers instead of that for producers." };
    private readonly Argument<string> _before = new("before") { Description = "A folder with strict and open in it, or a file with a set; 'published' for the schemas of this release." };
    private readonly Argument<string> _after = new("after") { Description = "The later set, given in the same way." };
    private readonly Option<string> _namespace = new("--namespace") { Description = "The namespace of the classes: names with points between.", DefaultValueFactory = _ => "Records" };

    public SchemaCommands(CommandTree tree)
    {
        _tree = tree;
        Command list = new("list", "Names the published schemas.");
        list.SetAction(List);
        Command show = new("show", "Prints a published schema.") { _name, _open };
        show.SetAction(Show);
        Command diff = new("diff", "Names what breaks readers or writers between two sets. Exit code 1 where something does.") { _before, _after };
        diff.SetAction(Diff);
        Command csharp = new("csharp", "Prints C# classes for a schema, made with NJsonSchema. Policing.DataModel keeps what these classes lose.") { _name, _open, _namespace };
        csharp.SetAction(CSharpAsync);
        Command = new("schema", "Shows and compares the published schemas.") { list, show, diff, csharp };
        tree.Examples(Command, "policing schema list", "policing schema show crime > crime.schema.json", "policing schema diff published ours/schemas");
        tree.Examples(show, "policing schema show crime", "policing schema show person --open");
        tree.Examples(diff, "policing schema diff published schemas/1.0", "policing schema diff old.json new.json --json");
        tree.Examples(csharp, "policing schema csharp stop-search --namespace Acme.Records > StopSearch.cs");
    }

    public Command Command { get; }

    private int List(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        (string Name, string Maturity, string Description)[] schemas =
        [
            .. SchemaSet.BuiltIn.Strict.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, Text(s.Value, "x-psdk-maturity"), Text(s.Value, "description"))),
        ];
        screen.Table(["name", "maturity", "what it is"], schemas.Select(s => (string[])[s.Name, s.Maturity, s.Description]));
        if (screen.IsQuiet && !screen.IsJson)
            foreach ((string name, _, _) in schemas) screen.Answer(name);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("schemas");
                foreach ((string name, string maturity, string description) in schemas)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteString("maturity", maturity);
                    json.WriteString("description", description);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        return ExitCode.Good;
    }

    private int Show(ParseResult parsed)
    {
        _tree.Screen(parsed).Raw(Find(parsed).GetRawText().TrimEnd() + "\n");
        return ExitCode.Good;
    }

    private int Diff(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        SchemaSet before = Read(parsed.GetValue(_before)!, "first"), after = Read(parsed.GetValue(_after)!, "second");
        IReadOnlyList<SchemaChange> changes = SchemaComparison.Compare(before, after);
        foreach (SchemaChange change in changes) screen.Say($"breaks {(change.Breaks == BreaksFor.Readers ? "readers" : "writers")}: {change.Place}: {change.Message}");
        if (screen.IsJson) screen.Json(json => Write(json, changes));
        screen.Answer(changes.Count == 0 ? "nothing that breaks readers or writers" : string.Create(CultureInfo.InvariantCulture, $"{changes.Count:N0} changes break somebody"));
        return changes.Count == 0 ? ExitCode.Good : ExitCode.NotGood;
    }

    private async Task<int> CSharpAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Find(parsed);
        string name = parsed.GetValue(_name)!, space = parsed.GetValue(_namespace)!;
        if (!space.Split('.').All(IsIdentifier)) throw new UsageException("--namespace is not a namespace.", "write names of letters and digits with points between, such as Acme.Records.");
        string code = await CSharpFromSchema.WriteAsync(parsed.GetValue(_open) ? SchemaSet.BuiltIn.Open : SchemaSet.BuiltIn.Strict, name, space, cancellationToken);
        _tree.Screen(parsed).Raw(code);
        return ExitCode.Good;
    }

    private static bool IsIdentifier(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private JsonElement Find(ParseResult parsed)
    {
        IReadOnlyDictionary<string, JsonElement> schemas = parsed.GetValue(_open) ? SchemaSet.BuiltIn.Open : SchemaSet.BuiltIn.Strict;
        return schemas.TryGetValue(parsed.GetValue(_name)!, out JsonElement schema)
            ? schema
            : throw new UsageException("there is no schema of this name.", "policing schema list names all of them; write the name without its ending.");
    }

    private static SchemaSet Read(string path, string which)
    {
        try
        {
            return path == "published" ? SchemaSet.BuiltIn : Directory.Exists(path) ? SchemaSet.ReadFolder(path) : SchemaSet.Read(File.ReadAllBytes(path));
        }
        catch (Exception trouble) when (trouble is SchemaSetException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            string why = trouble is SchemaSetException ? $" {trouble.Message}" : "";
            throw new UsageException($"the {which} set of schemas cannot be read.{why}", "give a folder that has strict and open in it, a file with a set, or the word published.");
        }
    }

    private static string Text(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement text) ? text.GetString() ?? "" : "";

    private static void Write(Utf8JsonWriter json, IReadOnlyList<SchemaChange> changes)
    {
        json.WriteStartObject();
        json.WriteBoolean("breaks", changes.Count > 0);
        json.WriteStartArray("changes");
        foreach (SchemaChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("breaks", change.Breaks == BreaksFor.Readers ? "readers" : "writers");
            json.WriteString("place", change.Place);
            json.WriteString("message", change.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
