using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Policing.DataModel.Codes;

/// <summary>What an overlay adds to a code that is there already: how other systems write it, and other names of a police body.</summary>
internal sealed record CodeAddition(string Code, ValueMap<ValueList<string>> Mappings, ValueList<string> Aliases)
{
    private static readonly string[] s_members = ["code", "mappings", "aliases"];

    /// <summary>An element with nothing but a code, mappings and aliases is an addition; a code of its own has a label.</summary>
    public static bool TryRead(JsonElement code, [NotNullWhen(true)] out CodeAddition? addition)
    {
        addition = code.EnumerateObject().All(member => s_members.Contains(member.Name, StringComparer.Ordinal))
            ? new(CodeListContent.Needed(code, "code"), CodeListContent.Mappings(code), CodeListContent.Texts(code, "aliases"))
            : null;
        return addition is not null;
    }
}
