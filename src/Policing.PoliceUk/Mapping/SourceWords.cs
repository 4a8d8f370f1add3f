using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Mapping;

/// <summary>The words of one coded column and what they stand for, looked up once a run. Not thread-safe.</summary>
internal sealed class SourceWords<T>(IReferenceData referenceData, string listId)
    where T : CodedValue, ICodedValue<T>
{
    // More words than any column has: a file that makes up words of its own is not to fill the memory.
    private const int MostKept = 1_000;

    private readonly Dictionary<string, SourceWord<T>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceWord<T>> _codes = new(StringComparer.Ordinal);
    private string? _lastText;
    private SourceWord<T>? _last;

    /// <summary>What a text stands for; null for a blank one.</summary>
    public SourceWord<T>? Find(string text)
    {
        if (ReferenceEquals(text, _lastText))
            return _last;
        _lastText = text;
        return _last = string.IsNullOrWhiteSpace(text) ? null : Get(text);
    }

    /// <summary>What a code of the source stands for, which is ours; of one in no list what its words stand for. Null where both are blank.</summary>
    public SourceWord<T>? FindCode(string? code, string? words = null)
    {
        if (string.IsNullOrWhiteSpace(code))
            return words is null ? null : Find(words);
        if (_codes.TryGetValue(code, out var word))
            return word;
        if (referenceData.Find(listId, code) is null)
            return Find(words ?? code);
        word = new(T.Of(code), code, IsListed: true);
        if (_codes.Count < MostKept)
            _codes.Add(code, word);
        return word;
    }

    private SourceWord<T> Get(string text)
    {
        if (_words.TryGetValue(text, out var word))
            return word;
        word = Make(text);
        if (_words.Count < MostKept)
            _words.Add(text, word);
        return word;
    }

    private SourceWord<T> Make(string text)
    {
        if (referenceData.FindMapped(listId, KeyText.System, text) is not { } code)
            return new(T.From(new CodeParts { Text = text }), text, IsListed: false);
        var value = IsPresentText(code, text) ? T.Of(code.Code) : T.From(new CodeParts { Code = code.Code, Text = text });
        return new(value, code.Code, IsListed: true);
    }

    /// <summary>Whether the text says no more than the code: it is its label, or what the source writes for it today.</summary>
    private static bool IsPresentText(CodeEntry code, string text) =>
        string.Equals(text, code.Label, StringComparison.Ordinal)
        || (code.Mappings.TryGetValue(KeyText.System, out var texts) && string.Equals(text, texts.First, StringComparison.Ordinal));
}
