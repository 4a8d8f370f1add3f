using System.Text;
using System.Text.Json;

namespace Policing.ModelGenerator.Site;

/// <summary>A page per code list, with all that its file says of each code.</summary>
internal static class ListPages
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["group"] = "group",
        ["kind"] = "kind",
        ["inverse"] = "the other way round",
        ["from"] = "from",
        ["to"] = "to",
        ["sameKind"] = "joins like only",
        ["dpaCategory"] = "category (DPA 2018 s.38)",
        ["replacedBy"] = "replaced by",
        ["validFrom"] = "valid from",
        ["validTo"] = "valid to",
        ["aliases"] = "also called",
        ["pncCodes"] = "PNC codes",
        ["onsCode"] = "ONS code",
        ["policeUkId"] = "at data.police.uk",
        ["fits"] = "fits",
        ["successors"] = "successors",
        ["mappings"] = "elsewhere",
    };

    public static IEnumerable<SitePage> Write(SiteContent content) => content.Model.Lists.Select(list => Page(content, list));

    private static SitePage Page(SiteContent content, ModelCodeList list)
    {
        JsonElement file = content.Lists[list.Id];
        StringBuilder body = new("<dl class=\"facts\">\n");
        body.Append($"<div><dt>Identifier</dt><dd>{Html.Code(list.Id)}</dd></div>\n<div><dt>In C#</dt><dd>{Html.Code(list.TypeName)}</dd></div>\n");
        body.Append($"<div><dt>Owner</dt><dd>{Html.Escape(file.GetProperty("owner").GetString()!)}</dd></div>\n");
        body.Append($"<div><dt>Edition</dt><dd>{Html.Escape(file.GetProperty("edition").GetString()!)}</dd></div>\n");
        body.Append($"<div><dt>Source</dt><dd>{MemberTable.Source(list.Source, list.Provenance)}</dd></div>\n");
        body.Append($"<div><dt>For programs</dt><dd><a href=\"~/../../../schemas/reference-data/{list.Id}.json\">{list.Id}.json</a></dd></div>\n</dl>\n");
        if (list.Id == "link-role") body.Append("<p>Drawn, with the records that each joins: <a href=\"~/links.html\">links</a>.</p>\n");
        body.Append($"<h2 id=\"codes\">{Counted(list.Codes.Count)}</h2>\n").Append(Codes(list, file));
        body.Append(MemberTable.Uses("Where it is used", content.UsesOf(SiteContent.PageOfList(list.Id))));
        string summary = $"The code list {list.Id}, {Counted(list.Codes.Count)}{(list.Provenance == "verified" ? "" : ", its source not read or only in part")}.";
        return new(SiteContent.PageOfList(list.Id), list.Title, "code list", "Lists", summary, body.ToString());
    }

    public static string Counted(int codes) => codes == 1 ? "1 code" : $"{codes} codes";

    private static string Codes(ModelCodeList list, JsonElement file)
    {
        StringBuilder text = new(Html.TableHead($"Codes of {list.Id}", "Code", "Label", "More"));
        foreach ((ModelCode code, JsonElement entry) in list.Codes.Zip(file.GetProperty("codes").EnumerateArray()))
        {
            string id = Html.Id("c", code.Code);
            text.Append($"<tr role=\"row\" id=\"{id}\">").Append(Html.RowHead($"<a class=\"self\" href=\"#{id}\">{Html.Code(code.Code)}</a>{Tags(code, list)}"));
            text.Append(Html.Cell("Label", Html.Escape(code.Label))).Append(Html.Cell("More", More(list, entry))).Append("</tr>\n");
        }

        return text.Append(Html.TableEnd).ToString();
    }

    private static string Tags(ModelCode code, ModelCodeList list) =>
        (code.Retired ? " " + Html.Tag("retired") : "") + (code.Provenance != list.Provenance && code.Provenance != "verified" ? " " + Html.Tag("unverified") : "");

    // Whatever a file says of a code is shown, under the name in the file where there is no better one.
    private static string More(ModelCodeList list, JsonElement entry)
    {
        StringBuilder text = new();
        if (entry.TryGetProperty("note", out JsonElement note)) text.Append($"<p>{Html.Escape(note.GetString()!)}</p>");
        foreach (JsonProperty property in entry.EnumerateObject().Where(p => p.Name is not ("code" or "name" or "label" or "note" or "status" or "provenance")))
        {
            string name = s_names.GetValueOrDefault(property.Name, property.Name);
            text.Append($"<p><span class=\"quiet\">{Html.Escape(name)}</span> {Value(list, property)}</p>");
        }

        return text.ToString();
    }

    private static string Value(ModelCodeList list, JsonProperty property)
    {
        bool joinsRecords = list.Id == "link-role" && property.Name is "from" or "to";
        return property.Value.ValueKind switch
        {
            JsonValueKind.Array when joinsRecords => string.Join(", ", property.Value.EnumerateArray().Select(e => TypePages.RecordLink(e.GetString()!))),
            JsonValueKind.Array => string.Join(", ", property.Value.EnumerateArray().Select(Plain)),
            JsonValueKind.Object => string.Join("; ", property.Value.EnumerateObject().Select(p => $"{Html.Escape(p.Name)}: {Elsewhere(p)}")),
            JsonValueKind.True => "yes",
            _ => Plain(property.Value),
        };
    }

    private static string Elsewhere(JsonProperty mapping) => mapping.Value.ValueKind == JsonValueKind.Array
        ? string.Join(", ", mapping.Value.EnumerateArray().Select(e => mapping.Name == "pole" ? MemberTable.Source(Text(e), "verified") : Plain(e)))
        : Plain(mapping.Value);

    private static string Plain(JsonElement value) => Html.Escape(Text(value));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object => string.Join(" ", value.EnumerateObject().Select(p => p.Name == "code" ? Text(p.Value) : $"{p.Name} {Text(p.Value)}")),
        _ => value.GetRawText(),
    };
}
