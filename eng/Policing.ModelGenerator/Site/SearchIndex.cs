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
        string[][] entries = [.. Entries(content)];
        if (TradeWords.Places.Except(entries.Select(entry => entry[2])).FirstOrDefault() is { } nowhere)
            throw new InvalidOperationException($"{nowhere}: words of the trade lead there, and there is no such page.");
        foreach (string[] entry in entries) text.Append(JsonSerializer.Serialize(entry, s_options)).Append(",\n");
        return text.Append("];\n").ToString();
    }

    private static IEnumerable<string[]> Entries(SiteContent content)
    {
        foreach (ModelType type in content.Model.Types)
            yield return [type.WireType is null ? "part" : "record", type.Name, SiteContent.PageOf(type), type.Summary, Others(type.WireType ?? "", TradeWords.For(SiteContent.PageOf(type)))];
        foreach (ModelValue value in content.Model.Values) yield return Value(content, value);
        foreach (ModelCodeList list in content.Model.Lists) yield return List(list);
        foreach (PoleEntry entry in content.Pole)
            yield return ["POLE", entry.Number, $"pole.html#{entry.Number}", $"{Capital(entry.Name)}: {Plain(entry.Place)}.", entry.Name];
        foreach (Use use in content.Uses)
            yield return ["member", SiteContent.FullName(use), SiteContent.PlaceOf(use), use.Row.Meaning, Others([use.Row.Property.WireName, .. SiteContent.PoleNumbers(use.Row.Source)])];
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
        string page = SiteContent.PageOfValue(value.Name);
        return ["value", value.Name, page, value.Summary, Others([.. others, TradeWords.For(page)])];
    }

    private static string[] List(ModelCodeList list)
    {
        string page = SiteContent.PageOfList(list.Id);
        return ["list", list.Title, page, $"Code list {list.Id}, {ListPages.Counted(list.Codes.Count)}.", Others(list.Id, TradeWords.For(page))];
    }

    private static string Others(params IEnumerable<string> names) => string.Join('|', names.Where(name => name.Length > 0));

    private static string Plain(string cell) => Html.PlainMarkdown(cell).Replace("`", "");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
