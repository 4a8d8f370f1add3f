using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Policing.Cli.Output;
using Policing.DataModel.Codes;

namespace Policing.Cli.Commands;

/// <summary><c>policing codes</c>: the code lists of this release, with a force's own over them.</summary>
internal sealed class CodesCommands
{
    private readonly CommandTree _tree;
    private readonly Argument<string> _list = new("list") { Description = "The id of a list, such as sex; 'policing codes list' has all." };
    private readonly Argument<string?> _code = new("code") { Description = "One code of it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string> _system = new("system") { Description = "The system that wrote the text, such as data.police.uk or pnc." };
    private readonly Argument<string> _text = new("text") { Description = "What that system writes." };
    private readonly Option<string[]> _codes = new("--codes") { Description = "An overlay with your own codes; can be given again.", DefaultValueFactory = _ => [], Recursive = true };

    public CodesCommands(CommandTree tree)
    {
        _tree = tree;
        Command list = new("list", "Names the lists.");
        list.SetAction(List);
        Command show = new("show", "Shows the codes of a list, or all that is known of one.") { _list, _code };
        show.SetAction(Show);
        Command map = new("map", "The code that another system's text stands for. Exit code 1 where none is mapped: it is never guessed.") { _list, _system, _text };
        map.SetAction(Map);
        Command = new("codes", "Shows code lists and mappings.") { list, show, map, _codes };
        tree.Examples(Command, "policing codes list", "policing codes show sex", "policing codes map sex pnc M");
        tree.Examples(show, "policing codes show crime-outcome", "policing codes show crime-outcome 14 --json", "policing codes show sex --codes ours.json");
        tree.Examples(map, "policing codes map sex pnc M", "policing codes map crime-category data.police.uk \"Vehicle crime\"");
    }

    public Command Command { get; }

    private int List(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        ReferenceData codes = Overlays.Read(parsed.GetValue(_codes)!);
        CodeList[] lists = [.. ReferenceData.ListIds.Select(id => codes.FindList(id)!)];
        screen.Table(["list", "codes", "edition", "title"], lists.Select(l => (string[])[l.Id, l.Codes.Count.ToString(CultureInfo.InvariantCulture), l.Edition, l.Title]));
        if (screen.IsQuiet && !screen.IsJson)
            foreach (CodeList list in lists) screen.Answer(list.Id);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("lists");
                foreach (CodeList list in lists)
                {
                    json.WriteStartObject();
                    WriteHead(json, list);
                    json.WriteNumber("codes", list.Codes.Count);
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
        Screen screen = _tree.Screen(parsed);
        CodeList list = Find(parsed);
        CodeEntry[] shown = parsed.GetValue(_code) is { } code ? [.. list.Codes.Where(c => c.Code == code)] : [.. list.Codes];
        if (shown.Length == 0) throw new UsageException("the list has no such code.", $"policing codes show {list.Id} shows all of its codes; letter case counts.");
        screen.Say($"{list.Title} ({list.Id}), edition {list.Edition}. {list.Owner}. Source: {list.Source}");
        screen.Table(["code", "label", "in force", "group", "source read"], shown.Select(c => (string[])[c.Code, c.Label, Period(c), c.Group ?? "", c.IsVerified ? "yes" : "no"]));
        if (screen.IsQuiet && !screen.IsJson)
            foreach (CodeEntry entry in shown) screen.Answer(entry.Code);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                WriteHead(json, list);
                json.WriteStartArray("codes");
                foreach (CodeEntry entry in shown) Write(json, entry);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        return ExitCode.Good;
    }

    private int Map(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        CodeList list = Find(parsed);
        CodeEntry? found = Overlays.Read(parsed.GetValue(_codes)!).FindMapped(list.Id, parsed.GetValue(_system)!, parsed.GetValue(_text)!);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("list", list.Id);
                json.WriteBoolean("mapped", found is not null);
                if (found is not null)
                {
                    json.WritePropertyName("code");
                    Write(json, found);
                }

                json.WriteEndObject();
            });
        }

        if (found is not null)
        {
            screen.Answer(screen.IsQuiet ? found.Code : $"{found.Code}  {found.Label}");
            return ExitCode.Good;
        }

        screen.Remark("not mapped. Keep the text under 'text' of the coded value, or deploy an overlay that maps it (schemas/reference-data/README.md).");
        return ExitCode.NotGood;
    }

    private CodeList Find(ParseResult parsed) =>
        Overlays.Read(parsed.GetValue(_codes)!).FindList(parsed.GetValue(_list)!)
        ?? throw new UsageException("there is no list of this id.", "policing codes list names all of them.");

    private static string Period(CodeEntry entry) => (entry.ValidFrom, entry.ValidTo) switch
    {
        (null, null) => entry.IsRetired ? "retired" : "",
        var (from, to) => $"{Day(from)} to {Day(to)}",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";

    private static void WriteHead(Utf8JsonWriter json, CodeList list)
    {
        json.WriteString("id", list.Id);
        json.WriteString("title", list.Title);
        json.WriteString("owner", list.Owner);
        json.WriteString("edition", list.Edition);
        json.WriteString("source", list.Source);
    }

    private static void Write(Utf8JsonWriter json, CodeEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("code", entry.Code);
        json.WriteString("label", entry.Label);
        if (entry.WelshLabel is not null) json.WriteString("welshLabel", entry.WelshLabel);
        if (entry.ValidFrom is not null) json.WriteString("validFrom", Day(entry.ValidFrom));
        if (entry.ValidTo is not null) json.WriteString("validTo", Day(entry.ValidTo));
        json.WriteBoolean("retired", entry.IsRetired);
        if (entry.ReplacedBy is not null) json.WriteString("replacedBy", entry.ReplacedBy);
        if (entry.Group is not null) json.WriteString("group", entry.Group);
        json.WriteBoolean("verified", entry.IsVerified);
        json.WriteStartObject("mappings");
        foreach ((string system, var texts) in entry.Mappings)
        {
            json.WriteStartArray(system);
            foreach (string text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
