using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Checks that the value of a keyword is what the keyword takes.</summary>
internal static class KeywordShapes
{
    private static readonly string[] s_types = ["null", "boolean", "object", "array", "number", "string", "integer"];

    /// <summary>What is wrong with a value, in words that follow the keyword; null where nothing is.</summary>
    public static string? Fault(KeywordShape shape, JsonText text, int at) => shape switch
    {
        KeywordShape.Any => null,
        KeywordShape.Text => Unless(Is(text, at, TokenKind.String), "must be a string"),
        KeywordShape.Anchor => Unless(Is(text, at, TokenKind.String) && IsAnchor(text.String(at)), "must be a name of letters, digits, '_', '-' and '.'"),
        KeywordShape.Flag => Unless(IsFlag(text, at), "must be true or false"),
        KeywordShape.Flags => Unless(Values(text, at) is { } values && values.All(value => IsFlag(text, value)), "must be an object of true and false"),
        KeywordShape.Count => Unless(IsCount(text, at), "must be a whole number, 0 or more"),
        KeywordShape.Number => Unless(Is(text, at, TokenKind.Number), "must be a number"),
        KeywordShape.PositiveNumber => Unless(Is(text, at, TokenKind.Number) && IsPositive(text, at), "must be a number above 0"),
        KeywordShape.List => Unless(Is(text, at, TokenKind.Array), "must be an array"),
        KeywordShape.Names => Unless(AreNames(text, at), "must be an array of different strings"),
        KeywordShape.NamesMap => Unless(Values(text, at) is { } lists && lists.All(list => AreNames(text, list)), "must be an object of arrays of different strings"),
        KeywordShape.Types => Unless(AreTypes(text, at), "must be a type, or an array of different types"),
        KeywordShape.Schema => Unless(IsSchema(text, at), "must be a schema: an object, true or false"),
        KeywordShape.SchemaList => Unless(
            Is(text, at, TokenKind.Array) && text.Count(at) > 0 && text.Items(at).All(item => IsSchema(text, item)), "must be an array of at least one schema"),
        KeywordShape.SchemaMap => Unless(Values(text, at) is { } schemas && schemas.All(value => IsSchema(text, value)), "must be an object of schemas"),
        _ => throw new InvalidOperationException(),
    };

    public static bool IsSchema(JsonText text, int at) => text.Kind(at) is TokenKind.Object or TokenKind.True or TokenKind.False;

    /// <summary>A whole number, as far as it matters: what is larger than any count is the largest.</summary>
    public static int Count(JsonText text, int at)
    {
        ExactNumber number = ExactNumber.Parse(text.Number(at));
        if (number.Magnitude > 9)
        {
            return int.MaxValue;
        }
        int value = 0;
        for (int place = 0; place < number.Magnitude; place++)
        {
            value = (value * 10) + (place < number.Count ? number.Digit(place) : 0);
        }
        return value;
    }

    private static string? Unless(bool holds, string fault) => holds ? null : fault;

    private static bool Is(JsonText text, int at, TokenKind kind) => text.Kind(at) == kind;

    private static bool IsFlag(JsonText text, int at) => text.Kind(at) is TokenKind.True or TokenKind.False;

    private static IEnumerable<int>? Values(JsonText text, int at) => Is(text, at, TokenKind.Object) ? text.Names(at).Select(name => name + 1) : null;

    private static bool IsAnchor(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

    private static bool IsCount(JsonText text, int at) =>
        Is(text, at, TokenKind.Number) && ExactNumber.Parse(text.Number(at)) is { IsInteger: true, IsNegative: false };

    private static bool IsPositive(JsonText text, int at) => ExactNumber.Parse(text.Number(at)) is { Count: > 0, IsNegative: false };

    private static bool AreNames(JsonText text, int at) =>
        Is(text, at, TokenKind.Array) && text.Items(at).All(item => Is(text, item, TokenKind.String)) && AreDifferent(text, at);

    private static bool AreTypes(JsonText text, int at) => text.Kind(at) switch
    {
        TokenKind.String => Array.IndexOf(s_types, text.String(at)) >= 0,
        TokenKind.Array => AreNames(text, at) && text.Count(at) > 0 && text.Items(at).All(item => Array.IndexOf(s_types, text.String(item)) >= 0),
        _ => false,
    };

    private static bool AreDifferent(JsonText text, int at) =>
        text.Items(at).Select(text.String).Distinct(StringComparer.Ordinal).Count() == text.Count(at);
}
