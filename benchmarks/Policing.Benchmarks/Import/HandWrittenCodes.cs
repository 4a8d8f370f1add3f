using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.Benchmarks.Import;

/// <summary>The codes that the texts of a column stand for, each looked up once.</summary>
internal sealed class HandWrittenCodes
{
    private readonly Dictionary<string, (string Code, JsonEncodedText Json)> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Code, JsonEncodedText Json)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Func<string, string?> _find;

    /// <param name="find">The code of a text; null where there is none.</param>
    public HandWrittenCodes(Func<string, string?> find)
    {
        _find = find;
        _bySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public (string Code, JsonEncodedText Json) Of(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out (string Code, JsonEncodedText Json) known)) return known;
        string code = _find(text.ToString()) ?? throw new InvalidOperationException("The file is not clean: a text has no code.");
        return _codes[text.ToString()] = (code, JsonEncodedText.Encode(code, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
    }
}
