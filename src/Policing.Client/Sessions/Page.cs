using System.Text.Json;

namespace Policing.Client;

/// <summary>One page of a list, and the address of the next one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    public static Page<T> Read(in Answer answer, string list, Func<JsonElement, ClientSettings, T> read, ClientSettings settings)
    {
        using JsonDocument document = AnswerJson.Parse(answer.Utf8);
        List<T> items = [];
        foreach (JsonElement element in AnswerJson.List(document.RootElement, list)) items.Add(read(element, settings));
        string? next = AnswerJson.TextOrNone(document.RootElement, "next");
        return new(items, next is null ? null : PageLinks.Resolve(next, settings));
    }
}
