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

    public string Text(int number) => _texts[number];

    public NameTable? Table() => Count == 0 ? null : new NameTable([.. _texts.Select(Encoding.UTF8.GetBytes)]);

    public ulong[] Set(IEnumerable<int> numbers)
    {
        ulong[] set = new ulong[(Count + 63) / 64];
        foreach (int number in numbers)
        {
            set[number >> 6] |= 1UL << number;
        }
        return set;
    }
}
