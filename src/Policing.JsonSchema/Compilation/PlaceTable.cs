using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>What has been made of the schemas at places of texts, and in which order.</summary>
/// <remarks>Arrays by token, since a dictionary whose keys are structs is compiled anew in each process.</remarks>
internal sealed class PlaceTable<T>
    where T : class
{
    private readonly Dictionary<JsonText, T?[]> _byText = [];
    private readonly List<T> _all = [];

    /// <summary>All values, in the order in which they came.</summary>
    public IReadOnlyList<T> All => _all;

    /// <summary>What was made of a place; null for none.</summary>
    public T? Find(JsonText text, int token) => _byText.TryGetValue(text, out T?[]? places) ? places[token] : null;

    /// <summary>Sets what was made of a place.</summary>
    public void Add(JsonText text, int token, T value)
    {
        if (!_byText.TryGetValue(text, out T?[]? places))
        {
            places = new T?[text.Tokens.Length];
            _byText.Add(text, places);
        }
        places[token] = value;
        _all.Add(value);
    }

    /// <summary>By token, what was made of a text; empty where nothing was.</summary>
    public ReadOnlySpan<T?> Of(JsonText text) => _byText.TryGetValue(text, out T?[]? places) ? places : [];
}
