using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel;

namespace Policing.Ethics.Minimisation;

/// <summary>Reads a sharing view from JSON, and collects all that is wrong with it.</summary>
internal sealed class SharingViewText
{
    private const int MostBytes = 1 << 20;
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly List<SharingViewProblem> _problems = [];

    private SharingViewText()
    {
    }

    public static SharingView Parse(ReadOnlySpan<byte> utf8)
    {
        SharingViewText text = new();
        SharingView? view = text.Read(utf8);
        return view is not null && text._problems.Count == 0 ? view : throw new SharingViewException(text._problems);
    }

    private SharingView? Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) return None("", "is over 1 MiB");
        try
        {
            return View(JsonElement.Parse(utf8, Strictly));
        }
        catch (JsonException trouble)
        {
            // The reader's own message may quote the text.
            string place = trouble.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, byte {trouble.BytePositionInLine + 1})") : "";
            return None("", $"is not JSON of at most 8 levels with each name once{place}");
        }
        catch (InvalidOperationException)
        {
            return None("", "is not valid Unicode");
        }
    }

    private SharingView? None(string pointer, string message)
    {
        Problem(pointer, message);
        return null;
    }

    private void Problem(string pointer, string message) => _problems.Add(new(pointer, message));

    private SharingView? View(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return None("", "is not an object");
        string id = "", version = "";
        string? title = null;
        WithheldNotes notes = default;
        ValueList<RecordSharing> records = default;
        foreach ((int place, JsonProperty member) in root.EnumerateObject().Index())
        {
            switch (member.Name)
            {
                case "id": id = Text(member.Value, "/id"); break;
                case "version": version = Text(member.Value, "/version"); break;
                case "title": title = Text(member.Value, "/title"); break;
                case "notes": notes = Notes(member.Value); break;
                case "records": records = Records(member.Value); break;
                default: Problem($"/~[{place}]", "is not a member of a view: id, version, title, notes, records"); break;
            }
        }

        return new SharingView { Id = id, Version = version, Title = title, Notes = notes, Records = records };
    }

    private string Text(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        Problem(pointer, "is not a string");
        return "";
    }

    private WithheldNotes Notes(JsonElement value)
    {
        switch (Text(value, "/notes"))
        {
            case "held": return WithheldNotes.Held;
            case "none": return WithheldNotes.None;
            default:
                if (value.ValueKind == JsonValueKind.String) Problem("/notes", "is neither 'held' nor 'none'");
                return default;
        }
    }

    private ValueList<RecordSharing> Records(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem("/records", "is not an object of record types");
            return default;
        }

        List<RecordSharing> records = [];
        foreach ((int place, JsonProperty member) in value.EnumerateObject().Index())
            records.Add(Record(member.Name, member.Value, SharingViewPlaces.Record(member.Name, place)));
        return ValueList.From(records);
    }

    private RecordSharing Record(string type, JsonElement value, string pointer)
    {
        RecordSharing sharing = new() { Type = type };
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem(pointer, "is not an object");
            return sharing;
        }

        foreach ((int place, JsonProperty member) in value.EnumerateObject().Index())
        {
            string at = $"{pointer}/{member.Name}";
            switch (member.Name)
            {
                case "classes": sharing = sharing with { Classes = Classes(member.Value, at) }; break;
                case "members": sharing = sharing with { Members = Texts(member.Value, at) }; break;
                case "except": sharing = sharing with { Except = Texts(member.Value, at) }; break;
                case "extensions": sharing = sharing with { Extensions = Texts(member.Value, at) }; break;
                case "redactClasses": sharing = sharing with { RedactClasses = ClassRules(member.Value, at) }; break;
                case "redact": sharing = sharing with { Redact = Rules(member.Value, at) }; break;
                default: Problem($"{pointer}/~[{place}]", "is not a member of a record's sharing: classes, members, except, extensions, redact, redactClasses"); break;
            }
        }

        return sharing;
    }

    private ValueList<string> Texts(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Problem(pointer, "is not an array of strings");
            return default;
        }

        List<string> texts = [];
        foreach ((int place, JsonElement item) in value.EnumerateArray().Index()) texts.Add(Text(item, $"{pointer}/{place}"));
        return ValueList.From(texts);
    }

    private ValueList<DataClassification> Classes(JsonElement value, string pointer)
    {
        List<DataClassification> classes = [];
        foreach ((int place, string name) in Texts(value, pointer).Index())
        {
            if (ModelMembers.ClassOf(name) is { } known) classes.Add(known);
            else Problem($"{pointer}/{place}", "is not a data class of the model");
        }

        return ValueList.From(classes);
    }

    private ValueList<RedactionRule> Rules(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem(pointer, "is not an object of members and redactors");
            return default;
        }

        List<RedactionRule> rules = [];
        foreach ((int place, JsonProperty member) in value.EnumerateObject().Index()) rules.Add(new(member.Name, Text(member.Value, $"{pointer}/~[{place}]")));
        return ValueList.From(rules);
    }

    private ValueList<ClassRedaction> ClassRules(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Problem(pointer, "is not an object of data classes and redactors");
            return default;
        }

        List<ClassRedaction> rules = [];
        foreach ((int place, JsonProperty member) in value.EnumerateObject().Index())
        {
            if (ModelMembers.ClassOf(member.Name) is { } known) rules.Add(new(known, Text(member.Value, $"{pointer}/{member.Name}")));
            else Problem($"{pointer}/~[{place}]", "is not a data class of the model");
        }

        return ValueList.From(rules);
    }
}
