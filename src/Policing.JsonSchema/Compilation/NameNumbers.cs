using System.Text;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Compilation;

/// <summary>Gives names numbers from 0, in the order in which they come.</summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Count => _numbers.Count;

    public int Of(string name)
    {
        if (!_numbers.TryGetValue(name, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(name, number);
            _texts.Add(name);
        }
        return number;
    }

    /// <summary>The names by their numbers.</summary>
    public List<string> Texts => _texts;

    public NameTable? Table() => Count == 0 ? null : new NameTable(_texts.ConvertAll(Encoding.UTF8.GetBytes));

    /// <summary>A bit for each name, as many words as all names need that have numbers by then.</summary>
    public ulong[] Set(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            Of(name);
        }
        ulong[] set = new ulong[(Count + 63) / 64];
        foreach (string name in names)
        {
            set[_numbers[name] >> 6] |= 1UL << _numbers[name];
        }
        return set;
    }
}
