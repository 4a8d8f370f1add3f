using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.ModelGenerator.Site;

/// <summary>
/// What search.js looks through, as a script, since a page on a disk may not fetch a file: kind, name, address, meaning, and other names by
/// which the same is known.
/// </summary>
internal static class SearchIndex
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SiteContent content)
    {
        StringBuilder text = new("// Written by eng/Policing.ModelGenerator. Each: kind, name, address, meaning, other names.\nvar dictionaryIndex = [\n");
        foreach (string[] entry in Entries(content)) text.Append(JsonSerializer.Serialize(entry, s_options)).Append(",\n");
        return text.Append("];\n").ToString();
    }

    private static IEnumerable<string[]> Entries(SiteContent content)
    {
        foreach (ModelType type in content.Model.Types)
            yield return [type.WireType is null ? "part" : "record", type.Name, SiteContent.PageOf(type), type.Summary, type.WireType ?? ""];
        foreach (ModelValue value in content.Model.Values) yield return Value(content, value);
        foreach (ModelCodeList list in content.Model.Lists) yield return ["list", list.Title, SiteContent.PageOfList(list.Id), $"Code list {list.Id}, {ListPages.Counted(list.Codes.Count)}.", list.Id];
        foreach (PoleEntry entry in content.Pole)
            yield return ["POLE", entry.Number, $"pole.html#{entry.Number}", $"{Capital(entry.Name)}: {Plain(entry.Place)}.", entry.Name];
        foreach (Use use in content.Uses)
            yield return ["member", SiteContent.FullName(use), SiteContent.PlaceOf(use), use.Row.Meaning, string.Join('|', [use.Row.Property.WireName, .. SiteContent.PoleNumbers(use.Row.Source)])];
        foreach (ModelCodeList list in content.Model.Lists)
        {
            foreach (ModelCode code in list.Codes)
                yield return ["code", code.Label, $"{SiteContent.PageOfList(list.Id)}#{Html.Id("c", code.Code)}", $"{code.Code}, a code of {list.Id}.", code.Code];
        }
    }

    private static string[] Value(SiteContent content, ModelValue value)
    {
        ValueFacts? facts = content.ValueFacts.GetValueOrDefault(value.Name);
        IEnumerable<string> others = facts is null ? [] : [Plain(facts.Names), .. SiteContent.PoleNumbers(facts.Source)];
        return ["value", value.Name, SiteContent.PageOfValue(value.Name), value.Summary, string.Join('|', others)];
    }

    private static string Plain(string cell) => Html.PlainMarkdown(cell).Replace("`", "");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
